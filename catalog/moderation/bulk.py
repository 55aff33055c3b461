"""One decision on many proposals: all of it, or nothing and the list of what stood in the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import transaction

from catalog.cooperatives.models import Cooperative
from catalog.listings import moderation, refusals
from catalog.listings.models import Listing, ListingChange
from catalog.listings.moderation import Held, Verdict
from catalog.moderation.remarks import Said
from catalog.shelf import refresh
from marketplace.people.models import User

MOST = 50


@transaction.atomic
def decide(
    opened: Mapping[int, int],
    *,
    state: str,
    by: User,
    reason: str = "",
    remarks: Iterable[Said] = (),
) -> list[ListingChange]:
    """Decide on every change of ``opened`` (the listing's version on the page, by change) alike.

    ``BulkRefused`` names each change that was decided meanwhile, is outdated, is the own
    cooperative's or somebody else's to decide; nothing at all changes then.
    """
    if not 0 < len(opened) <= MOST:
        raise refusals.BulkRefused({})
    said = list(remarks)
    verdict = moderation.verdict(state, reason, said)
    held = _locked(list(opened))
    standing: dict[int, refusals.Refused] = {}
    for rows in held:
        try:
            moderation.refuse(rows, verdict, opened[rows.change.pk], by)
        except refusals.Refused as refusal:
            standing[rows.change.pk] = refusal
    standing |= {key: refusals.MoveRefused(key) for key in opened.keys() - _keys(held)}
    if standing:
        raise refusals.BulkRefused(standing)
    # Shelf rows before any count is moved: whoever refreshes several waits in the same order.
    refresh.hold(rows.listing.pk for rows in held)
    for rows in held:
        moderation.write(rows, Verdict(verdict.state, verdict.message, verdict.copied()), by)
    return [rows.change for rows in held]


def _keys(held: list[Held]) -> set[int]:
    """The changes that were found."""
    return {rows.change.pk for rows in held}


def _locked(change_ids: list[int]) -> list[Held]:
    """The rows of all changes, locked kind by kind from the outermost in, in the order of keys."""
    where = ListingChange.objects.filter(pk__in=change_ids)
    sellers = where.values_list("listing__cooperative_id", flat=True)
    cooperatives = {
        one.pk: one
        for one in Cooperative.objects.select_for_update(no_key=True)
        .filter(pk__in=list(sellers))
        .order_by("pk")
    }
    listings = {
        one.pk: one
        for one in Listing.objects.select_for_update()
        .filter(pk__in=list(where.values_list("listing_id", flat=True)))
        .order_by("pk")
    }
    changes = ListingChange.objects.select_for_update().filter(pk__in=change_ids).order_by("pk")
    return [
        Held(cooperatives[listings[one.listing_id].cooperative_id], listings[one.listing_id], one)
        for one in changes
    ]
