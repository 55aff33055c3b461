"""The `statistics` app: what was sold, counted by day."""

from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    """The figures of the market and the pages that show them."""

    name = "marketplace.statistics"
    label = "statistics"
    default_auto_field = "django.db.models.BigAutoField"
