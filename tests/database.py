"""The database of a test worker: a copy of a migrated template that is kept between sessions.

Two templates: ``base_…`` holds what Oscar, Wagtail and Django migrate (about a minute, once per
version of them), ``full_…`` adds our migrations and reference data (seconds). Their names carry a
digest of all they were made from, so a changed migration makes a new one. Both are built aside and
renamed when whole, and nobody ever connects to them, so that they can be copied at any time.
With ``CI`` set, the template is migrated from nothing, as a new installation is.
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
from django.apps import AppConfig, apps
from django.conf import settings
from django.db import connections
from psycopg import sql

from marketplace.embedded.home import locked
from marketplace.running import preparing
from tests import workplace

ROOT = Path(__file__).resolve().parent.parent
# Kept per kind: several branches, and sessions that started before the last change.
KEPT = 6

Made = TypeVar("Made")


def fresh_copy() -> None:
    """Give this worker an untouched database under its own name, in place of the old one."""
    name = settings.DATABASES["default"]["NAME"]
    template = _full()
    with _server() as server:
        _drop(server, name)
        _create(server, name, template)


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
def _full() -> str:
    """The name of the whole template, built first if it is not there."""
    real = bool(os.environ.get("CI"))
    base = f"base_{_digest(_third_party_files())}"
    full = f"full_{_digest([Path(base), *preparing.database_sources()])}"
    if real:
        full = f"ci_{os.environ['TEST_SESSION']}"
    with locked(Path(os.environ["TEST_HOME"]) / "templates.lock"), _server() as server:
        if not _exists(server, full):
            if not real and not _exists(server, base):
                _say("Migrating Oscar, Wagtail and Django for the tests, once: about a minute …")
                _build(server, base, "template1", step="base")
            _say("Migrating the market for the tests …")
            _build(server, full, "template1" if real else base, step="full")
    return full


def _build(server: psycopg.Connection, name: str, template: str, *, step: str) -> None:
    """Make the template ``name`` from ``template`` in a process of its own, whole or not at all."""
    building = f"building_{name}"
    _drop(server, building)
    _create(server, building, template)
    done = subprocess.run(
        [sys.executable, "-m", "tests.database", step],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": workplace.database_url(building)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        _drop(server, building)
        raise RuntimeError(f"The test template could not be migrated.\n{done.stdout[-6000:]}")
    server.execute(
        sql.SQL("ALTER DATABASE {} RENAME TO {}").format(
            sql.Identifier(building), sql.Identifier(name)
        )
    )
    kind = name.split("_", 1)[0]
    older = "SELECT datname FROM pg_database WHERE starts_with(datname, %s) ORDER BY oid DESC"
    for (old,) in server.execute(older, (f"{kind}_",)).fetchall()[KEPT:]:
        _drop(server, old)


def _third_party_files() -> list[Path]:
    """All migrations that are not ours, and our first one they depend on: the user's."""
    foreign = [file for app in apps.get_app_configs() if not _ours(app) for file in _files(app)]
    return [*foreign, *(ROOT / "marketplace/people/migrations").glob("0001_*.py")]


def _ours(app: AppConfig) -> bool:
    return app.name.split(".")[0] in settings.OUR_PACKAGES


def _files(app: AppConfig) -> list[Path]:
    return sorted(Path(app.path, "migrations").glob("[0-9]*.py"))


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
    words = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
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


def _migrate(step: str) -> None:
    """Run the migrations of one step on the database of ``DATABASE_URL``."""
    from django.core.management import call_command

    from marketplace.database import migrating

    if step == "base":
        migrating.others()
        return
    migrating.migrate()
    call_command("load_reference", verbosity=0)


if __name__ == "__main__":
    django.setup()
    _migrate(sys.argv[1])
