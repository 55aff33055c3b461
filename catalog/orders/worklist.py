"""What a cooperative's members have to do with its orders, the most urgent first."""

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from django.db.models import Count, F, Prefetch, QuerySet

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
    """Lots a line can be packed from: those kept for it, a single other one, or several."""

    value: str
    lots: dict[int, int]
    codes: str
    harvested_on: dt.date
    best_before: dt.date | None
    left: int


def of(cooperative_id: int) -> QuerySet[SellerOrder]:
    """A cooperative's own parts; who ordered but never paid is nobody's business."""
    return SellerOrder.objects.filter(cooperative=cooperative_id, confirm_by__isnull=False)


def listed(cooperative_id: int, name: str) -> QuerySet[SellerOrder]:
    """The parts of one list with what a row shows: what waits longest first, what is done last."""
    parts = of(cooperative_id).filter(state__in=LISTS[name])
    order = ("-pk",) if name == "done" else (F("confirm_by").asc(nulls_last=True), "pk")
    return (
        parts.select_related(
            "order__placement__commune__province", "order__placement__phone_code", "lane"
        )
        .prefetch_related(Prefetch("lines", _goods()))
        .order_by(*order)
    )


def counts(cooperative_id: int) -> dict[str, int]:
    """How many parts each list holds; one query."""
    rows = of(cooperative_id).order_by().values_list("state").annotate(Count("pk"))
    by_state = dict(rows)
    return {name: sum(by_state.get(state, 0) for state in states) for name, states in LISTS.items()}


def one(cooperative_id: int, number: str) -> SellerOrder | None:
    """A part by its number with its goods and packed lots, if it is this cooperative's."""
    return (
        of(cooperative_id)
        .select_related(
            *("order__placement__commune__province", "order__placement__phone_code"),
            *("lane__courier", "cooperative__commune"),
        )
        .prefetch_related(Prefetch("lines", _goods().prefetch_related("packed__lot")))
        .filter(number=number)
        .first()
    )


def _goods() -> QuerySet[SellerOrderLine]:
    """Lines with what a row shows of them."""
    return SellerOrderLine.objects.select_related("pack__listing__shelf")


def choices(part: SellerOrder) -> dict[int, list[Choice]]:
    """What each line can be packed from, by line: two queries, however many lines."""
    held = packing.suggested(part)
    lines = list(part.lines.all())
    shelf: dict[int, list[LotBalance]] = {}
    rows = LotBalance.objects.filter(
        pack__in={line.pack_id for line in lines}, lot__state=Lot.State.OPEN
    ).select_related("lot")
    order = (F("best_before").asc(nulls_last=True), "lot__harvested_on", "pk")
    for balance in rows.order_by(*order):
        shelf.setdefault(balance.pack_id, []).append(balance)
    return {
        line.pk: _of_line(line, held.get(line.pk, {}), shelf.get(line.pack_id, []))
        for line in lines
    }


def _of_line(
    line: SellerOrderLine, held: Mapping[int, int], balances: list[LotBalance]
) -> list[Choice]:
    """First what is kept for the line, then single lots with enough left, else several together."""
    by_lot = {balance.lot_id: balance for balance in balances}
    found = []
    if held and held.keys() <= by_lot.keys():
        found.append(_together("held", held, by_lot))
    today = clock.local_day()
    left = {
        lot: units
        for lot, balance in by_lot.items()
        if (units := balance.received - balance.held - balance.sold + held.get(lot, 0)) > 0
        and (balance.best_before is None or balance.best_before >= today)
    }
    found += [
        _together(str(lot), {lot: line.quantity}, by_lot, units)
        for lot, units in left.items()
        if units >= line.quantity and list(held) != [lot]
    ]
    if not found and sum(left.values()) >= line.quantity:
        found.append(_together("several", _first_first(left, line.quantity), by_lot))
    return found[:MOST_CHOICES]


def _first_first(left: Mapping[int, int], wanted: int) -> dict[int, int]:
    """So many units, from the lots that must go first."""
    taken: dict[int, int] = {}
    for lot, units in left.items():
        if wanted:
            taken[lot] = min(units, wanted)
            wanted -= taken[lot]
    return taken


def _together(
    value: str, lots: Mapping[int, int], by_lot: Mapping[int, LotBalance], left: int = 0
) -> Choice:
    """One choice out of these lots."""
    chosen = [by_lot[lot].lot for lot in lots]
    codes = ", ".join(lot.code for lot in chosen)
    keeps = min((lot.best_before for lot in chosen if lot.best_before), default=None)
    return Choice(value, dict(lots), codes, min(lot.harvested_on for lot in chosen), keeps, left)
