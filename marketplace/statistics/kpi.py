"""What the province promised in its strategy, measured: each indicator with its definition.

Targets are dated rules, ``kpi.target.<key>`` (whole numbers), so that a new plan is a new row and
an old report still shows the target of its day. How many sellers the province has in all is the
dated rule ``kpi.sellers_in_province``; without it no share can be told.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from marketplace.records import clock
from marketplace.records.models import DatedRule
from marketplace.statistics import labels, queries, sellers, wording
from marketplace.statistics.models import Dimension
from marketplace.statistics.periods import Period
from marketplace.statistics.tables import COUNT, DONG, PERCENT, Column

TARGET = "kpi.target."
ALL_SELLERS = "kpi.sellers_in_province"
Number = int | float | None


@dataclass(frozen=True, slots=True)
class Kind:
    """An indicator: what it is called, how it is counted and written."""

    key: str
    name: Promise
    definition: Promise
    unit: str


KINDS = (
    Kind(
        "sellers_online",
        _("Sellers online"),
        _("Verified sellers with at least one listing published, at the end of the last day."),
        COUNT,
    ),
    Kind(
        "sellers_online_share",
        _("Share of the province's sellers that are online"),
        _("Sellers online of all sellers in the province (dated rule kpi.sellers_in_province)."),
        PERCENT,
    ),
    Kind(
        "sellers_selling",
        _("Sellers with orders"),
        _("Sellers of whom something was sold in the period and not given back."),
        COUNT,
    ),
    Kind(
        "orders",
        _("Orders"),
        _("Orders placed in the period of which something stayed sold; each counts once."),
        COUNT,
    ),
    Kind(
        "value",
        _("Value of sales"),
        _("Price of goods sold in the period, without delivery, less what was given back; đồng."),
        DONG,
    ),
    Kind(
        "cashless_value_share",
        _("Cashless share of the value"),
        _("Net sales whose money came otherwise than in cash, of all net sales."),
        PERCENT,
    ),
    Kind(
        "cashless_order_share",
        _("Cashless share of the orders"),
        _("Orders not paid in cash, of all orders of the period."),
        PERCENT,
    ),
    Kind(
        "communes_selling",
        _("Communes with sales"),
        _("Communes of the province whose goods were sold in the period."),
        COUNT,
    ),
    Kind(
        "disadvantaged_share",
        _("Share of disadvantaged communes"),
        _("Net sales of goods from communes on the list of disadvantaged ones on the day of sale."),
        PERCENT,
    ),
)


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator measured in a period, beside the period before and its target."""

    kind: Kind
    value: Number
    before: Number
    target: int | None
    target_source: str

    def written(self, number: Number) -> str:
        """A number in the indicator's unit."""
        return Column("", self.kind.unit).shown(number)

    @property
    def reached(self) -> bool | None:
        """Whether the target is reached; nothing without one."""
        if self.target is None or self.value is None:
            return None
        return self.value >= self.target

    def as_data(self) -> dict[str, Any]:
        """The indicator for programs."""
        return {
            "key": self.kind.key,
            "name": str(self.kind.name),
            "definition": str(self.kind.definition),
            "unit": {COUNT: "count", DONG: "VND", PERCENT: "%"}[self.kind.unit],
            "value": self.value,
            "before": self.before,
            "target": self.target,
            "target_source": self.target_source,
        }


def measured(period: Period) -> list[Indicator]:
    """Every indicator of a period."""
    now, before = _numbers(period)
    rules = _rules(min(period.last, clock.local_day()))
    return [
        Indicator(kind, now[kind.key], before[kind.key], *_target(rules, kind.key))
        for kind in KINDS
    ]


def _target(rules: dict[str, DatedRule], key: str) -> tuple[int | None, str]:
    found = rules.get(TARGET + key)
    return (int(found.value), found.source) if found else (None, "")


def _rules(on: dt.date) -> dict[str, DatedRule]:
    """The targets that held on a day, in one query."""
    ends = Q(valid_to__isnull=True) | Q(valid_to__gt=on)
    rows = DatedRule.objects.filter(ends, key__startswith="kpi.", valid_from__lte=on)
    return {row.key: row for row in rows}


def _numbers(period: Period) -> tuple[dict[str, Number], dict[str, Number]]:
    """Every indicator of the period and of the one before."""
    then = period.before()
    days = queries.by_day(period)
    there = sellers.at(period.last, then.last)
    cooperatives = queries.by_value(Dimension.COOPERATIVE, period)
    communes = queries.by_value(Dimension.COMMUNE, period)
    cash = next(
        (r for r in queries.by_value(Dimension.CHANNEL, period) if r.key == labels.CASH),
        queries.Row("", queries.NOTHING, queries.NOTHING),
    )
    listed, hardship = sellers.listed_communes(), sellers.hardship(period)
    everyone = [_rules(min(p.last, clock.local_day())).get(ALL_SELLERS) for p in (period, then)]

    def numbers(number: int, of: Period, name: str, poor: int) -> dict[str, Number]:
        """The indicators of one of the two periods."""
        whole, cashed = queries.total(days, of), getattr(cash, name)
        all_sellers = everyone[number]
        online = there[number].online
        return {
            "sellers_online": online,
            "sellers_online_share": wording.share(online, int(all_sellers.value))
            if all_sellers
            else None,
            "sellers_selling": sum(getattr(row, name).orders > 0 for row in cooperatives),
            "orders": whole.orders,
            "value": whole.net,
            "cashless_value_share": wording.share(whole.net - cashed.net, whole.net),
            "cashless_order_share": wording.share(whole.orders - cashed.orders, whole.orders),
            "communes_selling": sum(getattr(row, name).orders > 0 for row in communes),
            "disadvantaged_share": wording.share(poor, whole.net) if listed else None,
        }

    return (
        numbers(0, period, "now", hardship.now),
        numbers(1, then, "before", hardship.before),
    )
