"""Fills an empty market with the demonstration, while it is open already."""

import os
import sys
from pathlib import Path

import psycopg

from marketplace.running.children import Child


def plan(var: Path, *, wanted: bool) -> bool:
    """Whether the demonstration has to be made; ``/readyz`` says so from now on if it has.

    A demonstration that was interrupted goes on: its progress stands in the file that
    ``marketplace.health`` reads.
    """
    progress = var / "seed.progress"
    unfinished = progress.exists() and progress.read_text() != "100"
    if not wanted or not (unfinished or _is_empty()):
        if not wanted:
            progress.unlink(missing_ok=True)
        return False
    progress.write_text("0")
    return True


def child() -> Child:
    """The process that makes it, once."""
    return Child("seed_demo", [sys.executable, "-m", "marketplace.running.filling"], once=True)


def _is_empty() -> bool:
    """Whether no cooperative is there yet."""
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        return connection.execute("SELECT 1 FROM partner_partner LIMIT 1").fetchone() is None
