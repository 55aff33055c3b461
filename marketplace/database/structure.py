"""The database as all migrations left it on one day, so that a new one need not relive its history.

Living through it takes two minutes, loading the file seconds. The file is a start and no more: what
was migrated since is run on top of it, so it is written anew (``make structure``) only when much
has come together. A test compares what both ways lead to.
"""

import re
import subprocess
from pathlib import Path

from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from marketplace.embedded.home import Binaries

FILE = Path(__file__).with_name("structure.sql")
# What pg_dump sets for its own reader, says of each object, or repeats of a sequence's defaults.
NOISE = re.compile(
    r"^(?:--.*|\\.*|SET .*;|SELECT pg_catalog\.set_config.*|SELECT .*\.setval\(.*, 1, false\);)?\n"
    r"|^ +(?:START WITH 1|INCREMENT BY 1|NO MINVALUE|NO MAXVALUE|CACHE 1)\n",
    re.MULTILINE,
)


def load() -> bool:
    """Fill an empty database from the file, whole or not at all; false if the file does not fit.

    It does not fit where it holds a migration that this code does not know: an older checkout, or
    a package of another version.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL check_function_bodies = off")
        cursor.execute(FILE.read_text())
        cursor.execute("UPDATE django_migrations SET applied = now()")
        fits = set(MigrationRecorder(connection).applied_migrations()) <= _known()
        transaction.set_rollback(not fits)
    return fits


def _known() -> set[tuple[str, str]]:
    """Every migration that is there, and those it stands for: Django writes down both."""
    there = MigrationLoader(None).disk_migrations
    return {*there, *(old for migration in there.values() for old in migration.replaces)}


def save(address: str) -> None:
    """Write the file from the database at ``address``, which migrations alone have touched."""
    whole = dumped(address, "--inserts", "--rows-per-insert=500")
    FILE.write_text(NOISE.sub("", whole))


def dumped(address: str, *options: str) -> str:
    """What ``pg_dump`` says of a database, without who owns it and who may what."""
    program = Binaries.installed().postgres / "bin" / "pg_dump"
    plain = ("--no-owner", "--no-privileges", "--no-comments")
    return subprocess.run(
        [program, *plain, *options, address], check=True, capture_output=True, text=True
    ).stdout
