"""What the records show in Django's admin: rules may be added, the rest is read only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin
from django.http import HttpRequest

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
