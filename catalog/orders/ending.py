"""Ending an order before it is on its way: by its buyer, by time, or by a cooperative's silence.

The invoice is locked before the order, as booking does, so money that arrives at the same moment
waits or is waited for.
"""

from django.db import transaction
from oscar.apps.order.models import Order

from catalog.orders import queries
from catalog.orders.models import OrderEvent, Placement, SellerOrder
from catalog.orders.refusals import MoveRefused
from catalog.stock import holding
from marketplace.people.models import User
from marketplace.records import audit, clock, outbox
from payments import incidents, invoicing

State = SellerOrder.State
What = OrderEvent.What
CANCELLABLE = (State.WAITING, State.TO_CONFIRM)


@transaction.atomic
def cancel(number: str, *, by: User | None = None) -> Order:
    """Cancel a whole order for its buyer while no cooperative has accepted its part.

    Cancelling twice changes nothing; ``MoveRefused`` when somebody packs already. Money that came
    is noted as due for refund.
    """
    order, parts = _locked(number)
    if order.status == "cancelled":
        return order
    if not can_be_cancelled(order, parts):
        raise MoveRefused(order.status)
    _end(order, parts, status="cancelled", what=What.CANCELLED, by=by)
    return order


def can_be_cancelled(order: Order, parts: list[SellerOrder]) -> bool:
    """Whether the buyer may still cancel: nothing is accepted, packed or sent."""
    return order.status in ("awaiting_payment", "confirmed") and all(
        part.state in CANCELLABLE for part in parts
    )


def expire_due() -> int:
    """End every order whose time to pay is over, and cash orders nobody accepted; how many."""
    ended = sum(expire(placement.order.number) for placement in queries.due())
    return ended + sum(decline(part.pk, by=None) for part in queries.unanswered())


@transaction.atomic
def expire(number: str) -> bool:
    """End one order if its time to pay is over; whether it did. Safe to run again."""
    order, parts = _locked(number)
    placement = Placement.objects.get(order=order)
    late = placement.held_until is not None and placement.held_until <= clock.now()
    if order.status != "awaiting_payment" or not late:
        return False
    _end(order, parts, status="expired", what=What.EXPIRED, by=None)
    return True


@transaction.atomic
def decline(seller_order_id: int, *, by: User | None) -> bool:
    """Cancel one cooperative's part that is not accepted; whether it did.

    Its units go back to the shelf, the buyer is told, and money paid for it is due for refund.
    With the last part the whole order ends.
    """
    number = SellerOrder.objects.values_list("order__number", flat=True).get(
        pk=seller_order_id
    )
    order, parts = _locked(number)
    part = next(part for part in parts if part.pk == seller_order_id)
    if part.state not in CANCELLABLE:
        return False
    if all(other.state == State.CANCELLED for other in parts if other.pk != part.pk):
        _end(order, parts, status="cancelled", what=What.CANCELLED, by=by)
        return True
    _cancel_part(order, part, by)
    return True


def _cancel_part(order: Order, part: SellerOrder, by: User | None) -> None:
    """One part ends, the others go on."""
    part.state = State.CANCELLED
    part.save(update_fields=["state"])
    holding.release(order, lines=part.lines.values_list("line_id", flat=True))
    OrderEvent.objects.create(
        order=order, seller_order=part, what=What.CANCELLED, by=by, at=clock.now()
    )
    audit.record(by, part, "seller_order.cancelled")
    outbox.post("order.part_cancelled", key=part.number, seller_order=part.pk)
    invoice = invoicing.lock(order.number)
    if invoice.covered_at is not None:
        incidents.refund_due(invoice, part.total, "part_cancelled")


def _locked(number: str) -> tuple[Order, list[SellerOrder]]:
    """The order and its parts, locked after the invoice."""
    invoicing.lock(number)
    order = Order.objects.select_for_update().get(number=number)
    return order, list(order.seller_orders.select_for_update().order_by("pk"))


def _end(
    order: Order, parts: list[SellerOrder], *, status: str, what: str, by: User | None
) -> None:
    """Give the goods back, close the invoice, write it down and tell everybody."""
    before = order.status
    order.set_status(status)
    for part in parts:
        if part.state != State.CANCELLED:
            part.state = State.CANCELLED
            part.save(update_fields=["state"])
    holding.release(order)
    invoicing.close(order.number, reason=status)
    OrderEvent.objects.create(order=order, what=what, by=by, at=clock.now())
    audit.record(
        by,
        order,
        f"order.{status}",
        before={"status": before},
        after={"status": status},
    )
    outbox.post(
        "order.ended", key=f"{order.number}:{status}", order=order.pk, status=status
    )
