"""Brings the first reasons and the first rules into the database; what is there stays as it is."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path
from typing import Any

from django.db import connection, models, transaction

from catalog.moderation.models import PassRule, Reason

FILES = Path(__file__).parent / "data"
SINCE = dt.date(2025, 7, 1)
_LOCK = 0x6D6F6465  # "mode": any number no other advisory lock uses


@transaction.atomic
def load() -> int:
    """Add reasons and rules whose key has no row yet; how many were added."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    reasons = [
        Reason(**row, position=position, valid_from=SINCE)
        for position, row in enumerate(_rows("reasons"), 1)
    ]
    rules = [
        PassRule(
            key=row["key"],
            name_vi=row["name_vi"],
            name_en=row["name_en"],
            lets=row["lets"].split(),
            percent=int(row["percent"]) if row["percent"] else None,
            days=int(row["days"]) if row["days"] else None,
            source=row["source"],
            valid_from=SINCE,
        )
        for row in _rows("rules")
    ]
    return _add(Reason, reasons) + _add(PassRule, rules)


def _rows(name: str) -> list[dict[str, str]]:
    """The rows of a file of the package."""
    with (FILES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _add(model: type[models.Model], wanted: list[Any]) -> int:
    """Add the rows whose key nobody has written down."""
    known = set(model._default_manager.values_list("key", flat=True))
    return len(model._default_manager.bulk_create(row for row in wanted if row.key not in known))
