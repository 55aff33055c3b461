"""The parts put together: commands that belong to no single room."""

from django.apps import AppConfig


class MarketplaceConfig(AppConfig):
    """The parts put together: commands that belong to no single room."""

    name = "marketplace"
    label = "marketplace"

    def ready(self) -> None:
        """Make our Celery application the one that every task of this process belongs to."""
        from marketplace import celery  # noqa: F401, PLC0415 -- importing it is the registration
