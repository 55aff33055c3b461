"""From lots forward to what was sold of them: every order line once, however many lots it holds.

Lines of cancelled parts do not count: their goods never left the house or came back to it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from django.db.models import Count, F, QuerySet, Sum
from django.db.models.functions import Lower

from catalog.cooperatives.models import Cooperative
from catalog.orders.models import PackedLot, SellerOrder
from catalog.stock.models import Hold, LotBalance
from catalog.traceability.models import Box, Lot
from marketplace.database.statements import AnyOf  # noqa: F401 -- registers ``any_of``

State = SellerOrder.State
SOLD = (State.PACKED, State.SHIPPED, State.DELIVERED)
UNPACKED = (State.WAITING, State.TO_CONFIRM, State.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Line:
    """An order line that holds units of recalled lots, and where its parcel stands."""

    line: int
    units: int
    state: str
    buyer: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Reach:
    """What a recall of some lots would reach, counted."""

    lots: int
    left_g: int
    boxes: int
    lines: int
    orders: int
    buyers: int
    cooperatives: list[str]
    on_sale: int
    unpacked: int
    by_state: dict[str, int] = field(default_factory=dict)


def lines(lots: Collection[int]) -> list[Line]:
    """Every order line with goods of these lots, each once, by key."""
    rows = (
        PackedLot.objects.filter(lot__pk__any_of=list(lots), line__seller_order__state__in=SOLD)
        .values_list(
            "line_id",
            "line__seller_order__state",
            "line__seller_order__order__placement__phone",
            Lower("line__seller_order__order__placement__email"),
        )
        .annotate(units=Sum("quantity"))
        .order_by("line_id")
    )
    return [Line(pk, units, state, (phone, mail)) for pk, state, phone, mail, units in rows]


def reach(lots: Collection[int]) -> Reach:
    """Count what a recall of these lots would reach; nothing is written."""
    found = lines(lots)
    states: dict[str, int] = {}
    for line in found:
        states[line.state] = states.get(line.state, 0) + 1
    orders = PackedLot.objects.filter(
        lot__pk__any_of=list(lots), line__seller_order__state__in=SOLD
    ).aggregate(n=Count("line__seller_order__order", distinct=True))
    left = Lot.objects.filter(pk__any_of=list(lots)).aggregate(
        g=Sum(F("quantity_g") - F("packed_g") - F("used_g"))
    )
    balances = LotBalance.objects.filter(lot__pk__any_of=list(lots))
    sale = balances.aggregate(n=Sum(F("received") - F("held") - F("sold")))
    return Reach(
        lots=len(lots),
        left_g=left["g"] or 0,
        boxes=Box.objects.filter(lot__pk__any_of=list(lots), state=Box.State.PACKED).count(),
        lines=len(found),
        orders=orders["n"],
        buyers=len({line.buyer for line in found}),
        cooperatives=list(cooperatives(lots).order_by("name").values_list("name", flat=True)),
        on_sale=sale["n"] or 0,
        unpacked=unpacked(lots).values("order_line").distinct().count(),
        by_state=states,
    )


def cooperatives(lots: Collection[int]) -> QuerySet[Cooperative]:
    """Whose lots they are."""
    return Cooperative.objects.filter(party__lots__pk__any_of=list(lots)).distinct()


def unpacked(lots: Collection[int]) -> QuerySet[Hold]:
    """Units of these lots kept for orders nobody has packed yet."""
    return Hold.objects.filter(balance__lot__pk__any_of=list(lots), state=Hold.State.HELD)
