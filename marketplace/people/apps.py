"""Who may come in: users, signing in, roles."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PeopleConfig(AppConfig):
    """Who may come in: users, signing in, roles."""

    name = "marketplace.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen to the sign-in machinery, and keep the roles as they are written down."""
        from marketplace.people import receivers, roles  # noqa: PLC0415 -- apps not ready

        receivers.connect()
        post_migrate.connect(roles.after_migrate, dispatch_uid="people.roles")
