"""Money: invoices, channels, booking, settlement."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PaymentsConfig(AppConfig):
    """Money: invoices, channels, booking, settlement."""

    name = "payments"
    label = "payments"

    def ready(self) -> None:
        """Keep the first tax rules present."""
        from payments.settlement import taxes  # noqa: PLC0415 -- apps not ready

        post_migrate.connect(taxes.after_migrate, sender=self)
