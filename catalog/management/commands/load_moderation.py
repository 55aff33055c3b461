"""``manage.py load_moderation``: the first reasons and rules of the desk."""

from typing import Any

from django.core.management.base import BaseCommand

from catalog.moderation import loading


class Command(BaseCommand):
    """Bring reasons and rules in; a second run changes nothing."""

    help = "Loads the reasons staff tick and the rules that let a change pass, where none is yet."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, and say how many rows were added."""
        self.stdout.write(f"moderation: {loading.load()} added")
