"""A harvest of a listing comes in: a lot is opened and its units go on the shelf."""

from __future__ import annotations

from django.db import transaction

from catalog.listings import refusals
from catalog.listings.models import Listing
from catalog.listings.proposals import LotDraft
from catalog.seasons import filling
from catalog.stock import receiving
from catalog.traceability.lots import harvest
from catalog.traceability.lots.drafts import Draft
from catalog.traceability.models import Lot
from marketplace.people.models import User


@transaction.atomic
def add(listing_id: int, draft: LotDraft, *, by: User, sent: Draft | None = None) -> Lot:
    """Open a lot of a listing that was approved once; the units can be bought at once.

    What a phone has ``sent`` twice is one lot. ``NotPublished`` before the first approval; the
    log's own refusals for an impossible harvest.
    """
    listing = Listing.objects.select_for_update(no_key=True).get(pk=listing_id)
    if listing.version == 0:
        raise refusals.NotPublished(listing_id)
    known = Lot.objects.filter(draft=sent.key).first() if sent else None
    if known is None:
        return receive(listing, draft, by=by, sent=sent)
    if known.party_id != listing.cooperative.party_id:
        raise harvest.DraftTaken(known.draft)
    return known


def receive(listing: Listing, draft: LotDraft, *, by: User, sent: Draft | None = None) -> Lot:
    """Open the lot and put its units up for sale, in the caller's transaction.

    Who ordered them beforehand is served first.
    """
    packs = [pack for pack in listing.packs.order_by("pk") if draft.units.get(pack.key)]
    filling.lock(pack.pk for pack in packs)
    lot = harvest.open_lot(
        listing.cooperative.party.key,
        crop=listing.category.name_vi,
        variety=listing.variety.name_vi if listing.variety else "",
        commune_code=listing.commune.code,
        harvested_on=draft.harvested_on,
        best_before=draft.best_before,
        quantity_g=sum(pack.net_weight_g * draft.units[pack.key] for pack in packs),
        by=by,
        plots=draft.plots,
        unwritten_field=draft.unwritten_field,
        draft=sent,
    )
    for pack in packs:
        receiving.receive(lot, pack, units=draft.units[pack.key], by=by)
    filling.fill(pack.pk for pack in packs)
    return lot
