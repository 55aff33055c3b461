"""A cooperative says yes to its part of an order."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db import transaction

from catalog.orders import phonecodes, working
from catalog.orders.models import SellerOrder
from catalog.orders.refusals import MoveRefused, NotProved
from marketplace.people.models import User


class Accepted(NamedTuple):
    """How many parts stand accepted now, and the keys of those that could not be."""

    taken: int
    passed: list[int]


@transaction.atomic
def accept(seller_order_id: int, *, called: bool = False, by: User) -> SellerOrder:
    """Accept a part that waits for its cooperative. Accepting twice is accepting once.

    ``called`` says that the cooperative has talked to the buyer. The buyer sees it on the order's
    page; the next letter comes with the carrier. ``MoveRefused`` when the part is not paid yet,
    cancelled, or further already; ``NotProved`` for a cash order nobody has stood up for.
    """
    bench = working.locked(seller_order_id)
    if bench.part.state == SellerOrder.State.CONFIRMED:
        return bench.part
    if bench.part.state == SellerOrder.State.TO_CONFIRM:
        phonecodes.let_through(bench.order, called=called, by=by)
    working.move(bench, SellerOrder.State.CONFIRMED, by=by)
    return bench.part


def accept_several(seller_order_ids: Iterable[int], *, by: User) -> Accepted:
    """Accept several parts, each on its own: one that cannot be does not stop the others.

    No transaction spans them, so nobody waits for another order's locks; pressed twice, the second
    press finds them accepted.
    """
    taken, passed = 0, []
    for key in sorted(set(seller_order_ids)):
        try:
            accept(key, by=by)
        except (MoveRefused, NotProved):
            passed.append(key)
        else:
            taken += 1
    return Accepted(taken, passed)
