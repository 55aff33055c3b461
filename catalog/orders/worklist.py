"""What a cooperative's members have to do with its orders, the most urgent first."""

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from django.db.models import Count, F, QuerySet

from catalog.orders import packing
from catalog.orders.models import SellerOrder, SellerOrderLine
from catalog.stock.models import LotBalance
from catalog.traceability.models import Lot
from marketplace.records import clock

State = SellerOrder.State

#: The lists of the orders page: name in its address → the states it shows.
LISTS: Mapping[str, tuple[str, ...]] = {
    "confirm": (State.TO_CONFIRM,),
    "pack": (State.CONFIRMED,),
    "send": (State.PACKED,),
    "way": (State.SHIPPED,),
    "done": (State.DELIVERED, State.CANCELLED),
}
MOST_CHOICES = 12
#: Where a part has boxes that labels can be printed for.
PRINTABLE = (State.PACKED, State.SHIPPED, State.DELIVERED)


class Choice(NamedTuple):
    """A lot that could fill a line whole, or the lots it is held in when those are several."""

    value: str
    lots: dict[int, int]
    codes: str
    harvested_on: dt.date
    left: int


def of(cooperative_id: int) -> QuerySet[SellerOrder]:
    """A cooperative's own parts; what is not paid yet is nobody's work."""
    return SellerOrder.objects.filter(cooperative=cooperative_id).exclude(
        state=State.WAITING
    )


def listed(cooperative_id: int, name: str) -> QuerySet[SellerOrder]:
    """The parts of one list with what a row shows: what waits longest first, what is done last."""
    parts = of(cooperative_id).filter(state__in=LISTS[name])
    order = ("-pk",) if name == "done" else (F("confirm_by").asc(nulls_last=True), "pk")
    return (
        parts.select_related("order__placement__commune__province", "lane")
        .prefetch_related("lines__pack__listing__shelf")
        .order_by(*order)
    )


def counts(cooperative_id: int) -> dict[str, int]:
    """How many parts each list holds; one query."""
    rows = of(cooperative_id).order_by().values_list("state").annotate(Count("pk"))
    by_state = dict(rows)
    return {
        name: sum(by_state.get(state, 0) for state in states)
        for name, states in LISTS.items()
    }


def one(cooperative_id: int, number: str) -> SellerOrder | None:
    """A part by its number, if it is this cooperative's."""
    return (
        of(cooperative_id)
        .select_related(
            "order__placement__commune__province", "lane", "cooperative__commune"
        )
        .filter(number=number)
        .first()
    )


def choices(part: SellerOrder, line: SellerOrderLine) -> list[Choice]:
    """What a line can be packed from: first what it is held in, then lots with enough left."""
    held = packing.suggested(part).get(line.pk, {})
    balances = {
        balance.lot_id: balance
        for balance in LotBalance.objects.filter(
            pack=line.pack_id, lot__state=Lot.State.OPEN
        )
        .select_related("lot")
        .order_by(F("best_before").asc(nulls_last=True), "lot__harvested_on", "pk")
    }
    found = []
    if held and held.keys() <= balances.keys():
        lots = [balances[lot].lot for lot in sorted(held)]
        codes = ", ".join(lot.code for lot in lots)
        oldest = min(lot.harvested_on for lot in lots)
        found.append(Choice("held", held, codes, oldest, line.quantity))
    found += _others(line, held, balances)
    return found[:MOST_CHOICES]


def _others(
    line: SellerOrderLine, held: Mapping[int, int], balances: Mapping[int, LotBalance]
) -> list[Choice]:
    """Single lots that are fresh enough and have enough left for the whole line."""
    today = clock.local_day()
    others = []
    for lot_id, balance in balances.items():
        left = balance.received - balance.held - balance.sold + held.get(lot_id, 0)
        fresh = balance.best_before is None or balance.best_before >= today
        if left >= line.quantity and fresh and list(held) != [lot_id]:
            lot = balance.lot
            others.append(
                Choice(
                    str(lot_id),
                    {lot_id: line.quantity},
                    lot.code,
                    lot.harvested_on,
                    left,
                )
            )
    return others
