"""The parts put together: commands that belong to no single room."""

from django.apps import AppConfig


class MarketplaceConfig(AppConfig):
    """The parts put together: commands that belong to no single room."""

    name = "marketplace"
    label = "marketplace"
