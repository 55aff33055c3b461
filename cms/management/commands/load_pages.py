"""`manage.py load_pages`: the pages a market needs before it opens."""

from typing import Any

from django.core.management.base import BaseCommand

from cms import first_pages


class Command(BaseCommand):
    """Make the home page, the policies and the help pages in both languages where missing."""

    help = "Makes the first pages where they are missing. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        """Make what is missing and say how many pages that were."""
        made = first_pages.make()
        self.stdout.write(f"{made} pages made")
