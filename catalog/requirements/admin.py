"""The checklist of papers in the back office: rows are added and ended, each with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest

from catalog.requirements import tasks
from catalog.requirements.models import PaperRequirement
from marketplace.people.models import User
from marketplace.records import audit

if TYPE_CHECKING:
    RequirementBase = admin.ModelAdmin[PaperRequirement]
else:
    RequirementBase = admin.ModelAdmin

_FACTS = ("kind", "legal_form", "category_path", "valid_from", "valid_to")


@admin.register(PaperRequirement)
class PaperRequirementAdmin(RequirementBase):
    """What has to be handed in, by whom, for which goods, from when to when."""

    list_display = ("kind", "legal_form", "category_path", "valid_from", "valid_to", "source")
    search_fields = ("category_path", "words_vi", "source")

    def get_readonly_fields(
        self, request: HttpRequest, obj: PaperRequirement | None = None
    ) -> tuple[str, ...]:
        """Once written down only the last day may change: what was asked stays known."""
        kept = ("kind", "legal_form", "category_path", "words_vi", "words_en", "valid_from")
        return (*kept, "source") if obj is not None else ()

    def has_delete_permission(
        self, request: HttpRequest, obj: PaperRequirement | None = None
    ) -> bool:
        """Never: a requirement ends by its day."""
        return False

    def save_model(
        self, request: HttpRequest, obj: PaperRequirement, form: Any, change: bool
    ) -> None:
        """Save, write down who did, and let the shelf follow."""
        obj.save()
        facts = {name: getattr(obj, name) for name in _FACTS}
        assert isinstance(request.user, User)
        what = "requirement.ended" if change else "requirement.added"
        audit.record(request.user, obj, what, after=facts)
        tasks.watch.delay_on_commit()
