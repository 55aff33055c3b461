"""``manage.py load_shipping``: zones, lanes and dated prices from files."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from catalog.shipping import loading


class Command(BaseCommand):
    """Loads the tariff; safe to run again."""

    help = "Load shipping zones, lanes and dated prices from CSV files."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the files are."""
        parser.add_argument("--folder", type=Path, default=loading.FOLDER)

    def handle(self, *args: Any, **options: Any) -> None:
        """Load and say how much."""
        count = loading.load(options["folder"])
        self.stdout.write(f"{count} shipping prices loaded.")
