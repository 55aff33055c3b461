"""Packing a cooperative's part: which lot goes into which box, each box with its own code."""

from collections.abc import Mapping

from django.db import transaction

from catalog.orders import working
from catalog.orders.models import PackedLot, SellerOrder, SellerOrderLine
from catalog.stock import holding
from catalog.stock.models import Hold
from catalog.traceability import packing as boxes
from catalog.traceability.models import Box
from marketplace.people.models import User

#: Units by lot, by order line: what the packer took.
Taken = Mapping[int, Mapping[int, int]]


class WrongUnits(ValueError):
    """The units taken from the lots are not the units that were ordered."""


@transaction.atomic
def pack(seller_order_id: int, taken: Taken, *, by: User) -> list[Box]:
    """Pack an accepted part out of the lots the packer chose; answers the boxes to label.

    Lines left out are packed from the lots their units are held in. Another lot than the held one
    is allowed when it has enough left. Packing twice answers the boxes of the first time. Refused
    whole with ``MoveRefused``, ``WrongUnits``, ``OutOfStock``, or what the traceability log refuses.
    """
    bench = working.locked(seller_order_id)
    part = bench.part
    if part.state == SellerOrder.State.PACKED:
        return boxes_of(part)
    working.move(bench, SellerOrder.State.PACKED, by=by)
    lines = list(part.lines.select_related("line__product__pack__item").order_by("pk"))
    for line in lines:
        _take(line, taken.get(line.pk, {}))
    holding.sell(bench.order, lines=[line.pk for line in lines])
    packed = PackedLot.objects.filter(line__in=lines).order_by("lot_id", "line_id")
    for row in packed.select_related("line__pack__item"):
        boxes.pack(
            row.lot_id,
            row.line.pack.item.key,
            units=row.quantity,
            reference=part.number,
            by=by,
        )
    return boxes_of(part)


def boxes_of(part: SellerOrder) -> list[Box]:
    """The boxes packed for a part, in the order of their lots, those that still count."""
    rows = Box.objects.filter(reference=part.number).exclude(state=Box.State.VOID)
    return list(
        rows.select_related("lot__party", "item").order_by("lot_id", "item_id", "pk")
    )


def suggested(part: SellerOrder) -> dict[int, dict[int, int]]:
    """The lots each line's units are held in: what to take when nothing speaks against it."""
    found: dict[int, dict[int, int]] = {}
    rows = Hold.objects.filter(
        order_line__part__seller_order=part, state=Hold.State.HELD
    )
    for line_id, lot_id, units in rows.values_list(
        "order_line_id", "balance__lot_id", "quantity"
    ):
        lots = found.setdefault(line_id, {})
        lots[lot_id] = lots.get(lot_id, 0) + units
    return found


def _take(line: SellerOrderLine, chosen: Mapping[int, int]) -> None:
    """Move the line's hold to the chosen lots, where others were chosen, and write them down."""
    held = suggested(line.seller_order).get(line.pk, {})
    lots = {lot: units for lot, units in chosen.items() if units} or held
    if sum(lots.values()) != line.quantity or min(lots.values(), default=0) < 0:
        raise WrongUnits(line.title)
    if lots != held:
        holding.move(line.line, dict(lots))
    PackedLot.objects.bulk_create(
        PackedLot(line=line, lot_id=lot, quantity=units)
        for lot, units in sorted(lots.items())
    )
