"""What money does to orders: called inside the booking transaction, writes rows and no more."""

import contextlib
from typing import Any

from django.db import transaction
from django.dispatch import receiver
from oscar.apps.order.models import Order

from catalog.orders import deadlines, deposits, paying, reviving, sending, writing
from catalog.orders.models import OrderEvent, Placement, SellerOrder
from catalog.orders.refusals import MoveRefused
from catalog.promotions import using
from catalog.stock.refusals import OutOfStock
from marketplace.people.models import User
from marketplace.records import audit, clock, outbox
from payments import invoicing
from payments.models import CashParcel, Invoice, Refund
from payments.outcomes import Outcome, OutcomeKind
from payments.signals import booked, carried, refund_returned, refunded

State = SellerOrder.State
What = OrderEvent.What


@receiver(booked, dispatch_uid="catalog.orders.booked")
def money_came(sender: type[Invoice], invoice: Invoice, outcome: Outcome, **_facts: Any) -> None:
    """Confirm what is paid, note what is not enough, revive what was paid late if it can be."""
    number = deposits.number_of(invoice.reference)
    order = Order.objects.select_for_update().filter(number=number).first()
    if order is None:
        return
    if outcome.kind == OutcomeKind.LATE:
        _late(order, invoice, outcome)
    elif outcome.kind == OutcomeKind.UNDERPAID:
        _underpaid(order, outcome)
    elif outcome.is_paid:
        what = What.PAID if number == invoice.reference else What.DEPOSIT
        _paid(order, outcome, what)
    # A duplicate is the payments' own task: the money goes back, the order stands as it was.


@receiver(refunded, dispatch_uid="catalog.orders.refunded")
def money_went_back(sender: type[Refund], refund: Refund, **_facts: Any) -> None:
    """Tell the buyer that money is on its way back to him."""
    order = _of(refund.invoice)
    if order is not None:
        facts = {"order": order.pk, "amount": refund.amount, "letter": refund.key}
        outbox.post("order.refunded", key=refund.key, **facts)


@receiver(refund_returned, dispatch_uid="catalog.orders.refund_returned")
def money_came_back(sender: type[Refund], refund: Refund, **_facts: Any) -> None:
    """Tell the buyer that the refund did not arrive, and ask where to send it."""
    order = _of(refund.invoice)
    if order is not None:
        facts = {"order": order.pk, "amount": refund.amount, "letter": refund.key}
        outbox.post("order.refund_returned", key=refund.key, **facts)


@receiver(carried, dispatch_uid="catalog.orders.carried")
def courier_was_paid(sender: type[CashParcel], number: str, by: User, **_facts: Any) -> None:
    """A courier has the cash of a parcel that is on its way in our books: it was delivered.

    One that came back at this very moment was not: staff look at the courier's row.
    """
    part = SellerOrder.objects.filter(number=number).first()
    if part is not None:
        with contextlib.suppress(MoveRefused):
            sending.deliver(part.pk, by=by)


def _of(invoice: Invoice) -> Order | None:
    """The order an invoice, or a deposit, is of."""
    return Order.objects.filter(number=deposits.number_of(invoice.reference)).first()


def _paid(order: Order, outcome: Outcome, what: str) -> None:
    """The invoice is covered: the order stands, the cooperatives may begin.

    Cash at the door comes when all is done: it is written down, and nobody needs a letter.
    """
    before = order.status
    _note(order, what)
    if before not in ("awaiting_payment", "expired"):
        return
    order.set_status("confirmed")
    stood, stand = _may_begin(order)
    audit.record(
        None,
        order,
        "order.paid",
        before={"status": before} | stood,
        after={"status": "confirmed"} | stand,
    )
    outbox.post("order.paid", key=order.number, order=order.pk)


def _underpaid(order: Order, outcome: Outcome) -> None:
    """Part of the money is here; nobody begins before the whole of it is."""
    _note(order, What.UNDERPAID)
    audit.record(None, order, "order.underpaid", after={"missing": outcome.missing})


def _late(order: Order, invoice: Invoice, outcome: Outcome) -> None:
    """Take an expired order up again if the money covers it, and its goods and voucher are left.

    Otherwise nothing is done here: payments note the money as due for refund.
    """
    if order.status != "expired" or outcome.received + outcome.amount < invoice.total:
        return
    parts = list(order.seller_orders.select_for_update().order_by("pk"))
    try:
        with transaction.atomic():
            using.use_again(order)
            reviving.hold_again(parts)
            invoicing.reopen(invoice.reference)
            _ask_at_the_door(order, invoice)
    except (OutOfStock, using.VoucherRefused, invoicing.ReopenRefused):
        return
    before = {part.number: part.state for part in parts}
    _ask(parts)
    after = {part.number: part.state for part in parts}
    audit.record(None, order, "order.revived", before=before, after=after)
    _note(order, What.REVIVED)


def _ask_at_the_door(order: Order, invoice: Invoice) -> None:
    """The order of a late deposit lives again: the rest of it is to be paid at the door."""
    if invoice.reference == order.number:
        return
    invoicing.reopen(order.number)
    placement = Placement.objects.select_related("order").get(order=order)
    paying.start(placement, order.seller_orders.all(), placement.channel, nth=2)


def _may_begin(order: Order) -> tuple[dict[str, str], dict[str, str]]:
    """Ask the cooperatives to confirm their parts; how these stood, and how they stand now."""
    parts = list(order.seller_orders.select_for_update().order_by("pk"))
    before = {part.number: part.state for part in parts}
    _ask([part for part in parts if part.state == State.WAITING])
    writing.ask_to_confirm(parts)
    return before, {part.number: part.state for part in parts}


def _ask(parts: list[SellerOrder]) -> None:
    """Let locked parts wait for their cooperatives' word, each until its own deadline."""
    until = deadlines.accept_by(parts)
    for part in parts:
        part.state, part.confirm_by = State.TO_CONFIRM, until[part.cooperative_id]
        part.save(update_fields=["state", "confirm_by"])


def _note(order: Order, what: str) -> None:
    """Write a step the buyer sees."""
    OrderEvent.objects.create(order=order, what=what, at=clock.now())
