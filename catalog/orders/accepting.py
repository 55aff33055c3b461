"""A cooperative says yes to its part of an order."""

from django.db import transaction

from catalog.orders import working
from catalog.orders.models import SellerOrder
from marketplace.people.models import User


@transaction.atomic
def accept(seller_order_id: int, *, by: User) -> SellerOrder:
    """Accept a part that waits for its cooperative. Accepting twice is accepting once.

    The buyer sees it on the order's page; the next letter comes with the carrier. ``MoveRefused``
    when the part is not paid yet, cancelled, or further already.
    """
    bench = working.locked(seller_order_id)
    if bench.part.state == SellerOrder.State.CONFIRMED:
        return bench.part
    working.move(bench, SellerOrder.State.CONFIRMED, by=by)
    return bench.part
