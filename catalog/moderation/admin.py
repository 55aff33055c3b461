"""Reasons and rules in Django's admin: added, ended, and never said otherwise afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from catalog.moderation.models import PassRule, Reason
from marketplace.people.models import User
from marketplace.records import audit

if TYPE_CHECKING:
    ReasonBase = admin.ModelAdmin[Reason]
    RuleBase = admin.ModelAdmin[PassRule]
else:
    ReasonBase = RuleBase = admin.ModelAdmin


class Dated:
    """Rows with days: what was decided by them keeps meaning what it meant."""

    kept: tuple[str, ...] = ()

    def get_readonly_fields(
        self, request: HttpRequest, obj: Model | None = None
    ) -> tuple[str, ...]:
        """Once written down only the last day may change."""
        return self.kept if obj is not None else ()

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Never: decisions point at them."""
        return False

    def save_model(self, request: HttpRequest, obj: Model, form: Any, change: bool) -> None:
        """Save, and write down who did."""
        obj.save()
        days = {name: getattr(obj, name) for name in ("key", "valid_from", "valid_to")}
        what = f"{obj._meta.model_name}.{'ended' if change else 'added'}"
        assert isinstance(request.user, User)
        audit.record(request.user, obj, what, after=days)


@admin.register(Reason)
class ReasonAdmin(Dated, ReasonBase):
    """Reasons with their words and days."""

    list_display = ("key", "part", "words_vi", "words_en", "valid_from", "valid_to")
    kept = ("key", "part", "words_vi", "words_en", "valid_from")


@admin.register(PassRule)
class PassRuleAdmin(Dated, RuleBase):
    """Rules with what they let pass and their days."""

    list_display = ("key", "lets", "percent", "days", "valid_from", "valid_to", "source")
    kept = ("key", "name_vi", "name_en", "lets", "percent", "days", "valid_from", "source")
