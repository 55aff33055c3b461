"""Letters about orders: to the buyer in the language of the order, to cooperatives in theirs."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from catalog.cooperatives.models import Cooperative, Membership
from catalog.orders import deposits, pages, paying, queries
from catalog.orders.models import Placement, SellerOrder, SellerOrderLine
from catalog.orders.undelivered import Undelivered
from catalog.seasons.models import PreOrder
from marketplace.design import navigation
from marketplace.people.models import User
from marketplace.records import letters, outbox


@outbox.handles("order.received")
def received(payload: dict[str, Any]) -> None:
    """Say that the order is here, what it costs, and how to pay."""
    placement = _placement(payload["order"])
    cash = paying.confirms_at_once(placement.channel)
    beforehand = placement.order.status == "awaiting_payment"
    facts = {"cash": cash and not beforehand, "deposit": deposits.total(placement)}
    _to_buyer(placement, "order_received", facts, page="pay" if beforehand else "detail")


@outbox.handles("order.link")
def link(payload: dict[str, Any]) -> None:
    """Send the address of the order's page once more, to whoever placed it."""
    _to_buyer(_placement(payload["order"]), "order_link", {"key": payload["letter"]})


@outbox.handles("order.phone_code")
def phone_code(payload: dict[str, Any]) -> None:
    """Send the code that shows whose phone it is, by text message and to nobody else."""
    facts = {"code": payload["code"], "key": payload["letter"]}
    placement = _placement(payload["order"])
    _to_buyer(placement, "account/order_code", facts, page="phone", to=placement.phone)


@outbox.handles("order.paid")
def paid(payload: dict[str, Any]) -> None:
    """Say that the money is here and the cooperatives begin."""
    placement = _placement(payload["order"])
    beforehand = deposits.invoice_of(placement.order)
    _to_buyer(placement, "order_paid", {"deposit": beforehand.total if beforehand else 0})


@outbox.handles("order.deposit_kept")
def deposit_kept(payload: dict[str, Any]) -> None:
    """Say that the deposit of a parcel nobody took stays with its cooperative."""
    part = _part(payload["seller_order"])
    facts = {"part": part, "key": part.number}
    _to_buyer(_placement(part.order_id), "order_deposit_kept", facts)


@outbox.handles("order.refunded")
def refunded(payload: dict[str, Any]) -> None:
    """Say that money was sent back, and how much."""
    facts = {"amount": payload["amount"], "key": payload["letter"]}
    _to_buyer(_placement(payload["order"]), "order_refunded", facts)


@outbox.handles("order.refund_returned")
def refund_returned(payload: dict[str, Any]) -> None:
    """Say that a refund did not arrive, and ask where to send it."""
    facts = {"amount": payload["amount"], "key": payload["letter"]}
    _to_buyer(_placement(payload["order"]), "order_refund_returned", facts)


@outbox.handles("order.harvested")
def harvested(payload: dict[str, Any]) -> None:
    """Say that what was ordered before its harvest has come in, and is being packed."""
    part = _part(payload["seller_order"])
    facts = {"part": part, "key": part.number}
    _to_buyer(_placement(part.order_id), "order_harvested", facts)


@outbox.handles("order.packed_lighter")
def packed_lighter(payload: dict[str, Any]) -> None:
    """Say that a parcel weighs less than ordered, and costs so much less."""
    part = _part(payload["seller_order"])
    placement = _placement(part.order_id)
    with translation.override(placement.language):
        weighed = [pages.goods_line(line) for line in queries.weighed(part)]
    cash = paying.collects_cash(placement, part)
    facts = {"part": part, "key": part.number, "weighed": weighed, "cash": cash}
    _to_buyer(placement, "order_lighter", facts)


@outbox.handles("order.shipped")
def shipped(payload: dict[str, Any]) -> None:
    """Say that a parcel is on its way, and when to expect it."""
    part = _part(payload["seller_order"])
    facts = {"part": part, "key": part.number}
    _to_buyer(_placement(part.order_id), "order_shipped", facts)


@outbox.handles("order.ended")
def ended(payload: dict[str, Any]) -> None:
    """Say that the order is cancelled or was not paid in time, or that its harvest fell short."""
    short = _fell_short(seller_order__order=payload["order"])
    came_back = Undelivered.objects.filter(seller_order__order=payload["order"]).exists()
    facts = {"status": payload["status"], "short": short, "came_back": came_back}
    _to_buyer(_placement(payload["order"]), "order_ended", facts)


@outbox.handles("order.part_cancelled")
def part_cancelled(payload: dict[str, Any]) -> None:
    """Say that one cooperative cannot send its parcel, and that the rest comes."""
    part = _part(payload["seller_order"])
    facts = {
        "part": part,
        "key": part.number,
        "short": _fell_short(seller_order=part),
        "came_back": Undelivered.objects.filter(seller_order=part).exists(),
    }
    _to_buyer(_placement(part.order_id), "order_part_cancelled", facts)


@outbox.handles("order.confirm")
def confirm(payload: dict[str, Any]) -> None:
    """Ask a cooperative's people to accept their part, while it still waits for them."""
    part = _part(payload["seller_order"])
    if part.state != SellerOrder.State.TO_CONFIRM:
        return
    facts = {
        "part": part,
        "lines": list(part.lines.order_by("pk")),
        "cash": paying.confirms_at_once(part.order.placement.channel),
    }
    for address, language in _desk_of(part.cooperative):
        url = f"{settings.PUBLIC_URL}{navigation.path('/sell/orders/', language)}"
        letters.send(
            address,
            "order_confirm",
            facts | {"url": url},
            lang=language,
            key=f"order-confirm-{part.number}-{address}",
        )


@outbox.handles("order.taken_back")
def taken_back(payload: dict[str, Any]) -> None:
    """Tell a cooperative that its buyer sent goods back, why, and what it is charged."""
    part = _part(payload["seller_order"])
    facts = {"part": part, "amount": payload["amount"], "why": payload["why"]}
    for address, language in _desk_of(part.cooperative):
        url = f"{settings.PUBLIC_URL}{navigation.path('/sell/money/', language)}"
        key = f"order-taken-back-{part.number}-{payload['amount']}-{address}"
        letters.send(address, "order_taken_back", facts | {"url": url}, lang=language, key=key)


def _fell_short(**where: Any) -> bool:
    """Whether lines got nothing because there was less of a harvest than was ordered."""
    short = SellerOrderLine.objects.filter(preorder__state=PreOrder.State.SHORT, **where)
    return short.exists()


def _desk_of(cooperative: Cooperative) -> list[tuple[str, str]]:
    """Who reads a cooperative's orders: owners and sellers, else the cooperative's own address."""
    people = User.objects.filter(
        is_active=True,
        memberships__cooperative=cooperative,
        memberships__role__in=(Membership.Role.OWNER, Membership.Role.SELLER),
    ).order_by("pk")
    found = [(letters.address(user), user.language) for user in people]
    return [pair for pair in found if pair[0]] or [
        (cooperative.email or cooperative.phone, settings.LANGUAGE_CODE)
    ]


def _to_buyer(
    placement: Placement,
    template: str,
    facts: dict[str, Any],
    *,
    page: str = "detail",
    to: str = "",
) -> None:
    """Write to the buyer, by mail if there is an address, else to the phone."""
    number = placement.order.number
    key = facts.get("key") or facts.get("status") or number
    with translation.override(placement.language):
        address = reverse(f"orders:{page}", kwargs={"number": number})
        shown = pages.order(placement, pages.Links(placement, placement.token))
        context = {
            **shown,
            "name": placement.name,
            "url": f"{settings.PUBLIC_URL}{address}?{urlencode({'token': placement.token})}",
            "total": paying.total_of(placement.order),
            "total_words": _("Paid") if shown["order"]["paid_at"] else _("To pay"),
            "operator": settings.MARKET_OPERATOR,
            "held_until": placement.held_until,
            "channel": pages.channel_words(placement.channel),
            **facts,
        }
    letters.send(
        to or placement.email or placement.phone,
        template,
        context,
        lang=placement.language,
        key=f"{template}-{number}-{key}",
    )


def _placement(order_id: int) -> Placement:
    """The order with what its letters say."""
    found = Placement.objects.select_related("order__voucher_use", "commune__province")
    return found.get(order_id=order_id)


def _part(seller_order_id: int) -> SellerOrder:
    """A cooperative's part with its order."""
    found = SellerOrder.objects.select_related("cooperative", "lane", "order__placement")
    return found.get(pk=seller_order_id)
