"""Asking for the money of an order again, by the same channel or by another."""

from django.db import transaction
from oscar.apps.order.models import Order

from catalog.orders import deadlines, deposits, paying, phonecodes, writing
from catalog.orders.models import Placement, SellerOrder
from catalog.orders.refusals import ChannelRefused, MoveRefused
from marketplace.people.models import User
from marketplace.records import audit
from payments import queries
from payments.models import Attempt, Invoice

State = SellerOrder.State


@transaction.atomic
def pay_by(number: str, channel: str, *, by: User | None = None) -> list[Attempt]:
    """Ask for what is missing by ``channel``; an open asking by the same channel is answered again.

    Cash confirms the order at once. Raises ``MoveRefused`` when no money is awaited, and
    ``ChannelRefused`` for a channel that is off, or cash above the cap; nothing changes then.
    """
    deposits.lock(number)
    order = Order.objects.select_for_update().get(number=number)
    if order.status != "awaiting_payment":
        raise MoveRefused(order.status)
    placement = Placement.objects.select_related("order").get(order=order)
    if deposits.waits(placement):
        return _deposit_by(placement, channel, by)
    if paying.refusal(channel, paying.total_of(order), paying.door(placement)):
        raise ChannelRefused(channel)
    parts = list(order.seller_orders.select_for_update().order_by("pk"))
    ended = queries.attempts_of(number).filter(channel=channel).exclude(state__in=Attempt.OPEN)
    nth = ended.values("created_at").distinct().count() + 1
    before = {"channel": placement.channel, "status": order.status}
    placement.channel = channel
    if paying.confirms_at_once(channel):
        placement.held_until = None
        _confirm(order, parts)
        phonecodes.begin(placement, paying.total_of(order), by)
    after = {"channel": channel, "status": order.status}
    if before != after:
        audit.record(by, order, "order.channel", before=before, after=after)
    placement.save(update_fields=["channel", "held_until"])
    return paying.start(placement, parts, channel, nth=nth)


def _deposit_by(placement: Placement, channel: str, by: User | None) -> list[Attempt]:
    """Ask for a deposit by another way; the rest is paid at the door all the same."""
    reference = deposits.reference(placement.order.number)
    asked = queries.attempts_of(reference)
    total = Invoice.objects.get(reference=reference).total
    if paying.refusal(channel, total, paying.door(placement)) or paying.confirms_at_once(channel):
        raise ChannelRefused(channel)
    ended = asked.filter(channel=channel).exclude(state__in=Attempt.OPEN)
    nth = ended.values("created_at").distinct().count() + 1
    parts = placement.order.seller_orders.select_for_update().filter(deposit__gt=0).order_by("pk")
    told = {"channel": channel, "reference": reference}
    audit.record(by, placement.order, "order.channel", after=told)
    return paying.start(placement, list(parts), channel, nth=nth, reference=reference)


def _confirm(order: Order, parts: list[SellerOrder]) -> None:
    """Cash: the order stands, and the cooperatives are asked to accept it."""
    order.set_status("confirmed")
    until = deadlines.accept_by(parts)
    for part in parts:
        part.state, part.confirm_by = State.TO_CONFIRM, until[part.cooperative_id]
        part.save(update_fields=["state", "confirm_by"])
    writing.ask_to_confirm(parts)
