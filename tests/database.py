"""The database of a test worker: a copy of a migrated template that is kept between sessions.

Its name carries a digest of all it was made from, so a changed migration makes a new one. It is
built aside and renamed when whole, and nobody ever connects to it, so that it can be copied at any
time. It begins as the saved structure; that migrating from nothing leads to the same is a test.
"""

import contextlib
import functools
import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import django
import psycopg
from django.conf import settings
from django.db import connections
from psycopg import sql

from marketplace.database import structure
from marketplace.embedded.home import locked
from marketplace.running import preparing
from tests import workplace

ROOT = Path(__file__).resolve().parent.parent
# For several branches, and sessions that started before the last change.
KEPT = 6

Made = TypeVar("Made")


def fresh_copy() -> None:
    """Give this worker an untouched database under its own name, in place of the old one."""
    name = settings.DATABASES["default"]["NAME"]
    migrated_once = template()
    with _server() as server:
        _drop(server, name)
        _create(server, name, migrated_once)


def lasting(blocker: Any, make: Callable[[], Made]) -> Iterator[Made]:
    """What ``make`` made, for a whole file of tests: making it takes longer than most of them.

    To be yielded from by a fixture of that scope. Afterwards the worker gets an untouched database,
    as it does after a test that commits: such tests belong into another file.
    """
    with blocker.unblock():
        made = make()
    yield made
    with blocker.unblock():
        connections.close_all()
        fresh_copy()


def drop() -> None:
    """Remove this worker's database."""
    with _server() as server:
        _drop(server, settings.DATABASES["default"]["NAME"])


@functools.cache
def template() -> str:
    """The name of the template, built first if it is not there."""
    name = f"full_{_digest([structure.FILE, preparing.LOCK, *preparing.database_sources()])}"
    with locked(Path(os.environ["TEST_HOME"]) / "templates.lock"), _server() as server:
        if not _exists(server, name):
            _say("Migrating the market for the tests …")
            _build(server, name)
    return name


def _build(server: psycopg.Connection, name: str) -> None:
    """Make the template ``name``, whole or not at all, and drop the oldest ones."""
    with migrated(f"building_{name}", "migrate") as building:
        server.execute(
            sql.SQL("ALTER DATABASE {} RENAME TO {}").format(
                sql.Identifier(building), sql.Identifier(name)
            )
        )
    older = "SELECT datname FROM pg_database WHERE datname LIKE 'full\\_%' ORDER BY oid DESC"
    for (old,) in server.execute(older).fetchall()[KEPT:]:
        _drop(server, old)


@contextlib.contextmanager
def migrated(name: str, way: str) -> Iterator[str]:
    """A database of that name, gone afterwards unless renamed; ``way``: a verb of ``migrating``.

    Another process fills it, since this one looks at its own.
    """
    with empty(name):
        done = subprocess.run(
            [sys.executable, "-m", "tests.database", way],
            cwd=ROOT,
            env=os.environ | {"DATABASE_URL": workplace.database_url(name)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{name} could not be migrated.\n{done.stdout[-6000:]}")
        yield name


@contextlib.contextmanager
def empty(name: str) -> Iterator[str]:
    """A database of that name in which nothing is, gone afterwards."""
    with _server() as server:
        _drop(server, name)
        _create(server, name, "template1")
        try:
            yield name
        finally:
            _drop(server, name)


def _digest(files: list[Path]) -> str:
    """A short name for what the files hold, under which names, for this Django."""
    sum_ = hashlib.sha256(django.__version__.encode())
    for file in files:
        sum_.update(f"{file.parent.parent.name}/{file.name}".encode())
        if file.is_file():
            sum_.update(file.read_bytes())
    return sum_.hexdigest()[:12]


@contextlib.contextmanager
def _server() -> Iterator[psycopg.Connection]:
    with psycopg.connect(workplace.database_url("postgres"), autocommit=True) as connection:
        yield connection


def _exists(server: psycopg.Connection, name: str) -> bool:
    asked = "SELECT 1 FROM pg_database WHERE datname = %s"
    return server.execute(asked, (name,)).fetchone() is not None


def _create(server: psycopg.Connection, name: str, template: str) -> None:
    # Files as they are: half the time of pages written one by one to a log nobody reads.
    words = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy")
    server.execute(words.format(sql.Identifier(name), sql.Identifier(template)))


def _drop(server: psycopg.Connection, name: str) -> None:
    # Not WITH (FORCE): that is refused while PostgreSQL's own vacuum worker is in there, whom an
    # ordinary role may not end. A plain DROP sends that one away by itself.
    server.execute(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
        "WHERE datname = %s AND usename = current_user AND pid <> pg_backend_pid()",
        [name],
    )
    server.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))


def _say(words: str) -> None:
    print(f"\n{words}", file=sys.__stderr__, flush=True)


def _fill(way: str) -> None:
    """Migrate the database of ``DATABASE_URL``, and load what is looked up."""
    from django.core.management import call_command

    from marketplace.database import migrating

    getattr(migrating, way)()
    call_command("load_reference", verbosity=0)


if __name__ == "__main__":
    django.setup()
    _fill(sys.argv[1])
