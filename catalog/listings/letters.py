"""Letters to cooperatives about what they proposed."""

from __future__ import annotations

from functools import partial
from typing import Any

from catalog.cooperatives import letters
from catalog.listings import proposals
from catalog.listings.models import ListingChange
from catalog.moderation import remarks
from marketplace.records import outbox


@outbox.handles("listing.decided")
def decided(payload: dict[str, Any]) -> None:
    """Tell the owners what the province decided about a listing, and why."""
    found = ListingChange.objects.select_related("listing__cooperative")
    change = found.get(pk=payload["change"])
    letters.to_owners(
        change.listing.cooperative,
        "listing_decided",
        {
            "change": change,
            "title": proposals.read(change.proposed).title,
            # Asked by the template, so that each reader gets the words of their language.
            "told": partial(remarks.to_mend, change),
        },
        key=f"listing-decided-{change.pk}",
    )
