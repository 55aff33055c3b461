"""The names of Vietnamese banks by their BIN."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "banks.json"


@cache
def _names() -> dict[str, str]:
    rows = json.loads(_FILE.read_text(encoding="utf-8"))["banks"]
    # A renamed bank shares its BIN with its successor: the successor's name stays.
    ordered = sorted(rows, key=lambda row: not row["deprecated"])
    return {row["bin"]: row["short_name"] for row in ordered if row["bin"]}


def name(bank_bin: str) -> str:
    """The short name people know the bank by; the BIN itself when it is not on the list."""
    return _names().get(bank_bin, bank_bin)


def choices() -> list[tuple[str, str]]:
    """BIN and short name of every bank that can receive a transfer, by name."""
    return sorted(_names().items(), key=lambda row: row[1].casefold())
