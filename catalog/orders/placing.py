"""Placing an order: one transaction from the basket to the invoice, all of it or nothing.

The basket's row is locked first, so a double click, two tabs or a lost answer meet the order
that there is (``AlreadyPlaced``). Stock is held last: its locks are the ones others wait for.
"""

from collections.abc import Mapping

from django.db import IntegrityError, transaction
from oscar.apps.basket.models import Basket

from catalog.baskets import contents as baskets
from catalog.baskets import queries
from catalog.baskets.contents import Contents
from catalog.orders import paying, writing
from catalog.orders.models import Placement
from catalog.orders.refusals import (
    AlreadyPlaced,
    ChannelRefused,
    EmptyBasket,
    KeyReused,
    LaneRefused,
    NotBuyable,
    SellerClosed,
    TermsChanged,
    TotalChanged,
)
from catalog.orders.wishes import Agreed, Wish
from catalog.promotions.using import VoucherRefused
from catalog.shipping.quoting import Quote
from catalog.stock.refusals import OutOfStock
from marketplace.database.statements import Statement
from marketplace.records import rules

_BY_KEY = Statement(
    lambda key: Placement.objects.select_related("order").filter(idempotency_key=key), "key"
)


def place(basket_id: int, wish: Wish) -> Placement:
    """Turn a basket into an order that waits for its money, or is confirmed when paid in cash.

    The same idempotency key with the same request answers the same order. Raises ``KeyReused``,
    ``AlreadyPlaced``, ``EmptyBasket``, ``SellerClosed``, ``NotBuyable``, ``LaneRefused``,
    ``TotalChanged``, ``TermsChanged``, ``ChannelRefused`` or ``VoucherRefused``; nothing is
    written then.
    """
    try:
        with transaction.atomic():
            return _place(basket_id, wish)
    except IntegrityError:
        # The key was used at this very moment for another basket.
        if (placed := _by_key(wish)) is None:
            raise
        return placed
    except OutOfStock as error:
        raise NotBuyable from error


def _place(basket_id: int, wish: Wish) -> Placement:
    """Lock, check, write."""
    basket = queries.locked(basket_id)
    if (placed := _by_key(wish)) is not None:
        return placed
    if basket is None:
        raise EmptyBasket
    if basket.status != Basket.OPEN:
        raise AlreadyPlaced(Placement.objects.select_related("order").get(basket=basket))
    contents = baskets.priced(basket_id, wish.commune.province.code)
    placement = writing.written(basket, contents, _agreed(contents, wish), wish)
    Basket.objects.filter(pk=basket.pk).update(
        status=Basket.SUBMITTED, date_submitted=placement.placed_at
    )
    return placement


def _by_key(wish: Wish) -> Placement | None:
    """The order placed under this key before; ``KeyReused`` when it was another request."""
    if wish.idempotency_key is None:
        return None
    placed = _BY_KEY.first(wish.idempotency_key)
    if placed is not None and placed.request_sha256 != wish.request_sha256:
        raise KeyReused
    return placed


def _agreed(contents: Contents, wish: Wish) -> Agreed:
    """The lanes and the voucher's share, once everything is as the buyer agreed to."""
    if not contents.lines:
        raise EmptyBasket
    for parcel in contents.closed:
        assert parcel.closed_until is not None
        raise SellerClosed(parcel.cooperative.name, parcel.closed_until)
    if contents.problems or contents.gone:
        raise NotBuyable
    lanes = chosen(contents, wish.lanes)
    agreed = _reduced(contents, lanes, wish)
    total = contents.subtotal + agreed.shipping - agreed.discount
    if wish.expected_total is not None and wish.expected_total != total:
        raise TotalChanged(total)
    if wish.terms_version != rules.value("terms.version"):
        raise TermsChanged
    door = paying.Door(wish.phone, wish.commune, parcels(contents, agreed))
    if paying.refusal(wish.channel, total, door):
        raise ChannelRefused(wish.channel)
    return agreed


def parcels(contents: Contents, agreed: Agreed) -> dict[int, int]:
    """What each cooperative's parcel would cost, in đồng, before a voucher."""
    return {
        parcel.cooperative.pk: parcel.subtotal + agreed.lanes[parcel.cooperative.pk].price
        for parcel in contents.parcels
    }


def _reduced(contents: Contents, lanes: dict[int, Quote], wish: Wish) -> Agreed:
    """What the basket's voucher takes off; ``VoucherRefused`` when nobody saw that it does not.

    Who said which total to expect is told of another one instead.
    """
    reduction = contents.reduction({seller: lane.price for seller, lane in lanes.items()})
    if reduction is None or reduction.refused is None:
        return Agreed(lanes, reduction)
    if wish.expected_total is None:
        raise VoucherRefused(reduction.voucher.code, reduction.refused)
    return Agreed(lanes)


def chosen(contents: Contents, lanes: Mapping[int, str]) -> dict[int, Quote]:
    """The lane of every cooperative: as chosen, else its cheapest; ``LaneRefused`` otherwise."""
    found = {}
    for parcel in contents.parcels:
        lane = parcel.lane(lanes.get(parcel.cooperative.pk))
        if lane is None:
            raise LaneRefused(parcel.cooperative.pk)
        found[parcel.cooperative.pk] = lane
    return found
