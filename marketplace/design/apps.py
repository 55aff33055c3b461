"""The look: template tags, fonts, icons, the style page."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    """The look: template tags, fonts, icons, the style page."""

    name = "marketplace.design"
    label = "design"
