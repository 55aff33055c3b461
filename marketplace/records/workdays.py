"""Working days of the province's offices: deadlines are counted in them.

Days off every week, public holidays and the hour at which offices close are dated rules.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from marketplace.records import clock, rules


def after(moment: dt.datetime, days: int) -> dt.datetime:
    """The moment of closing on the n-th working day after the one on which something came in.

    What comes in on a day off, or after closing, came in on the next working day.
    """
    local = moment.astimezone(clock.LOCAL)
    closing = dt.time(rules.number("office.closing_hour", local.date()))
    late = local.time() >= closing
    calendar = _working(local.date() + dt.timedelta(days=1 if late else 0))
    day = next(calendar)
    for _ in range(days):
        day = next(calendar)
    return dt.datetime.combine(day, closing, clock.LOCAL).astimezone(dt.UTC)


def is_known(year: int) -> bool:
    """Whether the public holidays of a year are written down."""
    return _holidays(year) is not None


def _working(day: dt.date) -> Iterator[dt.date]:
    """The working days from a day on."""
    holidays: dict[int, set[str]] = {}
    off = set(str(rules.value("office.days_off", day)).split())
    while True:
        if day.year not in holidays:
            holidays[day.year] = _holidays(day.year) or set()
        if str(day.isoweekday()) not in off and day.isoformat() not in holidays[day.year]:
            yield day
        day += dt.timedelta(days=1)


def _holidays(year: int) -> set[str] | None:
    """The public holidays of a year; nothing when nobody has written them down."""
    try:
        return set(str(rules.value(f"office.holidays.{year}", dt.date(year, 12, 31))).split())
    except rules.NoRule:
        return None
