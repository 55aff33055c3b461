"""What was made of lots goes on sale: units of a pack out of a lot that has enough for them."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.db.models import F, Sum

from catalog.listings.models import Pack
from catalog.seasons import filling
from catalog.stock import receiving, remaking
from catalog.stock.models import LotBalance
from catalog.traceability.lineage.making import LotNotOpen, MoreThanLeft, NotOurLot
from catalog.traceability.lots import locking
from catalog.traceability.models import Lot
from marketplace.people.models import User


class OtherGoods(ValueError):
    """The pack holds another crop than the lot, or is not sold."""


@transaction.atomic
def offer(party_key: str, lot_id: int, units: Mapping[int, int], *, by: User) -> Lot:
    """Put units of packs (by key) out of a lot up for sale; who ordered beforehand is served.

    ``NotOurLot``, ``LotNotOpen``, ``OtherGoods``, ``MoreThanLeft`` when the lot does not hold so
    many beside what is on sale and promised already.
    """
    wanted = {key: count for key, count in units.items() if count > 0}
    packs = list(Pack.objects.filter(pk__in=wanted).select_related("listing__category"))
    filling.lock(pack.pk for pack in packs)
    list(LotBalance.objects.select_for_update(no_key=True).filter(lot=lot_id).order_by("pk"))
    found = locking.lots([lot_id], party_key)
    if not found:
        raise NotOurLot(lot_id)
    (lot,) = found
    if lot.state != Lot.State.OPEN:
        raise LotNotOpen(lot.code)
    if len(packs) != len(wanted) or not packs or not all(fits(lot, pack) for pack in packs):
        raise OtherGoods(lot.crop)
    left = left_g(lot)
    if sum(pack.net_weight_g * wanted[pack.pk] for pack in packs) > left:
        raise MoreThanLeft(lot.code, left)
    for pack in sorted(packs, key=lambda pack: pack.pk):
        receiving.receive(lot, pack, units=wanted[pack.pk], by=by)
    filling.fill(wanted)
    return lot


def fits(lot: Lot, pack: Pack) -> bool:
    """Whether a pack holds what the lot is of, and is its party's."""
    listing = pack.listing
    same = listing.category.name_vi == lot.crop
    return same and pack.is_sold and listing.cooperative.party_id == lot.party_id


def left_g(lot: Lot) -> int:
    """Grams of a lot that are neither on sale nor promised."""
    free = LotBalance.objects.filter(lot=lot.pk).aggregate(
        grams=Sum((F("received") - F("held") - F("sold")) * F("pack__net_weight_g"))
    )
    return max(0, remaking.free_g(lot) - (free["grams"] or 0))
