"""Counting the sales of days: those whose orders changed, or all of them from nothing."""

from __future__ import annotations

import datetime as dt
import zlib

from django.db import connection, transaction

from marketplace.records import clock
from marketplace.statistics import sales
from marketplace.statistics.models import Freshness

#: So many days are counted in one transaction: a gap of a year needs no year's memory.
BATCH = 14
_LOCK = zlib.crc32(b"marketplace.statistics.counting")

_TAKE = """
    DELETE FROM statistics_changedday WHERE day IN (
        SELECT DISTINCT day FROM statistics_changedday ORDER BY day LIMIT %s)
    RETURNING day
"""
_FORGET = ("DELETE FROM statistics_sale WHERE day = ANY(%s)",
           "DELETE FROM statistics_tally WHERE day = ANY(%s)")  # fmt: skip
_MEASURES = "orders, units, grams, gross, refunded"
# One statement, so that both tables are counted from the same moment's orders.
_COUNT = f"""
    WITH lines AS MATERIALIZED ({sales.LINES}
        AND c.placed_at >= %(since)s AND c.placed_at < %(until)s
        AND {sales.DAY} = ANY(%(days)s)),
    written AS (INSERT INTO statistics_sale ({sales.GRAIN}, {_MEASURES}) {sales.SALES})
    INSERT INTO statistics_tally ({sales.TALLY_COLUMNS}, {_MEASURES})
    {sales.tallies()}
"""
_EVERY_DAY = f"""
    INSERT INTO statistics_changedday (day)
    SELECT DISTINCT {sales.DAY} FROM catalog_placement c
    UNION SELECT day FROM statistics_sale UNION SELECT day FROM statistics_tally
"""  # noqa: S608 -- our own words


def refresh() -> int:
    """Count every day whose orders changed since it was counted; answers how many days.

    Safe to run twice, at once, and after any gap: a day's change is taken in the transaction that
    counts the day, and a change that is not committed yet is found the next time.
    """
    began = clock.now()
    counted = 0
    while days := _some():
        counted += len(days)
    _stamp(began)
    return counted


@transaction.atomic
def mark_everything() -> None:
    """Mark every day that has orders or figures as changed."""
    with connection.cursor() as cursor:
        cursor.execute(_EVERY_DAY)


def rebuild() -> int:
    """Count everything from nothing; answers how many days. Figures stay readable meanwhile."""
    mark_everything()
    return refresh()


@transaction.atomic
def _some() -> list[dt.date]:
    """Count the oldest changed days; which ones. Whoever comes at the same time waits."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        cursor.execute(_TAKE, [BATCH])
        days = sorted({day for (day,) in cursor.fetchall()})
        if not days:
            return []
        for forget in _FORGET:
            cursor.execute(forget, [days])
        first, last = _midnight(days[0]), _midnight(days[-1] + dt.timedelta(days=1))
        cursor.execute(_COUNT, {"days": days, "since": first, "until": last})
    return days


def _midnight(day: dt.date) -> dt.datetime:
    """The moment a day begins in Vietnam."""
    return dt.datetime.combine(day, dt.time(), clock.LOCAL)


@transaction.atomic
def _stamp(moment: dt.datetime) -> None:
    """Write down until when the figures hold everything; never backwards."""
    row, is_new = Freshness.objects.get_or_create(pk=1, defaults={"counted_at": moment})
    if not is_new and row.counted_at < moment:
        Freshness.objects.filter(pk=1, counted_at__lt=moment).update(counted_at=moment)
