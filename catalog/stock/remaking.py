"""Lots become other lots while something of them is on sale: what buyers were promised is kept.

Units nobody ordered are taken off the shelf where the lot has no longer enough for them; units
that are held for an order, or sold, never are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.db import transaction
from django.db.models import Count

from catalog.shelf import refresh
from catalog.stock import receiving
from catalog.stock.models import LotBalance
from catalog.traceability.lineage import making
from catalog.traceability.lineage.making import Product, Taken
from catalog.traceability.lots import locking
from catalog.traceability.models import Box, Lot
from marketplace.people.models import User


class Promised(Exception):
    """Buyers wait for more of a lot than would be left; its code, and the grams that are free."""


@transaction.atomic
def merge(party_key: str, taken: Taken, *, by: User | None) -> Lot:
    """Put lots together; ``Promised``, or what ``making.merge`` refuses."""
    _make_room(party_key, taken, by)
    return making.merge(party_key, taken, by=by)


@transaction.atomic
def split(
    party_key: str, lot_id: int, parts: Sequence[int], *, loss_g: int = 0, by: User | None
) -> list[Lot]:
    """Divide a lot; ``Promised``, or what ``making.split`` refuses."""
    _make_room(party_key, {lot_id: sum(parts) + loss_g}, by)
    return making.split(party_key, lot_id, parts, loss_g=loss_g, by=by)


@transaction.atomic
def process(party_key: str, taken: Taken, product: Product, *, by: User | None) -> Lot:
    """Dry, roast or peel lots; ``Promised``, or what ``making.process`` refuses."""
    _make_room(party_key, taken, by)
    return making.process(party_key, taken, product, by=by)


def free_g(lot: Lot) -> int:
    """Grams of a lot that nobody was promised: on the shelf, or on no shelf at all."""
    balances = list(LotBalance.objects.filter(lot=lot.pk).select_related("pack"))
    return max(0, lot.left_g - _promised_g(balances, _packed([lot.pk])))


def _make_room(party_key: str, taken: Taken, by: User | None) -> None:
    """Lock balances, shelf and lots in the order packing does, and take off what no longer fits.

    A lot that is not the party's, or has too little at all, is left to ``making`` to refuse.
    """
    rows = LotBalance.objects.filter(lot__in=list(taken), lot__party__key=party_key)
    locked = rows.select_related("pack").select_for_update(of=("self",), no_key=True)
    by_lot: defaultdict[int, list[LotBalance]] = defaultdict(list)
    for balance in locked.order_by("pk"):
        by_lot[balance.lot_id].append(balance)
    listings = {row.pack.listing_id for rows in by_lot.values() for row in rows}
    refresh.hold(sorted(listings))
    packed = _packed(list(taken))
    for lot in locking.lots(taken, party_key):
        left = lot.left_g - taken[lot.pk]
        if left < 0:
            continue
        room = left - _promised_g(by_lot[lot.pk], packed)
        if room < 0:
            raise Promised(lot.code, max(0, taken[lot.pk] + room))
        _take_off(by_lot[lot.pk], room, by)


def _packed(lots: list[int]) -> dict[tuple[int, int], int]:
    """How many boxes of each lot and item are packed and have not left yet."""
    boxes = Box.objects.filter(lot__in=lots, state=Box.State.PACKED).order_by()
    counted = boxes.values_list("lot_id", "item_id").annotate(n=Count("pk"))
    return {(lot, item): number for lot, item, number in counted}


def _promised_g(balances: Sequence[LotBalance], packed: dict[tuple[int, int], int]) -> int:
    """Grams that are held for orders and not in their boxes yet."""
    return sum(
        max(0, one.held - packed.get((one.lot_id, one.pack.item_id), 0)) * one.pack.net_weight_g
        for one in balances
    )


def _take_off(balances: Sequence[LotBalance], room: int, by: User | None) -> None:
    """Write free units off until the rest fits into ``room`` grams, the heaviest packs first."""
    free = {one.pk: one.received - one.held - one.sold for one in balances}
    over = sum(free[one.pk] * one.pack.net_weight_g for one in balances) - room
    for one in sorted(balances, key=lambda row: (-row.pack.net_weight_g, row.pk)):
        units = min(free[one.pk], -(-over // one.pack.net_weight_g))
        if units > 0:
            receiving.write_off(one.pk, units=units, by=by)
            over -= units * one.pack.net_weight_g
