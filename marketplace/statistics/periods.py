"""The days a figure is about, the days before it to compare with, and how time is cut up."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from marketplace.design import formats

DAY, WEEK, MONTH = "day", "week", "month"
TIMES = (DAY, WEEK, MONTH)
FIRST_DAY = dt.date(2020, 1, 1)
LONGEST_DAYS = 3 * 366


@dataclass(frozen=True, slots=True)
class Period:
    """Days from the first to the last, both included."""

    first: dt.date
    last: dt.date

    @property
    def days(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1

    @property
    def months(self) -> int:
        """How many whole calendar months it is made of; 0 when it is not."""
        if self.first.day != 1 or (self.last + dt.timedelta(days=1)).day != 1:
            return 0
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1

    def before(self) -> Period:
        """The period to compare with: as many months before whole months, else as many days."""
        last = self.first - dt.timedelta(days=1)
        if not self.months:
            return Period(self.first - dt.timedelta(days=self.days), last)
        return Period(_months_later(self.first, -self.months), last)

    def words(self) -> str:
        """The period as people say it: ``tháng 7/2026``, ``năm 2026``, else its two days."""
        if self.months == 1:
            return _("month %(month)s/%(year)s") % {
                "month": self.first.month,
                "year": self.first.year,
            }
        if self.months == 12 and self.first.month == 1:
            return _("year %(year)s") % {"year": self.first.year}
        if self.first == self.last:
            return formats.day(self.first)
        return f"{formats.day(self.first)} – {formats.day(self.last)}"

    def starts(self, by: str) -> Iterator[dt.date]:
        """The first days of the days, weeks (from Monday) or months that touch the period."""
        day = start(self.first, by)
        while day <= self.last:
            yield day
            day = _following(day, by)

    def fitting(self) -> str:
        """How to cut it up so that a line has neither two points nor two hundred."""
        if self.days <= 45:
            return DAY
        return WEEK if self.days <= 200 else MONTH


def start(day: dt.date, by: str) -> dt.date:
    """The first day of the day's week or month."""
    if by == WEEK:
        return day - dt.timedelta(days=day.weekday())
    return day.replace(day=1) if by == MONTH else day


def _following(day: dt.date, by: str) -> dt.date:
    """The start after a start."""
    if by == MONTH:
        return _months_later(day, 1)
    return day + dt.timedelta(days=7 if by == WEEK else 1)


def _months_later(first: dt.date, months: int) -> dt.date:
    """The first of the month so many months later."""
    number = first.year * 12 + first.month - 1 + months
    return dt.date(number // 12, number % 12 + 1, 1)


def month_of(day: dt.date) -> Period:
    """The whole calendar month of a day."""
    return Period(day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1]))


def usual(today: dt.date) -> list[tuple[str, Period]]:
    """The periods people ask for, with their names."""
    this, year = month_of(today), today.year
    quarter = dt.date(year, (today.month - 1) // 3 * 3 + 1, 1)
    return [
        (_("This month"), this),
        (_("Last month"), this.before()),
        (_("This quarter"), Period(quarter, _months_later(quarter, 3) - dt.timedelta(days=1))),
        (_("This year"), Period(dt.date(year, 1, 1), dt.date(year, 12, 31))),
        (_("Last year"), Period(dt.date(year - 1, 1, 1), dt.date(year - 1, 12, 31))),
    ]


def label(day: dt.date, by: str) -> str:
    """A day, week or month as a row or point is called."""
    if by == MONTH:
        return f"{day.month}/{day.year}"
    if by == WEEK:
        return _("week from %(day)s") % {"day": f"{day:%d/%m/%Y}"}
    return f"{day:%d/%m/%Y}"


def tick(key: str, by: str) -> str:
    """The same below an axis, where there is little room; ``key`` is its first day."""
    day = dt.date.fromisoformat(key)
    return f"{day.month}/{day.year % 100:02}" if by == MONTH else f"{day:%d/%m}"
