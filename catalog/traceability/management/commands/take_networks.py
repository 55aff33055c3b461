"""`manage.py take_networks`: in which provinces networks are, from a table of the province's."""

import argparse
import datetime as dt
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from catalog.traceability.scans import networks


class Command(BaseCommand):
    """Take a new table in place of the last one."""

    help = "Loads a CSV file with the columns network,province_code."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Which file, of which day, from whom."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--as-of", type=dt.date.fromisoformat, required=True)
        parser.add_argument("--source", required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        """Load it."""
        try:
            with options["file"].open(newline="", encoding="utf-8-sig") as lines:
                count = networks.load(lines, as_of=options["as_of"], source=options["source"])
        except (OSError, networks.NotATable) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{count} networks loaded")
