"""What an order costs, whom it is owed to, and how it may be paid."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from oscar.apps.order.models import Order

from catalog.communes.models import Commune
from catalog.cooperatives import cashterms, payees
from catalog.cooperatives.payees import payee_key
from catalog.orders import deposits, returning, undelivered
from catalog.orders.models import Placement, SellerOrder, SellerOrderLine
from catalog.orders.refusals import ChannelRefused
from marketplace.records import clock, rules, tokens
from payments import attempts, channels, invoicing, opening
from payments.channels.base import ChannelOff
from payments.models import Attempt, Courier

State = SellerOrder.State


@dataclass(frozen=True, slots=True)
class Door:
    """Where cash would be taken: the receiver's phone (E.164), the commune, đồng by cooperative.

    ``wants_deposit`` says that an order was placed without the deposit that cash needs.
    """

    phone: str
    commune: Commune
    parcels: Mapping[int, int]
    wants_deposit: bool = False


def door(placement: Placement) -> Door:
    """The door of an order."""
    parts = SellerOrder.objects.filter(order=placement.order_id).exclude(state=State.CANCELLED)
    parcels = {part.cooperative_id: part.owed for part in parts}
    asking = cashterms.deposits(parcels)
    spoils = SellerOrderLine.objects.filter(
        seller_order__in=parts, seller_order__cooperative__in=asking, category__perishable=True
    )
    too_late = not confirms_at_once(placement.channel) and bool(asking) and spoils.exists()
    return Door(placement.phone, placement.commune, parcels, wants_deposit=too_late)


def refusal(channel: str, total: int, at: Door) -> str:
    """Why a total in đồng cannot be paid by a channel, in words; empty when it can.

    Cash is not taken above the cap, where a cooperative takes none, and from who let parcels go
    back.
    """
    known = channels.usable(channel)
    if known is None:
        return _("This way to pay is not offered.")
    least, most = known.limits
    if total < least:
        return _("The sum is too small for this way to pay.")
    if total > most:
        return _("The sum is too large for this way to pay.")
    if known.confirms_at_once and total > rules.number("cod.cap"):
        return _("Cash is taken for smaller orders only.")
    return _cash_refused(at) if known.confirms_at_once else ""


def _cash_refused(at: Door) -> str:
    if names := cashterms.refusing(at.parcels, at.commune):
        return _("%(name)s takes no cash there.") % {"name": ", ".join(names)}
    if at.wants_deposit:
        return _("Cash needs a deposit here: cancel, and order anew with cash.")
    if at.phone and undelivered.let_go_back(at.phone):
        return _("Parcels to this number came back: pay beforehand this time.")
    return ""


def confirms_at_once(channel: str) -> bool:
    """Whether an order stands before any money came (cash on delivery)."""
    return channels.CHANNELS[channel].confirms_at_once


def opens_apart(channel: str) -> bool:
    """Whether the buyer pays on a provider's own page."""
    return channels.CHANNELS[channel].opens_apart


def open_pages(placement: Placement, *, address: str) -> None:
    """Ask the provider for the page the buyer, at this internet address, pays on.

    Called with no transaction open: a provider that is slow holds no lock of ours.
    """
    number = placement.order.number
    reference = deposits.reference(number) if deposits.waits(placement) else number
    if reference != number or opens_apart(placement.channel):
        opening.open_all(reference, address=address, language=get_language() or "vi")


def collects_cash(placement: Placement, part: SellerOrder) -> bool:
    """Whether the carrier has to collect a part's money at the door: it may have come otherwise."""
    if not confirms_at_once(placement.channel) or part.state in (State.CANCELLED, State.DELIVERED):
        return False
    asked = Attempt.objects.filter(invoice__reference=placement.order.number)
    return asked.filter(channel=placement.channel, state__in=Attempt.OPEN).exists()


def courier(part: SellerOrder) -> Courier | None:
    """Who takes a part's cash for the market; in the direct flow it is the cooperative's affair."""
    return None if settings.PAYMENT_FLOW == "direct" else part.lane.courier


def hold_minutes(channel: str) -> int:
    """How long goods are kept for an order that is to be paid by ``channel``."""
    try:
        return rules.number(f"hold.minutes.{channel}")
    except rules.NoRule:
        return rules.number("hold.minutes.vietqr")


def held_until(channel: str) -> dt.datetime:
    """When the goods go back to the shelf if nothing is paid, or no deposit for cash."""
    if confirms_at_once(channel):
        channel = "vietqr"  # only a deposit keeps cash waiting
    return clock.now() + dt.timedelta(minutes=hold_minutes(channel))


def ask(placement: Placement, parts: Iterable[SellerOrder], lines: list[SellerOrderLine]) -> None:
    """Issue the invoice of a new order and ask for the money the first time."""
    sellers = list(parts)
    introduce(sellers)
    drafts = [
        invoicing.LineDraft(
            payee_key(line.seller_order.cooperative_id),
            line.total - line.discount - line.deposit,
            f"{invoicing.GOODS}/{line.pack.listing.category.path}",
            f"line-{line.line_id}",
        )
        for line in lines
    ]
    drafts += [
        invoicing.LineDraft(
            payee_key(part.cooperative_id), delivery, invoicing.SHIPPING, f"shipping-{part.number}"
        )
        for part in sellers
        if (delivery := _delivery(part, lines))
    ]
    invoicing.issue(
        placement.order.number, drafts, access_token_hash=tokens.digest(placement.token)
    )
    start(placement, sellers, placement.channel, nth=1)
    if beforehand := [line for line in lines if line.deposit]:
        _ask_deposit(placement, sellers, beforehand)


def _ask_deposit(
    placement: Placement, sellers: list[SellerOrder], lines: list[SellerOrderLine]
) -> None:
    """Issue the deposit's own invoice, and ask for it by the first way that takes the sum."""
    drafts = [
        invoicing.LineDraft(
            payee_key(line.seller_order.cooperative_id),
            line.deposit,
            f"{invoicing.GOODS}/{line.pack.listing.category.path}",
            f"line-{line.line_id}",
        )
        for line in lines
    ]
    reference = deposits.reference(placement.order.number)
    invoicing.issue(reference, drafts, access_token_hash=tokens.digest(placement.token))
    way = deposits.channel(sum(line.deposit for line in lines))
    if way is None:
        raise ChannelRefused(placement.channel)
    asking = [part for part in sellers if part.deposit]
    start(placement, asking, way.code, nth=1, reference=reference)


def _delivery(part: SellerOrder, lines: list[SellerOrderLine]) -> int:
    """What the buyer pays for a delivery: what a voucher takes off no line, it takes off here."""
    off_goods = sum(line.discount for line in lines if line.seller_order_id == part.pk)
    return part.shipping - (part.discount - off_goods)


def introduce(parts: Iterable[SellerOrder]) -> None:
    """Tell payments who the sellers are and where each is paid, as it stands today."""
    payees.introduce({part.cooperative_id: part.cooperative for part in parts}.values())


def start(
    placement: Placement,
    parts: Iterable[SellerOrder],
    channel: str,
    *,
    nth: int,
    reference: str = "",
) -> list[Attempt]:
    """Ask for the money by a channel: once for all, or once per cooperative in the direct flow.

    ``reference`` is the invoice, the order's own unless it is said.

    Raises ``ChannelRefused`` when the channel cannot be used; nothing is written then.
    """
    number = placement.order.number
    reference = reference or number
    keys: list[str | None] = [None]
    if settings.PAYMENT_FLOW == "direct" and not confirms_at_once(channel):
        keys = [payee_key(part.cooperative_id) for part in parts]
    started = []
    for key in keys:
        try:
            attempt = attempts.start(
                reference,
                channel,
                key=f"{reference}:{nth}:{channel}:{key or 'all'}",
                expires_at=None if confirms_at_once(channel) else placement.held_until,
                payee_key=key,
                back_url=returning.address(number) if opens_apart(channel) else "",
            )
        except attempts.NothingToPay:
            continue
        except (attempts.UnknownChannel, ChannelOff) as error:
            raise ChannelRefused(channel) from error
        started.append(attempt)
    return started


def total_of(order: Order) -> int:
    """What the whole order costs, in đồng."""
    return int(order.total_incl_tax)
