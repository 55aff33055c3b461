"""What a cooperative's step means for the whole order: locks, states, and what the buyer sees.

The invoice is locked before the order and its parts, as booking and ending do, so two steps at
once wait for each other instead of dying.
"""

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from oscar.apps.order.models import Order

from catalog.orders import deposits
from catalog.orders.models import OrderEvent, SellerOrder
from catalog.orders.refusals import DoneAlready, DraftTaken, MoveRefused
from catalog.traceability.lots.drafts import Draft
from marketplace.people.models import User
from marketplace.records import audit, clock

State = SellerOrder.State
#: From the first step to the last: the order stands where its slowest part stands.
STEPS = (State.TO_CONFIRM, State.CONFIRMED, State.PACKED, State.SHIPPED, State.DELIVERED)
ORDER_STEPS = ("confirmed", "packing", "shipped", "delivered")


@dataclass(frozen=True, slots=True)
class Bench:
    """A locked order with all its parts, and the part that is worked on."""

    order: Order
    part: SellerOrder
    parts: list[SellerOrder]


def locked(seller_order_id: int) -> Bench:
    """Lock the invoices, the order and its parts; ``SellerOrder.DoesNotExist`` if none."""
    number = SellerOrder.objects.values_list("order__number", flat=True).get(pk=seller_order_id)
    deposits.lock(number)
    order = Order.objects.select_for_update().get(number=number)
    parts = list(order.seller_orders.select_for_update().order_by("pk"))
    return Bench(order, next(part for part in parts if part.pk == seller_order_id), parts)


def was_sent(part: SellerOrder, state: str, draft: Draft | None) -> bool:
    """Whether this very press took the locked part to ``state`` before.

    ``DraftTaken`` when its key belongs to another press; ``DoneAlready`` when somebody else's
    press took the part there: a phone that waited for a network must learn of it.
    """
    if draft is None:
        return part.state == state
    known = OrderEvent.objects.filter(draft=draft.key).first()
    if known is not None:
        if (known.seller_order_id, known.what) != (part.pk, state):
            raise DraftTaken(draft.key)
        return True
    if part.state == state:
        raise DoneAlready(state)
    return False


def move(bench: Bench, state: str, *, by: User | None, draft: Draft | None = None) -> None:
    """Move the part, write it down, and let the order follow; ``MoveRefused`` when it may not.

    ``DraftTaken`` when two parts are moved at once by one key.
    """
    part, before = bench.part, bench.part.state
    if not part.can_become(state):
        raise MoveRefused(before)
    part.state = state
    part.save(update_fields=["state"])
    _write(OrderEvent(order=bench.order, seller_order=part, what=state, by=by), draft)
    audit.record(
        by, part, f"seller_order.{state}", before={"state": before}, after={"state": state}
    )
    follow(bench.order, bench.parts, by=by)


def _write(event: OrderEvent, draft: Draft | None) -> None:
    """Add the event, with the phone's key and clock where it was pressed on one."""
    event.at = clock.now()
    if draft:
        event.draft, event.written_at = draft.key, min(draft.written_at, event.at)
    try:
        with transaction.atomic():
            event.save(force_insert=True)
    except IntegrityError as error:
        if "draft" not in str(error):
            raise
        raise DraftTaken(event.draft) from None


def follow(order: Order, parts: list[SellerOrder], *, by: User | None) -> None:
    """Bring the order's own state after its parts, never backwards.

    It is being packed once anything is packed, then stands where the slowest part stands that still
    goes on.
    """
    going = [part.state for part in parts if part.state != State.CANCELLED]
    slowest = min(STEPS.index(State(state)) for state in going)
    if slowest >= STEPS.index(State.DELIVERED):
        reached = "delivered"
    elif slowest >= STEPS.index(State.SHIPPED):
        reached = "shipped"
    elif any(STEPS.index(State(state)) >= STEPS.index(State.PACKED) for state in going):
        reached = "packing"
    else:
        return
    before = order.status
    for status in ORDER_STEPS[ORDER_STEPS.index(before) + 1 : ORDER_STEPS.index(reached) + 1]:
        order.set_status(status)
    if order.status != before:
        audit.record(
            by, order, "order.moved", before={"status": before}, after={"status": order.status}
        )
