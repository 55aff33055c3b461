"""What must not be forgotten: audit trail, outbox, dated rules, clock."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """What must not be forgotten: audit trail, outbox, dated rules, clock."""

    name = "marketplace.records"
    label = "records"
