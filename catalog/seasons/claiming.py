"""Ordering units of a harvest before it: a hold on the window, within its cap.

Windows are locked in key order, before any balance of stock; the CHECK on the table is the last
guard, as it is for lots.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from catalog.orders.models import SellerOrderLine
from catalog.seasons.models import PreOrder, WindowPack
from catalog.shelf import refresh
from catalog.stock.refusals import OutOfStock, Short
from marketplace.records import clock

State = PreOrder.State


@dataclass(frozen=True, slots=True)
class Wanted:
    """Units wanted for one order line out of one offer of a window."""

    line_id: int
    offer_id: int
    quantity: int


@transaction.atomic(savepoint=False)
def claim(lines: Sequence[Wanted]) -> None:
    """Keep units of coming harvests; all of it or, with ``OutOfStock``, nothing."""
    if not lines:
        return
    offers = lock(line.offer_id for line in lines)
    _count(lines, offers)
    at = clock.now()
    PreOrder.objects.bulk_create(
        PreOrder(line_id=one.line_id, offer_id=one.offer_id, quantity=one.quantity, at=at)
        for one in lines
    )
    _write(offers)


@transaction.atomic
def give_back(lines: Iterable[int]) -> set[int]:
    """Let go of what order lines still hold of windows; answers the packs. Twice changes nothing.

    Called before their lots are given back: windows are locked first.
    """
    mine = PreOrder.objects.filter(line__in=list(lines), state__in=PreOrder.LIVING)
    offers = lock(mine.values_list("offer_id", flat=True))
    preorders = list(mine.select_for_update().order_by("pk")) if offers else []
    for one in preorders:
        offers[one.offer_id].ordered -= one.quantity
        one.state, one.filled = State.GIVEN_BACK, 0
    PreOrder.objects.bulk_update(preorders, ["state", "filled"])
    _write(offers)
    return {offer.pack_id for offer in offers.values()}


@transaction.atomic(savepoint=False)
def claim_again(lines: Iterable[SellerOrderLine]) -> set[int]:
    """Keep again what an expired order had ordered, at the end of the queue; answers the lines.

    ``OutOfStock`` when the cap is used up meanwhile, or the harvest is over.
    """
    keys = [line.pk for line in lines]
    mine = PreOrder.objects.filter(line__in=keys, state=State.GIVEN_BACK)
    offers = lock(mine.values_list("offer_id", flat=True))
    preorders = list(mine.select_for_update().order_by("pk")) if offers else []
    _count([Wanted(one.pk, one.offer_id, one.quantity) for one in preorders], offers)
    for one in preorders:
        one.state, one.at = State.WAITING, clock.now()
    PreOrder.objects.bulk_update(preorders, ["state", "at"])
    _write(offers)
    return {one.pk for one in preorders}


def lock(offer_ids: Iterable[int]) -> dict[int, WindowPack]:
    """Offers by key, locked in key order until the transaction ends."""
    keys = set(offer_ids)
    if not keys:
        return {}
    rows = WindowPack.objects.filter(pk__in=keys).select_related("window", "pack")
    locked = rows.select_for_update(of=("self",), no_key=True).order_by("pk")
    return {offer.pk: offer for offer in locked}


def _count(lines: Sequence[Wanted], offers: Mapping[int, WindowPack]) -> None:
    """Add what is wanted to what is ordered, or raise ``OutOfStock`` with all that is short."""
    wanted: dict[int, int] = defaultdict(int)
    for line in lines:
        wanted[line.offer_id] += line.quantity
    today = clock.local_day()
    left = {key: _left(offers[key], today) for key in wanted}
    short = [
        Short(offers[key].pack_id, units, left[key])
        for key, units in wanted.items()
        if left[key] < units
    ]
    if short:
        raise OutOfStock(short)
    for key, units in wanted.items():
        offers[key].ordered += units


def _left(offer: WindowPack, today: dt.date) -> int:
    """Units that may be ordered today."""
    window = offer.window
    is_open = window.over_at is None and window.order_from <= today <= window.order_to
    return offer.left if is_open else 0


def _write(offers: Mapping[int, WindowPack]) -> None:
    """Store what is ordered now, and let the shelf say what is left."""
    if not offers:
        return
    WindowPack.objects.bulk_update(offers.values(), ["ordered"])
    refresh.stock(offer.pack.listing_id for offer in offers.values())
