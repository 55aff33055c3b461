"""Who may come in: users, signing in, roles."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Who may come in: users, signing in, roles."""

    name = "marketplace.people"
    label = "people"
