"""Every figure of any period: sums of what is kept per day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet, Sum

from marketplace.database import replica
from marketplace.statistics.models import Freshness, Tally
from marketplace.statistics.periods import Period, start
from marketplace.statistics.sales import DIMENSIONS


@dataclass(frozen=True, slots=True)
class Measures:
    """What was sold: see `sales` for the meaning of each; money in whole đồng."""

    orders: int = 0
    units: int = 0
    grams: int = 0
    gross: int = 0
    refunded: int = 0

    @property
    def net(self) -> int:
        """What stayed sold."""
        return self.gross - self.refunded

    def __add__(self, other: Measures) -> Measures:
        """Both together; they must not share an order."""
        return Measures(
            self.orders + other.orders,
            self.units + other.units,
            self.grams + other.grams,
            self.gross + other.gross,
            self.refunded + other.refunded,
        )


NOTHING = Measures()


@dataclass(frozen=True, slots=True)
class Row:
    """A value of a dimension, or a piece of time, with what was sold in it and before."""

    key: str
    now: Measures
    before: Measures


@dataclass(frozen=True, slots=True)
class Only:
    """A figure about one value of one dimension."""

    dimension: str
    key: str


@replica.may_lag
def counted_at() -> dt.datetime | None:
    """Until when the figures hold everything; nothing before the first count."""
    return Freshness.objects.values_list("counted_at", flat=True).first()


@replica.may_lag
def by_value(dimension: str, period: Period, only: Only | None = None) -> list[Row]:
    """The values of a dimension that sold in the period or before it, the most sold first."""
    rows, column = _values(dimension, only)
    before = period.before()
    sums = {**_sums("now", period), **_sums("then", before)}
    found = rows.filter(_within(period) | _within(before)).values(column).annotate(**sums)
    made = [Row(row[column], _read(row, "now"), _read(row, "then")) for row in found.order_by()]
    return sorted(made, key=lambda row: (-row.now.net, -row.now.gross, -row.before.net, row.key))


@replica.may_lag
def by_day(period: Period, only: Only | None = None) -> dict[dt.date, Measures]:
    """What was sold on each day of a period and of the one before; days without sales are left out.

    Sums over days give everything else about time: an order has one day.
    """
    rows = Tally.objects.filter(
        within="",
        dimension=only.dimension if only else "",
        key=only.key if only else "",
        day__range=(period.before().first, period.last),
    )
    return {row.day: _of(row) for row in rows}


@replica.may_lag
def by_day_and_value(
    dimension: str, period: Period, only: Only | None = None
) -> dict[str, dict[dt.date, Measures]]:
    """What each value of a dimension sold on each day of a period."""
    rows, column = _values(dimension, only)
    found: dict[str, dict[dt.date, Measures]] = defaultdict(dict)
    for row in rows.filter(_within(period)):
        found[getattr(row, column)][row.day] = _of(row)
    return found


def total(days: Mapping[dt.date, Measures], period: Period) -> Measures:
    """The sum of the days of a period."""
    return sum((sold for day, sold in days.items() if _holds(period, day)), NOTHING)


def cut(days: Mapping[dt.date, Measures], period: Period, by: str) -> dict[dt.date, Measures]:
    """The days, weeks or months of a period in their order, with what was sold in each."""
    pieces = dict.fromkeys(period.starts(by), NOTHING)
    for day, sold in days.items():
        if _holds(period, day):
            pieces[start(day, by)] += sold
    return pieces


def _holds(period: Period, day: dt.date) -> bool:
    return period.first <= day <= period.last


def _within(period: Period) -> Q:
    return Q(day__range=(period.first, period.last))


def _values(dimension: str, only: Only | None) -> tuple[QuerySet[Tally], str]:
    """The tallies of a dimension's values, and the column that names them."""
    if only is None:
        return Tally.objects.filter(within="", dimension=dimension), "key"
    if only.dimension == dimension:
        return Tally.objects.filter(within="", dimension=dimension, key=only.key), "key"
    if DIMENSIONS.index(only.dimension) < DIMENSIONS.index(dimension):
        pairs = Tally.objects.filter(dimension=dimension)
        return pairs.filter(within=only.dimension, within_key=only.key), "key"
    pairs = Tally.objects.filter(within=dimension)
    return pairs.filter(dimension=only.dimension, key=only.key), "within_key"


def _sums(prefix: str, period: Period) -> dict[str, Sum]:
    return {
        f"{prefix}_{name}": Sum(name, filter=_within(period), default=0) for name in Tally.MEASURES
    }


def _read(row: Mapping[str, Any], prefix: str) -> Measures:
    return Measures(*(int(row[f"{prefix}_{name}"]) for name in Tally.MEASURES))


def _of(row: Tally) -> Measures:
    return Measures(*(getattr(row, name) for name in Tally.MEASURES))
