"""Rules with dates: what held on a given local day, and where it is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection, transaction
from django.db.models import Q

from marketplace.records import clock, versions
from marketplace.records.first_rules import FIRST_RULES
from marketplace.records.models import DatedRule

_Row = tuple[dt.date, dt.date | None, Any]  # from, until before, the value


class NoRule(LookupError):
    """No rule of that key holds on that day."""


def value(key: str, on: dt.date | None = None) -> Any:
    """The value of ``key`` on a local day (today when left out); ``NoRule`` when there is none."""
    day = on or clock.local_day()
    for since, until, what in _all().get(key, ()):
        if since <= day and (until is None or until > day):
            return what
    raise NoRule(f"{key} on {day}")


def _all() -> Mapping[str, Sequence[_Row]]:
    """Every rule there is or was: a few dozen rows, read again when one has changed."""
    return versions.kept("rules", None, _read)


def _read() -> dict[str, list[_Row]]:
    """The rules by key, the oldest first."""
    found: dict[str, list[_Row]] = {}
    rows = DatedRule.objects.order_by("key", "valid_from")
    for key, *row in rows.values_list("key", "valid_from", "valid_to", "value"):
        found.setdefault(key, []).append((row[0], row[1], row[2]))
    return found


def number(key: str, on: dt.date | None = None) -> int:
    """A rule that is a whole number (minutes, hours, days or đồng, as its key says)."""
    return int(value(key, on))


@transaction.atomic
def change(key: str, what: int | str, *, valid_from: dt.date, source: str) -> None:
    """Let ``key`` have another value from a local day on. Saying the same again changes nothing.

    The value in force until then ends on that day; values that were to begin later are dropped,
    for the newest word counts.
    """
    rows = DatedRule.objects.select_for_update().filter(key=key).order_by("pk")
    if any(r.value == what and r.valid_from == valid_from and r.valid_to is None for r in rows):
        return
    rows.filter(valid_from__gte=valid_from).delete()
    rows.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=valid_from)).update(valid_to=valid_from)
    DatedRule.objects.create(key=key, value=what, valid_from=valid_from, source=source)
    versions.forget()


def sync() -> None:
    """Write the first rules whose key has no row yet. Safe to run at any time."""
    known = set(DatedRule.objects.values_list("key", flat=True))
    DatedRule.objects.bulk_create(
        DatedRule(key=key, value=what, valid_from=since, source=source)
        for key, what, since, source in FIRST_RULES
        if key not in known
    )


def after_migrate(**_facts: object) -> None:
    """Keep the first rules present after every migration that goes far enough."""
    if DatedRule._meta.db_table in connection.introspection.table_names():
        sync()
