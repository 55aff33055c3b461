"""``manage.py load_places``: the provinces and communes of the package's files."""

from typing import Any

from django.core.management.base import BaseCommand

from catalog.communes import loading


class Command(BaseCommand):
    """Bring the provinces and communes in; a second run changes nothing."""

    help = "Loads provinces, communes, former communes and the disadvantaged list."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, and say how many rows were added and changed."""
        loaded = loading.load()
        self.stdout.write(f"places: {loaded.added} added, {loaded.changed} changed")
