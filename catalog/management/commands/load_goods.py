"""``manage.py load_goods``: the kinds of goods of the package's files."""

from typing import Any

from django.core.management.base import BaseCommand

from catalog.goods import loading


class Command(BaseCommand):
    """Bring the kinds of goods in; a second run changes nothing."""

    help = "Loads categories, varieties, grades, seasons, protected names and synonyms."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, and say how many rows were added and changed."""
        loaded = loading.load()
        self.stdout.write(f"goods: {loaded.added} added, {loaded.changed} changed")
