"""A cooperative's day with its orders: what to pick out of which lot, and what was packed."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Prefetch, QuerySet

from catalog.orders import worklist
from catalog.orders.models import OrderEvent, SellerOrder, SellerOrderLine
from catalog.stock.models import Hold
from catalog.traceability.models import Box
from marketplace.records import clock

State = SellerOrder.State


@dataclass(slots=True)
class Pick:
    """Units of one pack to fetch, by the lots they are kept in (code → units)."""

    title: str
    units: int = 0
    lots: dict[str, int] = field(default_factory=dict)


def of_day(cooperative_id: int, day: dt.date) -> QuerySet[SellerOrder]:
    """The parts whose order was placed on a local day, in every state."""
    first, after = bounds(day)
    return worklist.of(cooperative_id).filter(
        order__placement__placed_at__gte=first, order__placement__placed_at__lt=after
    )


def bounds(day: dt.date) -> tuple[dt.datetime, dt.datetime]:
    """When a local day begins, and when the next one does."""
    first = dt.datetime.combine(day, dt.time(), clock.LOCAL)
    return first, first + dt.timedelta(days=1)


def to_pack(cooperative_id: int) -> list[SellerOrder]:
    """The accepted parts nobody has packed, the one with the earliest promise first."""
    parts = _whole(worklist.of(cooperative_id).filter(state=State.CONFIRMED))
    return list(parts.order_by("arrives_from", "pk"))


def packed_on(cooperative_id: int, day: dt.date) -> list[SellerOrder]:
    """The parts packed on a local day that still have their boxes, in the order of packing."""
    first, after = bounds(day)
    done = OrderEvent.objects.filter(
        what=OrderEvent.What.PACKED, at__gte=first, at__lt=after, seller_order__isnull=False
    ).values("seller_order")
    parts = worklist.of(cooperative_id).filter(pk__in=done, state__in=worklist.PRINTABLE)
    return list(_whole(parts).order_by("pk"))


def boxes_of(parts: Iterable[SellerOrder]) -> list[Box]:
    """The boxes of several parts, parcel by parcel, those whose label still counts; one query."""
    numbers = {part.number: place for place, part in enumerate(parts)}
    rows = Box.objects.filter(reference__in=numbers).exclude(state=Box.State.VOID)
    found = rows.select_related("lot__party", "item").order_by("lot_id", "item_id", "pk")
    return sorted(found, key=lambda box: numbers[box.reference])


def picks(parts: Iterable[SellerOrder]) -> list[Pick]:
    """What the parts need together, pack by pack, with the lots the units are kept in."""
    lines = [line for part in parts for line in part.lines.all()]
    found: dict[int, Pick] = {}
    for line in lines:
        found.setdefault(line.pack_id, Pick(line.title)).units += line.quantity
    kept = Hold.objects.filter(
        order_line__in=[line.line_id for line in lines], state=Hold.State.HELD
    )
    rows = kept.order_by("balance__lot__harvested_on", "balance__lot_id", "pk")
    for pack, code, units in rows.values_list("balance__pack_id", "balance__lot__code", "quantity"):
        lots = found[pack].lots
        lots[code] = lots.get(code, 0) + units
    return sorted(found.values(), key=lambda pick: (-pick.units, pick.title))


def _whole(parts: QuerySet[SellerOrder]) -> QuerySet[SellerOrder]:
    """The parts with all that lists and slips show of them."""
    goods = SellerOrderLine.objects.select_related("pack__listing__shelf")
    return parts.select_related(
        "order__placement__commune__province", "lane", "cooperative__commune"
    ).prefetch_related(Prefetch("lines", goods.prefetch_related("packed__lot")))
