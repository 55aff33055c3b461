"""`manage.py reconcile`: bring the market in step with the world, at any time."""

from typing import Any

from django.core.management.base import BaseCommand

from catalog.orders import ending
from marketplace.records import outbox
from payments import reconciling


class Command(BaseCommand):
    """Ask the gateways, release what nobody paid, send what waits. Safe at any time."""

    help = "Asks the gateways about open attempts, releases expired holds, drains the outbox."

    def handle(self, *args: Any, **options: Any) -> None:
        """Money first: what was paid in time must not be released."""
        self.stdout.write(f"payments: {reconciling.reconcile(everything=True)}")
        self.stdout.write(f"orders ended: {ending.expire_due()}")
        sent = 0
        while batch := outbox.drain():
            sent += batch
        self.stdout.write(f"letters sent: {sent}")
