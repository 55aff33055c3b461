"""`manage.py seed_demo`: the demonstration market, through the verbs people use."""

import argparse
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from marketplace import health
from marketplace.seeding import demonstration


class Command(BaseCommand):
    """Make the demonstration market; its accounts go to ``VAR_DIR/demo.json``."""

    help = "Makes the demonstration market. Refuses a database that holds real orders."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """How much of everything, and the seed of its dice."""
        parser.add_argument("--cooperatives", type=int, default=40)
        parser.add_argument("--listings", type=int, default=60)
        parser.add_argument("--orders", type=int, default=400)
        parser.add_argument("--random-seed", type=int, default=14)

    def handle(self, *args: Any, **options: Any) -> None:
        """Make it, telling /readyz how far it is."""
        if not settings.DEMO:
            raise CommandError("seed_demo runs in demo mode only (MARKET_MODE=demo).")
        if min(options["cooperatives"], options["listings"]) < 1 or options["orders"] < 0:
            raise CommandError("At least one cooperative and one listing are needed.")
        try:
            demonstration.make(
                cooperatives=options["cooperatives"],
                listings=options["listings"],
                orders=options["orders"],
                seed=options["random_seed"],
                report=health.report_seed,
            )
        except demonstration.RealOrders as error:
            raise CommandError("This database holds real orders: nothing was touched.") from error
        self.stdout.write(f"accounts in {settings.VAR_DIR / 'demo.json'}")
