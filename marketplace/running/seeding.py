"""Fills an empty market with the demonstration, while it is being opened and after."""

import os
import sys
from pathlib import Path

import psycopg

from marketplace.running.children import Child, Family

COMMAND = [sys.executable, "-m", "marketplace.running.filling"]


def begin(family: Family, var: Path, *, wanted: bool) -> None:
    """Start the process that makes the demonstration, if it has to be made.

    A demonstration that was interrupted goes on: its progress stands in the file that
    ``marketplace.health`` reads, so ``/readyz`` says from now on how far it is.
    """
    if not wanted:
        _progress(var).unlink(missing_ok=True)
    elif goes_on(var) or _is_empty():
        _progress(var).write_text("0")
        family.start(Child("seed_demo", COMMAND, once=True))


def goes_on(var: Path) -> bool:
    """Whether a demonstration was begun and is not whole yet."""
    return _progress(var).exists() and _progress(var).read_text() != "100"


def _progress(var: Path) -> Path:
    return var / "seed.progress"


def _is_empty() -> bool:
    """Whether no cooperative is there yet."""
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        return connection.execute("SELECT 1 FROM partner_partner LIMIT 1").fetchone() is None
