"""`manage.py seed_bench`: bulk rows for benchmarks."""

import argparse
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from marketplace.seeding import bulk, bulkboxes, bulkorders, orders

BULK = 1_000


class Command(BaseCommand):
    """Bring the bulk rows to the numbers asked for; what is there already stays."""

    help = "Writes bulk rows for benchmarks."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """How many of what."""
        parser.add_argument("--listings", type=int, required=True)
        parser.add_argument("--orders", type=int, default=0)
        parser.add_argument("--serials", type=int, default=0)

    def handle(self, *args: Any, **options: Any) -> None:
        """Write them."""
        if not settings.DEMO:
            raise CommandError("seed_bench runs in demo mode only (MARKET_MODE=demo).")
        added = bulk.listings(options["listings"])
        packed = bulkboxes.bring_to(options["serials"])
        # Few are placed by the verbs; by the million they are written past them, over a year.
        wanted = options["orders"]
        by_verbs = wanted < BULK
        placed = orders.place(wanted) if by_verbs else bulkorders.bring_to(wanted)
        self.stdout.write(f"{added} listings, {packed} boxes, {placed} orders added")
