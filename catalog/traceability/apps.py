"""From the plot to the phone: lots, events, codes."""

from django.apps import AppConfig


class TraceabilityConfig(AppConfig):
    """From the plot to the phone: lots, events, codes."""

    name = "catalog.traceability"
    label = "traceability"
