"""Brings database and static files to what the code expects, and skips what already is."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
from psycopg import sql

from marketplace import messages
from marketplace.embedded import ROOT
from marketplace.running.children import Died

PACKAGES = ("marketplace", "catalog", "payments", "cms")
LOCK = ROOT / "requirements" / "run.txt"


def prepare(var: Path, filled: Callable[[], None]) -> None:
    """Migrate and build at the same time, each only when something it is made from changed.

    ``filled`` is called as soon as the database is ready; the building may still go on then.
    """
    database, static = _digest(database_sources()), _digest(_static_sources())
    built = var / "built"
    building = None
    if not built.exists() or built.read_text() != static:
        # At once, since who works with the database speaks too.
        messages.compile_all(ROOT / "locale")
        building = _start("build")
    if _prepared_for() != database:
        _finish("prepare", _start("prepare"))
        _remember(database)
    filled()
    if building:
        _finish("build", building)
        built.write_text(static)


def _finish(command: str, process: subprocess.Popen[bytes]) -> None:
    if process.wait():
        raise Died(f"manage.py {command} failed; its words stand above.")


def _start(command: str) -> subprocess.Popen[bytes]:
    """Start one command of manage.py; it talks to the terminal, logs only warnings."""
    return subprocess.Popen(
        [sys.executable, "manage.py", command],
        cwd=ROOT,
        env={"LOG_LEVEL": "WARNING"} | os.environ,
        stdin=subprocess.DEVNULL,
    )


def database_sources() -> Iterator[Path]:
    """What schema and reference data are made from: migrations, loaders and their data."""
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*")):
            kept = {"migrations", "data", "first_texts"} & {*path.parent.parts}
            loads = path.name.startswith(("first_", "load_", "loading", "roles"))
            if (kept or loads) and path.suffix != ".pyc" and path.is_file():
                yield path


def _static_sources() -> Iterator[Path]:
    """What the browser's files and the translations are made from."""
    for folder in ("static", "locale", "marketplace/design"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix not in (".pyc", ".mo") and path.is_file():
                yield path


def _digest(files: Iterator[Path]) -> str:
    """What the files, their names and the installed packages amount to."""
    total = hashlib.sha256(LOCK.read_bytes())
    for file in files:
        total.update(str(file.relative_to(ROOT)).encode() + b"\0" + file.read_bytes())
    return total.hexdigest()


def _prepared_for() -> str:
    """What the database was last prepared for: it says so itself, in its comment."""
    asked = """
        SELECT coalesce(shobj_description(oid, 'pg_database'), '')
        FROM pg_database WHERE datname = current_database()
    """
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        row = connection.execute(asked).fetchone()
    return row[0].removeprefix("prepared for ") if row else ""


def _remember(digest: str) -> None:
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        name = connection.info.dbname
        words = sql.SQL("COMMENT ON DATABASE {} IS {}")
        connection.execute(
            words.format(sql.Identifier(name), sql.Literal(f"prepared for {digest}"))
        )
