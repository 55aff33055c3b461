"""Money: invoices, channels, booking."""

from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    """Money: invoices, channels, booking."""

    name = "payments"
    label = "payments"
