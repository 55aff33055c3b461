"""The tables of figures: what is on the screen, and exactly so in its files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from marketplace.design import formats
from marketplace.statistics import labels, periods, queries, wording
from marketplace.statistics.periods import Period
from marketplace.statistics.queries import NOTHING, Measures, Only, Row

Value = int | float | str | None
TEXT, COUNT, DONG, KG, PERCENT, CHANGE = "text", "count", "dong", "kg", "percent", "change"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, and how its numbers are written."""

    name: str
    kind: str = TEXT

    def shown(self, value: Value) -> str:
        """A value as the screen shows it."""
        if value is None or isinstance(value, str):
            return value or wording.NONE
        if self.kind == DONG:
            return formats.dong(int(value))
        if self.kind == KG:
            return _kilograms(float(value))
        if self.kind == PERCENT:
            return wording.percent(value)
        return wording.change(value) if self.kind == CHANGE else wording.count(int(value))


@dataclass(frozen=True)
class Table:
    """Rows under columns, and the sum below them. The first cell of a row names it."""

    name: str
    title: str
    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Value]]
    total: Sequence[Value]
    links: Sequence[str] = field(default_factory=tuple)

    @cached_property
    def lines(self) -> list[dict[str, Any]]:
        """The rows for the template: name, link, and each cell with its heading."""
        links = [*self.links, *[""] * (len(self.rows) - len(self.links))]
        return [
            {"name": row[0], "url": url, "cells": self._cells(row)}
            for row, url in zip(self.rows, links, strict=True)
        ]

    @cached_property
    def sum_cells(self) -> list[dict[str, Any]]:
        """The cells of the sum, without its name."""
        return self._cells(self.total)

    def _cells(self, row: Sequence[Value]) -> list[dict[str, Any]]:
        return [
            {"heading": column.name, "words": column.shown(value)}
            for column, value in list(zip(self.columns, row, strict=True))[1:]
        ]


def _kilograms(number: float) -> str:
    """Kilograms with their points: ``1.204,5``."""
    whole, _dot, rest = f"{number:.3f}".partition(".")
    rest = rest.rstrip("0")
    return wording.count(int(whole)) + (f",{rest}" if rest else "")


def _columns(first: str, *, has_share: bool) -> list[Column]:
    share = [Column(_("Share"), PERCENT)] if has_share else []
    return [
        Column(first),
        Column(_("Orders"), COUNT),
        Column(_("Kilograms"), KG),
        Column(_("Sold"), DONG),
        Column(_("Given back"), DONG),
        Column(_("Net"), DONG),
        *share,
        Column(_("Net before"), DONG),
        Column(_("Up or down"), CHANGE),
    ]


def _values(name: str, now: Measures, before: Measures, whole: int | None) -> list[Value]:
    share = [] if whole is None else [wording.share(now.net, whole)]
    return [
        name,
        now.orders,
        now.grams / 1000,
        now.gross,
        now.refunded,
        now.net,
        *share,
        before.net,
        wording.growth(now.net, before.net),
    ]


@dataclass(frozen=True)
class Found:
    """What a table is made of: the sums by value or by time, and the whole."""

    by: str
    rows: Sequence[Row]
    names: Mapping[str, str]
    whole: Row


def find(by: str, period: Period, only: Only | None = None) -> Found:
    """The sums of a period by time or by a dimension, each beside the period before."""
    days = queries.by_day(period, only)
    whole = Row("", queries.total(days, period), queries.total(days, period.before()))
    return of_time(by, period, days) if by in periods.TIMES else of_values(by, period, whole, only)


def of_values(by: str, period: Period, whole: Row, only: Only | None = None) -> Found:
    """The values of a dimension."""
    rows = queries.by_value(by, period, only)
    return Found(by, rows, labels.of(by, [row.key for row in rows]), whole)


def of_time(by: str, period: Period, days: Mapping[dt.date, Measures]) -> Found:
    """Days, weeks or months, each beside the one in the same place of the period before."""
    before = period.before()
    whole = Row("", queries.total(days, period), queries.total(days, before))
    then = list(queries.cut(days, before, by).values())
    rows = [
        Row(day.isoformat(), sold, then[place] if place < len(then) else NOTHING)
        for place, (day, sold) in enumerate(queries.cut(days, period, by).items())
    ]
    names = {row.key: periods.label(dt.date.fromisoformat(row.key), by) for row in rows}
    return Found(by, rows, names, whole)


def table(found: Found, period: Period, links: Sequence[str] = ()) -> Table:
    """The whole table."""
    is_time = found.by in periods.TIMES
    whole = None if is_time else found.whole.now.net
    title = labels.title(found.by)
    return Table(
        name=found.by,
        title=title,
        caption=_("%(period)s beside %(before)s")
        % {"period": period.words(), "before": period.before().words()},
        columns=_columns(title, has_share=not is_time),
        rows=[_values(found.names[row.key], row.now, row.before, whole) for row in found.rows],
        total=_values(_("Total"), found.whole.now, found.whole.before, whole),
        links=links,
    )


def narrow(whole: Table) -> Table:
    """The table with what fits beside a chart: name, orders, net, share, and how it changed."""
    last = len(whole.columns) - 1
    kept = [n for n in range(last + 1) if n in (0, 1, 5, last) or _is_share(whole, n)]
    return replace(
        whole,
        columns=[whole.columns[n] for n in kept],
        rows=[[row[n] for n in kept] for row in whole.rows],
        total=[whole.total[n] for n in kept],
    )


def _is_share(table: Table, number: int) -> bool:
    return table.columns[number].kind == PERCENT
