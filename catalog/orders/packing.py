"""Packing a cooperative's part: which lot goes into which box, each box with its own code."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.db import transaction

from catalog.orders import weighing, working
from catalog.orders.models import PackedLot, Placement, SellerOrder, SellerOrderLine
from catalog.seasons.models import PreOrder
from catalog.seasons.refusals import NotHarvested
from catalog.stock import holding
from catalog.stock.models import Hold
from catalog.traceability.lots import assigning
from catalog.traceability.lots import packing as boxes
from catalog.traceability.lots.drafts import Draft
from catalog.traceability.models import Box
from marketplace.people.models import User
from marketplace.records import clock

#: Units by lot, by order line: what the packer took.
Taken = Mapping[int, Mapping[int, int]]
NOTHING: Mapping[int, int] = {}


class WrongUnits(ValueError):
    """The units taken from the lots are not the units that were ordered."""


@transaction.atomic
def pack(
    seller_order_id: int,
    taken: Taken,
    *,
    weighed: weighing.Weighed = NOTHING,
    labelled: Collection[str] = (),
    by: User,
    draft: Draft | None = None,
) -> list[Box]:
    """Pack an accepted part out of the lots the packer chose; answers the boxes to label.

    Lines left out are packed from the lots their units are held in. Another lot than the held one
    is allowed when it has enough left. A line that was ``weighed`` lighter than ordered costs less
    from now on. Boxes ``labelled`` ahead are taken by their codes, the rest gets fresh ones.
    Packing twice answers the boxes of the first time; a ``draft`` is known by its key, and gets
    ``DoneAlready`` when another press packed the part. Refused whole with that, ``DraftTaken``,
    ``MoveRefused``, ``NotHarvested``, ``WrongUnits``, ``TooLight``, ``OutOfStock``, or what the
    trace log refuses.

    All balances of the part are locked before the first line moves: of two packers who exchange
    lots, one waits.
    """
    bench = working.locked(seller_order_id)
    part = bench.part
    if working.was_sent(part, SellerOrder.State.PACKED, draft):
        return boxes_of(part)
    _refuse_unharvested(part)
    working.move(bench, SellerOrder.State.PACKED, by=by, draft=draft)
    goods = part.lines.select_related("line__product__pack", "pack__item")
    lines = list(goods.order_by("pack__listing_id", "pk"))
    weighing.weigh(bench, lines, weighed, by=by)
    holding.lock(line.pack_id for line in lines)
    held = suggested(part)
    rows = [
        row for line in lines for row in _take(line, held.get(line.pk, {}), taken.get(line.pk, {}))
    ]
    PackedLot.objects.bulk_create(rows)
    holding.sell(bench.order, lines=[line.pk for line in lines])
    _box(part, sorted(rows, key=lambda row: (row.lot_id, row.line_id)), labelled, by, draft)
    return boxes_of(part)


def _box(
    part: SellerOrder,
    rows: Sequence[PackedLot],
    labelled: Collection[str],
    by: User,
    draft: Draft | None,
) -> None:
    """Give each unit its box: of those labelled ahead while there are any, else a fresh one."""
    sold_on = clock.local_day(Placement.objects.get(order=part.order_id).placed_at)
    party_key = part.cooperative.party.key
    ready = (
        assigning.assign(party_key, labelled, reference=part.number, sold_on=sold_on, by=by)
        if labelled
        else Counter()
    )
    sale: dict[str, Any] = {"reference": part.number, "sold_on": sold_on, "draft": draft}
    for row in rows:
        item_key = row.line.pack.item.key
        found = min(ready[row.lot_id, item_key], row.quantity)
        ready[row.lot_id, item_key] -= found
        if units := row.quantity - found:
            boxes.pack(row.lot_id, item_key, units=units, by=by, **sale)
    if ready.total():
        raise WrongUnits(part.number)


def _refuse_unharvested(part: SellerOrder) -> None:
    """Raise ``NotHarvested`` while units that were ordered beforehand have not come in."""
    if (
        PreOrder.objects.filter(line__seller_order=part)
        .exclude(state=PreOrder.State.READY)
        .exists()
    ):
        raise NotHarvested(part.number)


def boxes_of(part: SellerOrder) -> list[Box]:
    """The boxes packed for a part, in the order of their lots, those that still count."""
    rows = Box.objects.filter(reference=part.number).exclude(state=Box.State.VOID)
    return list(rows.select_related("lot__party", "item").order_by("lot_id", "item_id", "pk"))


def suggested(part: SellerOrder) -> dict[int, dict[int, int]]:
    """The lots each line's units are held in: what to take when nothing speaks against it."""
    found: dict[int, dict[int, int]] = {}
    rows = Hold.objects.filter(order_line__part__seller_order=part, state=Hold.State.HELD)
    for line_id, lot_id, units in rows.values_list("order_line_id", "balance__lot_id", "quantity"):
        lots = found.setdefault(line_id, {})
        lots[lot_id] = lots.get(lot_id, 0) + units
    return found


def _take(
    line: SellerOrderLine, held: Mapping[int, int], chosen: Mapping[int, int]
) -> list[PackedLot]:
    """Move the line's hold to the chosen lots, where others were chosen; answers what to note."""
    lots = {lot: units for lot, units in chosen.items() if units} or dict(held)
    if sum(lots.values()) != line.quantity or min(lots.values()) < 0:
        raise WrongUnits(line.title)
    if lots != held:
        holding.move(line.line, lots)
    return [PackedLot(line=line, lot_id=lot, quantity=units) for lot, units in sorted(lots.items())]
