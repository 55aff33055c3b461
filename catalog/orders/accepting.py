"""A cooperative says yes to its part of an order."""

from django.db import transaction

from catalog.orders import working
from catalog.orders.models import SellerOrder
from marketplace.people.models import User
from marketplace.records import outbox


@transaction.atomic
def accept(seller_order_id: int, *, by: User) -> SellerOrder:
    """Accept a part that waits for its cooperative. Accepting twice is accepting once.

    ``MoveRefused`` when it is not paid yet, cancelled, or already on its way.
    """
    bench = working.locked(seller_order_id)
    if bench.part.state == SellerOrder.State.CONFIRMED:
        return bench.part
    working.move(bench, SellerOrder.State.CONFIRMED, by=by)
    outbox.post("order.accepted", key=bench.part.number, seller_order=bench.part.pk)
    return bench.part
