"""Orders that were to be packed from a recalled lot get other goods, where there are any."""

from __future__ import annotations

from django.db import transaction
from oscar.apps.order.models import Order

from catalog.orders import deposits
from catalog.orders.models import SellerOrderLine
from catalog.recalling import forward
from catalog.stock import holding
from catalog.stock.models import Hold
from catalog.stock.refusals import OutOfStock
from catalog.traceability.models import Lot
from marketplace.records import audit


@transaction.atomic
def move(order_id: int) -> int:
    """Hold what an order has in recalled lots in other lots instead; how many lines moved.

    A line that finds no other goods keeps its place: nobody can pack it from there, and its
    cooperative sees it among what to do. Safe to run again.
    """
    number = Order.objects.values_list("number", flat=True).get(pk=order_id)
    deposits.lock(number)
    order = Order.objects.select_for_update().get(pk=order_id)
    stuck = Hold.objects.filter(
        order_line__order=order,
        state=Hold.State.HELD,
        balance__lot__state=Lot.State.RECALLED,
    ).values("order_line")
    parts = SellerOrderLine.objects.filter(
        line__in=stuck, seller_order__state__in=forward.UNPACKED
    ).select_related("seller_order")
    return sum(_moved(order, line) for line in parts.order_by("pk"))


def _moved(order: Order, line: SellerOrderLine) -> bool:
    """Let go of a line's units and hold as many in lots that are sold; whether there were any."""
    try:
        with transaction.atomic():
            holding.release(order, lines=[line.pk])
            holding.hold([holding.Wanted(line.pk, line.pack_id, line.quantity)])
    except OutOfStock:
        return False
    audit.record(None, line.seller_order, "seller_order.other_lot", after={"line": line.pk})
    return True
