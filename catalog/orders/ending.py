"""Ending an order before it is on its way: by its buyer, by time, or by a cooperative.

The invoice is locked before the order, as booking does, so money that arrives at the same moment
waits or is waited for.
"""

from dataclasses import dataclass

from django.db import transaction
from oscar.apps.order.models import Order

from catalog.cooperatives import payees
from catalog.orders import deposits, paying, queries, working
from catalog.orders.models import (
    OrderEvent,
    PackedLot,
    Placement,
    SellerOrder,
    SellerOrderLine,
)
from catalog.orders.refusals import MoveRefused
from catalog.orders.undelivered import Undelivered
from catalog.promotions import using
from catalog.seasons import claiming, filling
from catalog.stock import holding
from catalog.traceability.lots import packing as boxes
from catalog.traceability.lots import shipping as boxes_on_road
from marketplace.people.models import User
from marketplace.records import audit, clock, outbox
from payments import couriers, incidents, invoicing
from payments import parts as dropping

State = SellerOrder.State
What = OrderEvent.What
CANCELLABLE = (State.WAITING, State.TO_CONFIRM)
#: What a cooperative can still give back: everything that has not left its house.
RETURNABLE = (State.TO_CONFIRM, State.CONFIRMED, State.PACKED)


@dataclass(frozen=True, slots=True)
class CameBack:
    """What the carrier says of a parcel it brings back: a word of ``Undelivered.Why``."""

    why: str
    is_lost: bool


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
    return ended + sum(decline(part.pk) for part in queries.unanswered())


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
def decline(seller_order_id: int) -> bool:
    """Cancel one cooperative's part that nobody accepted in time; whether it did."""
    bench = working.locked(seller_order_id)
    if bench.part.state != State.TO_CONFIRM:
        return False
    _without(bench, by=None)
    return True


@transaction.atomic
def give_back(seller_order_id: int, *, opened: str, by: User) -> SellerOrder:
    """A cooperative gives its part back while it is in its house, packed or not.

    Its boxes are unpacked and their labels void, its units go back to the shelf, the buyer is told,
    and money paid for it is due for refund; with the last part the whole order ends. Giving back
    twice changes nothing. ``MoveRefused`` when the part does not stand any more where it stood
    when the question was ``opened``, or is on the road.
    """
    bench = working.locked(seller_order_id)
    part = bench.part
    if part.state == State.CANCELLED:
        return part
    if part.state != opened or part.state not in RETURNABLE:
        raise MoveRefused(part.state)
    _without(bench, by=by)
    return part


@transaction.atomic
def come_back(seller_order_id: int, told: CameBack, *, by: User) -> SellerOrder:
    """A parcel on the road was not taken: its part ends, nothing more is asked for it.

    Goods that can still be sold go back to the shelf; lost ones do not. Money that was paid is due
    for refund. Coming back twice changes nothing; ``MoveRefused`` when it is not on the road.
    """
    bench = working.locked(seller_order_id)
    order, part = bench.order, bench.part
    if part.state == State.CANCELLED:
        return part
    if part.state != State.SHIPPED:
        raise MoveRefused(part.state)
    placement = Placement.objects.get(order=order)
    Undelivered.objects.create(
        seller_order=part,
        phone=placement.phone,
        why=told.why,
        is_cash=paying.collects_cash(placement, part),
        is_lost=told.is_lost,
        at=clock.now(),
        by=by,
    )
    couriers.not_taken(part.number)
    if told.why != Undelivered.Why.DAMAGED:
        deposits.keep(part)
    if told.is_lost:
        boxes_on_road.lose(part.number, by=by)
        part.state = State.CANCELLED
        part.save(update_fields=["state"])
    _without(bench, by=by)
    return part


@transaction.atomic
def go_without(seller_order_id: int) -> bool:
    """End a part whose harvest fell short, and note the money as due for refund; whether it did.

    An order nobody has paid yet ends whole: its buyer may order anew what there is.
    """
    bench = working.locked(seller_order_id)
    order, part = bench.order, bench.part
    if part.state not in (State.WAITING, *RETURNABLE):
        return False
    if order.status == "awaiting_payment":
        _end(order, bench.parts, status="cancelled", what=What.CANCELLED, by=None)
    else:
        _without(bench, by=None)
    return True


def _without(bench: working.Bench, *, by: User | None) -> None:
    """The order goes on without the part; without its last part it ends."""
    order, part, parts = bench.order, bench.part, bench.parts
    if all(other.state == State.CANCELLED for other in parts if other.pk != part.pk):
        _end(order, parts, status="cancelled", what=What.CANCELLED, by=by)
        return
    _cancel_part(order, part, by)
    working.follow(order, parts, by=by)


def _cancel_part(order: Order, part: SellerOrder, by: User | None) -> None:
    """One part ends, the others go on."""
    before = part.state
    if part.state != State.CANCELLED:
        _give_up(order, [part], by)
    OrderEvent.objects.create(
        order=order, seller_order=part, what=What.CANCELLED, by=by, at=clock.now()
    )
    audit.record(
        by, part, "seller_order.cancelled", before={"state": before}, after={"state": part.state}
    )
    outbox.post("order.part_cancelled", key=part.number, seller_order=part.pk)
    _ask_no_more(order, part)


def _give_up(order: Order, parts: list[SellerOrder], by: User | None) -> None:
    """The goods of parts go back to the shelf, out of their boxes if they are packed.

    Of all parts together: every window is locked before the first balance of stock, each kind in
    key order, as who orders at this moment does.
    """
    packed = [part for part in parts if part.state in (State.PACKED, State.SHIPPED)]
    lines = _lines(parts)
    packs = claiming.give_back(lines)
    filling.lock(packs)
    if packed:
        boxed = _lines(packed)
        holding.take_back(order, lines=boxed)
        for part in packed:
            boxes.unpack(part.number, by=by)
        PackedLot.objects.filter(line__in=boxed).delete()
    holding.release(order, lines=_lines([part for part in parts if part not in packed]))
    filling.fill(packs)
    for part in parts:
        part.state, part.harvested_at = State.CANCELLED, None
        part.save(update_fields=["state", "harvested_at"])


def _lines(parts: list[SellerOrder]) -> list[int]:
    """The keys of the order lines of parts."""
    lines = SellerOrderLine.objects.filter(seller_order__in=parts)
    return list(lines.values_list("line_id", flat=True))


def _ask_no_more(order: Order, part: SellerOrder) -> None:
    """What was paid for the part goes back; what was not is not asked for any more."""
    deposits.give_back(part, "part_cancelled")
    invoice = invoicing.lock(order.number)
    if invoice.covered_at is None:
        try:
            invoice = dropping.drop(order.number, payees.payee_key(part.cooperative_id))
        except dropping.PartIsPaid:
            incidents.refund_due(invoice, part.owed - part.deposit, "part_cancelled")
        if invoice.covered_at is not None:
            # The cash of the other parcels is here already: it was all there is to pay.
            OrderEvent.objects.create(order=order, what=What.PAID, at=clock.now())
        return
    incidents.refund_due(invoice, part.owed - part.deposit, "part_cancelled")


def _locked(number: str) -> tuple[Order, list[SellerOrder]]:
    """The order and its parts, locked after the invoices."""
    deposits.lock(number)
    order = Order.objects.select_for_update().get(number=number)
    return order, list(order.seller_orders.select_for_update().order_by("pk"))


def _end(
    order: Order, parts: list[SellerOrder], *, status: str, what: str, by: User | None
) -> None:
    """Give the goods back, close the invoice, write it down and tell everybody."""
    before = {"status": order.status} | {part.number: part.state for part in parts}
    order.set_status(status)
    using.give_back(order)
    _give_up(order, [part for part in parts if part.state != State.CANCELLED], by)
    invoicing.close(order.number, reason=status)
    deposits.close(order, status)
    OrderEvent.objects.create(order=order, what=what, by=by, at=clock.now())
    after = {"status": status} | {part.number: part.state for part in parts}
    audit.record(by, order, f"order.{status}", before=before, after=after)
    outbox.post("order.ended", key=f"{order.number}:{status}", order=order.pk, status=status)
