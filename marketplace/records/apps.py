"""The `records` app: what happened, what must be told, and which rule held on which day."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class RecordsConfig(AppConfig):
    """Finds the letters and invariants of all packages once every model is loaded."""

    name = "marketplace.records"
    label = "records"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Import every ``letters`` and ``invariants`` module, and keep the first rules present."""
        from marketplace.records import (  # noqa: PLC0415 -- apps not ready
            discovery,
            receivers,
            rules,
        )

        receivers.connect()
        post_migrate.connect(rules.after_migrate, sender=self)
        discovery.load("letters")
        discovery.load("invariants")
