"""What a cooperative sold: sums of its own orders, by day, week, month, pack or channel.

A sale is a part of an order that reached the cooperative and was not cancelled, on the local day
it was placed. Everything is read from the orders themselves, so it equals them to the đồng.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, QuerySet, Sum
from django.db.models.functions import Coalesce, TruncDay, TruncMonth, TruncWeek

from catalog.orders import dayplan, worklist
from catalog.orders.models import SellerOrder, SellerOrderLine
from marketplace.records import clock

PERIODS = {"day": TruncDay, "week": TruncWeek, "month": TruncMonth}
#: How sales may be grouped, in the order in which a page offers it.
GROUPS = (*PERIODS, "pack", "channel", "source")
PLACED = "order__placement__placed_at"
#: Groups of lines, with the columns that name them.
OF_LINES = {
    "pack": ("pack__listing__product__title", "pack__name_vi", "pack__grade", "pack_id"),
    "source": ("source",),
}
MOST_ROWS = 400
#: What the goods of parts cost in the end: what was packed lighter than ordered costs less.
GOODS = Sum(F("goods") - F("lighter"))


@dataclass(frozen=True, slots=True)
class Row:
    """One group: a first day of a period, a pack's title or a channel's code. Amounts in đồng."""

    key: dt.date | str
    orders: int
    units: int
    goods: int
    shipping: int
    discount: int = 0

    @property
    def total(self) -> int:
        """Goods and shipping, less what vouchers took off."""
        return self.goods + self.shipping - self.discount


def sold(cooperative_id: int, first: dt.date, last: dt.date) -> QuerySet[SellerOrder]:
    """The sales from one local day to another, both counted."""
    begins, _ = dayplan.bounds(first)
    _, ends = dayplan.bounds(last)
    return (
        worklist.of(cooperative_id)
        .exclude(state=SellerOrder.State.CANCELLED)
        .filter(**{f"{PLACED}__gte": begins, f"{PLACED}__lt": ends})
        .order_by()
    )


def periods(first: dt.date, last: dt.date, by: str) -> list[dt.date]:
    """The first day of every period from one day to another, in order."""
    days = [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]
    return list(dict.fromkeys(_begins(day, by) for day in days))


def _begins(day: dt.date, by: str) -> dt.date:
    """The first day of the period that holds a day."""
    if by == "week":
        return day - dt.timedelta(days=day.weekday())
    return day.replace(day=1) if by == "month" else day


def total(cooperative_id: int, first: dt.date, last: dt.date) -> Row:
    """All sales of these days together; two queries."""
    parts = sold(cooperative_id, first, last)
    sums = {"goods": GOODS, "shipping": Sum("shipping"), "discount": Sum("discount")}
    money = parts.aggregate(
        orders=Count("pk"), **{name: Coalesce(one, 0) for name, one in sums.items()}
    )
    units = _lines(parts).aggregate(units=Sum("quantity"))["units"] or 0
    return Row("", units=units, **money)


def rows(cooperative_id: int, first: dt.date, last: dt.date, by: str) -> list[Row]:
    """The sales of these days, one row per group; two queries, ``KeyError`` for no such group.

    Periods stand in their order and only where something was sold; packs and channels by money.
    The delivery of a parcel belongs to no pack and to no source: those rows carry goods alone.
    """
    parts = sold(cooperative_id, first, last)
    if by in OF_LINES:
        return _by_line(parts, by)
    if by == "channel":
        found = _by_part(parts, "order__placement__channel")
        return sorted(found, key=lambda row: (-row.total, str(row.key)))
    cut = PERIODS[by]
    day = cut(PLACED, tzinfo=clock.LOCAL)
    of_line = cut(f"seller_order__{PLACED}", tzinfo=clock.LOCAL)
    return _by_part(parts.annotate(group=day), "group", of_line)


def _by_line(parts: QuerySet[SellerOrder], by: str) -> list[Row]:
    """Groups of lines; a pack is called as it is called today."""
    columns = OF_LINES[by]
    grouped = (
        _lines(parts)
        .values_list(*columns)
        .annotate(Count("seller_order", distinct=True), Sum("quantity"))
        .annotate(goods=Sum(F("total") - F("lighter")))
    )
    found = [
        Row(", ".join(str(word) for word in names[:3] if word), orders, units, goods, 0)
        for *names, orders, units, goods in grouped
    ]
    return sorted(found, key=lambda row: (-row.goods, str(row.key)))[:MOST_ROWS]


def _by_part(parts: QuerySet[SellerOrder], column: str, of_line: Any = None) -> list[Row]:
    """Groups of whole parts, with the units of their lines."""
    lines = _lines(parts)
    line_column = f"seller_order__{column}"
    if of_line is not None:
        lines, line_column = lines.annotate(group=of_line), "group"
    units = dict(lines.values_list(line_column).annotate(Sum("quantity")))
    grouped = (
        parts.values_list(column)
        .annotate(Count("pk"), Sum("shipping"), Sum("discount"))
        .annotate(cost=GOODS)
    )
    found = [
        Row(_key(key), orders, units.get(key, 0), goods, shipping, discount)
        for key, orders, shipping, discount, goods in grouped
    ]
    return sorted(found, key=lambda row: str(row.key))[-MOST_ROWS:]


def _key(key: dt.datetime | str) -> dt.date | str:
    """A period by its first local day; anything else as it is."""
    return clock.local_day(key) if isinstance(key, dt.datetime) else key


def _lines(parts: QuerySet[SellerOrder]) -> QuerySet[SellerOrderLine]:
    """The lines of these parts."""
    return SellerOrderLine.objects.filter(seller_order__in=parts.values("pk")).order_by()
