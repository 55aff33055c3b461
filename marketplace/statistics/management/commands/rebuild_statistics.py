"""`manage.py rebuild_statistics`: count all figures from the orders, from nothing."""

from typing import Any

from django.core.management.base import BaseCommand

from marketplace.statistics import counting


class Command(BaseCommand):
    """Count everything again. The result is the same as before, or the figures were wrong."""

    help = "Counts all figures again from the orders."

    def handle(self, *args: Any, **options: Any) -> None:
        """Count, and say how many days."""
        self.stdout.write(f"{counting.rebuild()} days counted")
