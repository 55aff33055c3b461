"""What the records show in Django's admin: rules may be added, the rest is read only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin
from django.db.models import QuerySet
from django.forms import ModelForm
from django.forms.models import model_to_dict
from django.http import HttpRequest

from marketplace.records import audit, requests
from marketplace.records.models import AuditEntry, DatedRule, OutboxMessage

if TYPE_CHECKING:
    RuleBase = admin.ModelAdmin[DatedRule]
    AuditBase = admin.ModelAdmin[AuditEntry]
    OutboxBase = admin.ModelAdmin[OutboxMessage]
else:
    RuleBase = AuditBase = OutboxBase = admin.ModelAdmin


@admin.register(DatedRule)
class DatedRuleAdmin(RuleBase):
    """Rules with their days and sources."""

    list_display = ("key", "value", "valid_from", "valid_to", "source")
    search_fields = ("key", "source")

    def save_model(
        self, request: HttpRequest, obj: DatedRule, form: ModelForm[DatedRule], change: bool
    ) -> None:
        """Keep the rule, and write down what it said before."""
        old = DatedRule.objects.filter(pk=obj.pk).first() if change else None
        super().save_model(request, obj, form, change)
        audit.record(
            requests.current_user(),
            obj,
            "rule.changed" if change else "rule.added",
            before=model_to_dict(old) if old else None,
            after=model_to_dict(obj),
        )

    def delete_model(self, request: HttpRequest, obj: DatedRule) -> None:
        """Take a rule away, and write down what it said."""
        audit.record(requests.current_user(), obj, "rule.deleted", before=model_to_dict(obj))
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[DatedRule]) -> None:
        """Take several away one by one: each is written down."""
        for rule in queryset:
            self.delete_model(request, rule)


class ReadOnly:
    """Nobody adds, changes or deletes rows here."""

    def has_add_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Never."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Never."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Never."""
        return False


@admin.register(AuditEntry)
class AuditEntryAdmin(ReadOnly, AuditBase):
    """Who did what."""

    list_display = ("at", "by", "what", "subject_type", "subject_id", "request_id")
    search_fields = ("subject_type", "subject_id", "what", "request_id")
    list_select_related = ("by",)


@admin.register(OutboxMessage)
class OutboxMessageAdmin(ReadOnly, OutboxBase):
    """What waits, was sent, or was given up."""

    list_display = (
        "topic",
        "key",
        "posted_at",
        "attempts",
        "sent_at",
        "dead_at",
        "last_error",
    )
    list_filter = ("topic",)
    search_fields = ("topic", "key")
