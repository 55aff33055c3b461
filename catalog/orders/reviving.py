"""Keeping goods again for an order that was paid too late: from the shelf, or from its harvest."""

from collections.abc import Iterable

from catalog.orders.models import SellerOrder, SellerOrderLine
from catalog.seasons import claiming, filling
from catalog.seasons.models import PreOrder
from catalog.stock import holding
from catalog.stock.refusals import OutOfStock, Short


def hold_again(parts: Iterable[SellerOrder]) -> None:
    """Hold every unit of every part once more, or raise ``OutOfStock``; windows come first.

    What had been ordered before its harvest goes to the end of the queue.
    """
    lines = [line for part in parts for line in part.lines.select_related("preorder")]
    beforehand = [line for line in lines if hasattr(line, "preorder")]
    short = [line for line in beforehand if line.preorder.state == PreOrder.State.SHORT]
    if short:
        raise OutOfStock([Short(line.pack_id, line.quantity, 0) for line in short])
    claimed = claiming.claim_again(beforehand)
    holding.hold(_wanted(line for line in lines if line.pk not in claimed))
    filling.fill(line.pack_id for line in beforehand)


def _wanted(lines: Iterable[SellerOrderLine]) -> list[holding.Wanted]:
    """What the lots have to keep."""
    return [holding.Wanted(line.line_id, line.pack_id, line.quantity) for line in lines]
