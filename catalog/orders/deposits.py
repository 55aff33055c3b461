"""A deposit with cash for what spoils: a part is paid beforehand, the rest at the door.

The deposit is an invoice of its own beside the order's, so that it is asked for, matched, refunded
and earned like every other. The order waits for it as others wait for their money; a parcel that is
refused at the door leaves it with the cooperative.
"""

from __future__ import annotations

from collections.abc import Mapping

from oscar.apps.order.models import Order

from catalog.baskets.contents import Contents, Parcel
from catalog.cooperatives import cashterms, payees
from catalog.orders.models import Placement, SellerOrder
from catalog.promotions.reducing import Reduction
from marketplace.records import outbox
from payments import channels, earning, incidents, invoicing, queries
from payments.channels.base import Asks
from payments.invoicing import PartEarned
from payments.models import Attempt, Invoice
from payments.splitting import by_largest_remainder

SUFFIX = "-D"
STEP = 1_000  # đồng: nobody counts coins


def reference(number: str) -> str:
    """The deposit's invoice beside that of an order."""
    return f"{number}{SUFFIX}"


def number_of(reference_: str) -> str:
    """The order an invoice belongs to, its own or its deposit's."""
    return reference_.removesuffix(SUFFIX)


def of_basket(contents: Contents, less: Mapping[int, int]) -> dict[int, dict[int, int]]:
    """What each cooperative asks beforehand, in đồng by basket line; ``less`` is a voucher's.

    Cooperatives that ask nothing are left out.
    """
    percents = cashterms.deposits([parcel.cooperative.pk for parcel in contents.parcels])
    asked = {
        parcel.cooperative.pk: _of_parcel(parcel, less, percents.get(parcel.cooperative.pk, 0))
        for parcel in contents.parcels
    }
    return {seller: lines for seller, lines in asked.items() if lines}


def off(reduction: Reduction | None) -> dict[int, int]:
    """What a voucher takes off each basket line."""
    if reduction is None:
        return {}
    shares = reduction.shares.values()
    return {line: amount for share in shares for line, amount in share.lines.items()}


def _of_parcel(parcel: Parcel, less: Mapping[int, int], percent: int) -> dict[int, int]:
    fresh = {
        item.line.pk: item.total - less.get(item.line.pk, 0)
        for item in parcel.items
        if item.pack.listing.category.perishable
    }
    goods = sum(fresh.values())
    wanted = -(-goods * percent // 100 // STEP) * STEP
    # Never more than half: the scale may still take something off the rest.
    amount = min(wanted, goods // 2)
    return by_largest_remainder(amount, fresh) if amount > 0 else {}


def channel(amount: int) -> Asks | None:
    """The way by which a deposit is asked for first; the buyer may choose another."""
    ways = (way for way in channels.offered() if not way.confirms_at_once)
    return next((way for way in ways if way.limits[0] <= amount <= way.limits[1]), None)


def lock(number: str) -> None:
    """Lock an order's invoices, its deposit's first; ``Invoice.DoesNotExist`` if there is none."""
    invoicing.lock_all([number, reference(number)])


def invoice_of(order: Order) -> Invoice | None:
    """The deposit of an order, if one was asked for."""
    return Invoice.objects.filter(reference=reference(order.number)).first()


def asked(placement: Placement) -> list[Attempt]:
    """Every asking for what is paid beforehand: the whole of an order, or its deposit."""
    number = placement.order.number
    if not channels.CHANNELS[placement.channel].confirms_at_once:
        return list(queries.attempts_of(number))
    return list(queries.attempts_of(reference(number)))


def total(placement: Placement) -> int:
    """What an order that waits for its deposit is to bring beforehand, in đồng; 0 for others."""
    found = invoice_of(placement.order) if waits(placement) else None
    return found.total if found else 0


def waits(placement: Placement) -> bool:
    """Whether an order waits for its deposit: nothing else keeps cash waiting."""
    at_door = channels.CHANNELS[placement.channel].confirms_at_once
    return at_door and placement.order.status == "awaiting_payment"


def earn(part: SellerOrder) -> None:
    """The parcel reached its buyer, or was refused at the door: the deposit is the seller's."""
    if part.deposit:
        key = payees.payee_key(part.cooperative_id)
        earning.earn(reference(part.order.number), key, part.deposit)


def keep(part: SellerOrder) -> None:
    """The buyer let the parcel go back: its deposit stays with the cooperative."""
    earn(part)
    if part.deposit:
        outbox.post("order.deposit_kept", key=part.number, seller_order=part.pk)


def give_back(part: SellerOrder, reason: str) -> None:
    """A part is not coming: its deposit goes back to the buyer, unless it was kept.

    The caller has locked the order's invoices.
    """
    if not part.deposit:
        return
    invoice = Invoice.objects.get(reference=reference(part.order.number))
    payee = payees.payee_key(part.cooperative_id)
    if invoice.covered_at is None or queries.earned_lines(invoice.reference, payee):
        return
    incidents.refund_due(invoice, part.deposit, reason)


def close(order: Order, reason: str) -> None:
    """The order ended: what was paid for its deposit goes back, but for what was kept."""
    invoice = invoice_of(order)
    if invoice is None:
        return
    try:
        invoicing.close(invoice.reference, reason=reason)
    except PartEarned:
        incidents.refund_due(invoice, queries.held(invoice), invoicing.CLOSED_WITH_MONEY)
