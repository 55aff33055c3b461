"""``manage.py prepare``: bring the database to what the code expects."""

import time
from io import TextIOBase
from typing import Any

from django.core.management import BaseCommand, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from marketplace.database import migrating


class Command(BaseCommand):
    """Migrate, saying how far it is, then load the reference data. Safe at any time."""

    help = "Migrate with a line of progress now and then, and load the reference data."
    # The checks read the pages' addresses, which may ask a database that is not there yet.
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Do both; a database that is up to date costs a few seconds."""
        executor = MigrationExecutor(connection)
        waiting = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
        if waiting:
            self.stdout.write(f"Migrating the database: {waiting} steps …")
        migrating.migrate(Progress(self.stdout, waiting))
        call_command("load_reference", verbosity=options["verbosity"])


class Progress(TextIOBase):
    """Counts the migrations another command reports, and passes on one line in five seconds."""

    def __init__(self, out: Any, total: int) -> None:
        """Report to ``out`` of ``total`` steps."""
        self.out, self.total, self.done, self.said = out, total, 0, time.monotonic()

    def write(self, words: str) -> int:
        """Take what ``migrate`` writes."""
        self.done += words.count(" OK")
        if words.count(" OK") and time.monotonic() - self.said > 5:
            self.said = time.monotonic()
            self.out.write(f"  {self.done} of {self.total}")
        return len(words)
