"""Pages people write."""

from django.apps import AppConfig


class CmsConfig(AppConfig):
    """Pages people write."""

    name = "cms"
    label = "cms"
