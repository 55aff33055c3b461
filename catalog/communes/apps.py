"""Provinces and communes with their official codes."""

from django.apps import AppConfig


class CommunesConfig(AppConfig):
    """Provinces and communes with their official codes."""

    name = "catalog.communes"
    label = "communes"
