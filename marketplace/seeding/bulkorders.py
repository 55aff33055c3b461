"""Orders by the million for benchmarks, spread over a year: SQL on the server, no row travels.

Written past the verbs, but such as they would leave them: every invariant holds, a test says so.
Of twenty orders one was paid and cancelled, one never paid, the rest are delivered; a third is
paid in cash, three of ten have goods of two cooperatives. Left out are what only people look at:
the steps of the order's page, addresses, boxes.
"""

import datetime as dt
from typing import Any

from django.db import connection, transaction

from catalog.shipping.models import Lane
from marketplace.records import accounts, clock, rules
from marketplace.seeding import bulksql

CHUNK = 100_000
YEAR = dt.timedelta(days=365)


def bring_to(count: int) -> int:
    """Bring the number of bulk orders to ``count``; answers how many were added."""
    there = _there()
    if there >= count:
        return 0
    lane = Lane.objects.order_by("pk").first()
    if lane is None:
        raise LookupError("Load the reference data first: there is no way to send anything.")
    begin = clock.now() - YEAR
    for first in range(there, count, CHUNK):
        _write(
            {
                "first": first,
                "last": min(first + CHUNK, count) - 1,
                "begin": begin,
                "step": (YEAR - dt.timedelta(hours=1)) / count,
                "lane": lane.pk,
                "terms": str(rules.value("terms.version")),
                "now": clock.now(),
            }
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return count - there


def _there() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM order_order WHERE number LIKE 'BENCH-%%'")
        return int(cursor.fetchone()[0])


@transaction.atomic
def _write(facts: dict[str, Any]) -> None:
    """One chunk of orders, table by table."""
    accounts.unwatched()
    with connection.cursor() as cursor:
        # Rows written a moment ago have no statistics: a plan row by row would never end.
        cursor.execute("SET LOCAL enable_nestloop = off")
        for statement in (*bulksql.PREPARE, *bulksql.WRITE, *bulksql.TIDY):
            cursor.execute(statement, facts)
