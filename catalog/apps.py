"""What is sold, by whom, from where, and to whom."""

from django.apps import AppConfig


class CatalogConfig(AppConfig):
    """What is sold, by whom, from where, and to whom."""

    name = "catalog"
    label = "catalog"
