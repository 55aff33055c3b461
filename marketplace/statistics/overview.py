"""The first page of the figures: tiles, charts, map and tables, in a fixed number of queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from marketplace.statistics import (
    charts,
    findings,
    labels,
    maps,
    periods,
    queries,
    sellers,
    tables,
    wording,
)
from marketplace.statistics.forms import Wanted
from marketplace.statistics.models import Dimension
from marketplace.statistics.periods import Period
from marketplace.statistics.queries import Measures, Row
from marketplace.statistics.tables import Found, Table

SHOWN = 8
RANKED = (Dimension.CATEGORY, Dimension.COOPERATIVE, Dimension.VARIETY, Dimension.SOURCE)


@dataclass(frozen=True)
class Figures:
    """All sums of the page."""

    wanted: Wanted
    days: Mapping[dt.date, Measures]
    time: Found
    values: Mapping[str, Found]
    by_channel: Mapping[str, Mapping[dt.date, Measures]]

    @property
    def whole(self) -> Row:
        """Everything that was sold."""
        return self.time.whole


def read(wanted: Wanted) -> Figures:
    """Read the sums: a query for time, one for each dimension, one for ways to pay over time."""
    period, only = wanted.period, wanted.only
    days = queries.by_day(period, only)
    time = tables.of_time(period.fitting(), period, days)
    values = {
        dimension.value: tables.of_values(dimension, period, time.whole, only)
        for dimension in Dimension
    }
    channels = queries.by_day_and_value(Dimension.CHANNEL, period, only)
    return Figures(wanted, days, time, values, channels)


def shown_tables(figures: Figures) -> list[Table]:
    """Every table of the page, as its files hold them."""
    whole = (figures.time, figures.values[Dimension.CHANNEL])
    ranked = [_first(figures.values[one]) for one in (Dimension.COMMUNE, *RANKED)]
    return [_table(one, figures.wanted.period) for one in (*whole, *ranked)]


def context(figures: Figures) -> dict[str, Any]:
    """What the page shows."""
    period = figures.wanted.period
    return {
        "heading": findings.headline(period, figures.whole),
        "tiles": _tiles(figures),
        "course": _course(figures),
        "ranked": [_ranked(figures, dimension) for dimension in RANKED],
        "channels": _channels(figures),
        "map": _map(figures),
    }


def _tiles(figures: Figures) -> list[dict[str, Any]]:
    """The numbers on top, each with the one before."""
    whole, period = figures.whole, figures.wanted.period
    now, before = whole.now, whole.before
    selling = [row for row in figures.values[Dimension.COOPERATIVE].rows if row.now.orders]
    sold_before = [row for row in figures.values[Dimension.COOPERATIVE].rows if row.before.orders]
    there, there_before = sellers.at(period.last, period.before().last)
    then = period.before().words()
    line = [sold.net for sold in queries.cut(figures.days, period, figures.time.by).values()]
    share, share_before = cashless(figures)
    return [
        _tile(_("Net sales"), wording.money(now.net), then, wording.money(before.net), line),
        _tile(
            _("Orders"),
            wording.count(now.orders),
            _("average"),
            wording.money(now.net // now.orders) if now.orders else wording.NONE,
        ),
        _tile(_("Weight sold"), wording.weight(now.grams), then, wording.weight(before.grams)),
        _tile(_("Paid without cash"), wording.percent(share), then, wording.percent(share_before)),
        _tile(
            _("Cooperatives with orders"),
            _("%(n)d of %(all)d") % {"n": len(selling), "all": there.verified},
            then,
            _("%(n)d of %(all)d") % {"n": len(sold_before), "all": there_before.verified},
        ),
        _tile(
            _("Cooperatives with goods on the shelf"),
            wording.count(there.online),
            then,
            wording.count(there_before.online),
        ),
        _tile(
            _("Given back"),
            wording.percent(wording.share(now.refunded, now.gross)),
            _("in đồng"),
            wording.money(now.refunded),
        ),
        _hardship(figures),
    ]


def _tile(
    name: str, value: str, beside: str, other: str, line: Sequence[int] = ()
) -> dict[str, Any]:
    """One number with another beside it, and maybe its course as a small line."""
    return {"name": name, "value": value, "note": f"{beside}: {other}", "spark": charts.spark(line)}


def _hardship(figures: Figures) -> dict[str, Any]:
    """The share of disadvantaged communes; of everything only, whatever else is chosen."""
    if not sellers.listed_communes():
        note = _("the dated list of communes is empty")
        return {"name": _("From disadvantaged communes"), "value": wording.NONE, "note": note}
    found = sellers.hardship(figures.wanted.period)
    whole = figures.whole
    return _tile(
        _("From disadvantaged communes"),
        wording.money(found.now),
        figures.wanted.period.before().words(),
        wording.percent(wording.share(found.before, whole.before.net)),
    )


def cashless(figures: Figures) -> tuple[float | None, float | None]:
    """How many of a hundred đồng were not cash, in the period and before."""
    whole = figures.whole
    cash = next((r for r in figures.values[Dimension.CHANNEL].rows if r.key == labels.CASH), None)
    in_cash = (cash.now.net, cash.before.net) if cash else (0, 0)
    return (
        wording.share(whole.now.net - in_cash[0], whole.now.net),
        wording.share(whole.before.net - in_cash[1], whole.before.net),
    )


def _table(found: Found, period: Period) -> Table:
    """A table as this page has room for it."""
    return tables.narrow(tables.table(found, period))


def _course(figures: Figures) -> dict[str, Any]:
    """Net sales over time, beside the period before."""
    found = figures.time
    pieces = [(periods.tick(row.key, found.by), row.now.net) for row in found.rows]
    named = [(found.names[row.key], row.now.net) for row in found.rows]
    return {
        "table": _table(found, figures.wanted.period),
        "find": findings.course(named),
        "chart": charts.lines(pieces, [row.before.net for row in found.rows]),
        "label": _spoken(_("Net sales by time"), named),
        "by": found.by,
    }


def _ranked(figures: Figures, dimension: str) -> dict[str, Any]:
    """The values that sold most, as bars, and all of them in a table."""
    found = figures.values[dimension]
    pairs = [(found.names[row.key], row.now.net) for row in found.rows if row.now.net > 0]
    return {
        "table": _table(_first(found), figures.wanted.period),
        "more": max(0, len(found.rows) - SHOWN),
        "find": findings.ranking(pairs, found.whole.now.net),
        "chart": charts.bars(pairs[:SHOWN]),
        "label": _spoken(labels.title(dimension), pairs[:SHOWN]),
        "by": dimension,
    }


def _first(found: Found) -> Found:
    """The rows the page has room for, the rest together as one."""
    rows, rest = list(found.rows[:SHOWN]), found.rows[SHOWN:]
    return Found(found.by, rows, found.names, found.whole) if rest else found


def _channels(figures: Figures) -> dict[str, Any]:
    """Ways to pay over time, stacked."""
    found, period = figures.values[Dimension.CHANNEL], figures.wanted.period
    by = figures.time.by
    names = [periods.tick(row.key, by) for row in figures.time.rows]
    kinds = [
        (
            found.names[row.key],
            [sold.net for sold in queries.cut(figures.by_channel[row.key], period, by).values()],
        )
        for row in found.rows
        if row.key in figures.by_channel
    ]
    pairs = [(found.names[row.key], row.now.net) for row in found.rows]
    return {
        "table": _table(found, period),
        "find": findings.cashless(*cashless(figures)),
        "chart": charts.stack(names, kinds[:6]),
        "label": _spoken(labels.title(Dimension.CHANNEL), pairs),
        "by": Dimension.CHANNEL.value,
    }


def _map(figures: Figures) -> dict[str, Any]:
    """Where it was sold from."""
    found = figures.values[Dimension.COMMUNE]
    sold = {row.key: row.now.net for row in found.rows if row.now.net > 0}
    dots = maps.dots(sold)
    pairs = [(found.names[row.key], row.now.net) for row in found.rows if row.now.net > 0]
    return {
        "table": _table(_first(found), figures.wanted.period),
        "more": max(0, len(found.rows) - SHOWN),
        "find": findings.spread(len(sold), len(dots)),
        "dots": dots,
        "label": _spoken(_("Map of the communes as dots, by net sales"), pairs[:SHOWN]),
        "by": Dimension.COMMUNE.value,
    }


def _spoken(name: str, pairs: Sequence[tuple[str, int]]) -> str:
    """A chart for who cannot see it: its name and its numbers."""
    said = "; ".join(f"{label} {wording.money(value)}" for label, value in pairs)
    return f"{name}: {said or wording.NONE}"
