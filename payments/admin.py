"""Tax rules in the back office: rows are added and ended, each with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest

from marketplace.people.models import User
from marketplace.records import audit
from payments.models import TaxRule

if TYPE_CHECKING:
    RuleBase = admin.ModelAdmin[TaxRule]
else:
    RuleBase = admin.ModelAdmin

_FACTS = ("legal_form", "goods_class", "tax", "basis_points", "valid_from", "valid_to", "source")


@admin.register(TaxRule)
class TaxRuleAdmin(RuleBase):
    """Which tax at which rate, for whom and for what, from when to when."""

    list_display = (*_FACTS, "payee")
    raw_id_fields = ("payee",)

    def get_readonly_fields(
        self, request: HttpRequest, obj: TaxRule | None = None
    ) -> tuple[str, ...]:
        """Once written down only the last day may change: what was withheld by it stays known."""
        kept = tuple(name for name in _FACTS if name != "valid_to")
        return (*kept, "payee") if obj is not None else ()

    def has_delete_permission(self, request: HttpRequest, obj: TaxRule | None = None) -> bool:
        """Never: a rule ends by its day."""
        return False

    def save_model(self, request: HttpRequest, obj: TaxRule, form: Any, change: bool) -> None:
        """Save, and write down who did."""
        obj.save()
        facts = {name: str(getattr(obj, name)) for name in _FACTS}
        assert isinstance(request.user, User)
        audit.record(
            request.user, obj, "tax_rule.ended" if change else "tax_rule.added", after=facts
        )
