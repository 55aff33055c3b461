"""Brings the database to what the code expects; an empty one in the way that takes least time."""

from io import TextIOBase
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from marketplace.database import structure


def migrate(out: TextIOBase | None = None) -> None:
    """Bring the database to what the code expects; ``out`` is told of each step, as Django says it.

    An empty one begins as the saved structure. One that has had migrations goes Django's own way,
    whose signals rename what was renamed.
    """
    if not MigrationRecorder(connection).applied_migrations() and not structure.load():
        _others(out)
    _ours(out)


def from_nothing(out: TextIOBase | None = None) -> None:
    """Run every migration on an empty database, as if no structure had been saved."""
    _others(out)
    _ours(out)


def _ours(out: TextIOBase | None) -> None:
    call_command("migrate", stdout=out, verbosity=1 if out else 0)


def _others(out: TextIOBase | None) -> None:
    """Run the migrations that are not ours on an empty database: Wagtail's, then the rest.

    Before each step Django draws every model anew that is related to what changes, and in a market
    nearly all of them are. So Wagtail's hundred and fifty small steps come while there are few.
    """

    def tell(action: str, migration: Any = None, _: bool | None = None) -> None:
        if out and action == "apply_success":
            out.write(f"  Applying {migration}... OK\n")

    foreign = [app.label for app in apps.get_app_configs() if not _is_ours(app.name)]
    wagtail = [label for label in foreign if label.startswith("wagtail")]
    for labels in (wagtail, foreign):
        executor = MigrationExecutor(connection, tell)
        leaves = executor.loader.graph.leaf_nodes()
        executor.migrate([leaf for leaf in leaves if leaf[0] in labels])


def _is_ours(name: str) -> bool:
    return name.split(".", maxsplit=1)[0] in settings.OUR_PACKAGES
