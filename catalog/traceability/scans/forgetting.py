"""Scans over a year old become counts per lot, month and province; then they are dropped."""

from __future__ import annotations

import datetime as dt

from django.db import connection, transaction

from catalog.traceability.models import Scan
from marketplace.records import clock, rules

# One statement: nothing is dropped that was not counted. A month that is counted in several parts
# is added up; a phone means something within one day, and days are never torn apart.
_FORGET = """
WITH old AS (
    DELETE FROM traceability_scan WHERE hour >= %(begin)s AND hour < %(end)s RETURNING *
), counted AS (
    SELECT lot_id, date_trunc('month', hour AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS month,
        province_code, count(*) AS scans, count(DISTINCT visitor) AS phones
    FROM old WHERE lot_id IS NOT NULL GROUP BY 1, 2, 3
)
INSERT INTO traceability_scanmonth AS kept (lot_id, month, province_code, scans, phones)
SELECT * FROM counted ORDER BY 1, 2, 3
ON CONFLICT (lot_id, month, province_code)
DO UPDATE SET scans = kept.scans + excluded.scans, phones = kept.phones + excluded.phones
"""
DAYS = 40  # at once: after a long gap the rest is done tomorrow


def forget_scans() -> int:
    """Count and drop the scans of whole days that are too old; how many days were gone through."""
    today = clock.local_day()
    last = _months_before(today, rules.number("scans.keep_months"))
    oldest = Scan.objects.order_by("hour").values_list("hour", flat=True).first()
    if oldest is None:
        return 0
    day, done = clock.local_day(oldest), 0
    while day < last and done < DAYS:
        _forget(day)
        day += clock.A_DAY
        done += 1
    return done


@transaction.atomic
def _forget(day: dt.date) -> None:
    """Count and drop one day in Vietnam."""
    begin, end = clock.day_begins(day), clock.day_begins(day + clock.A_DAY)
    with connection.cursor() as cursor:
        cursor.execute(_FORGET, {"begin": begin, "end": end})


def _months_before(day: dt.date, months: int) -> dt.date:
    """The first day of the month so many months before."""
    number = day.year * 12 + day.month - 1 - months
    return dt.date(number // 12, number % 12 + 1, 1)
