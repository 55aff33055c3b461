"""On which plots the goods of a listing grow: asked when units of it come in."""

from __future__ import annotations

from collections.abc import Iterable

from catalog.cooperatives.models import Cooperative
from catalog.listings.models import Pack
from catalog.traceability.growing import queries as growing
from catalog.traceability.models import Plot


def of(cooperative: Cooperative, packs: Iterable[Pack]) -> dict[int, list[Plot]]:
    """The plots in use of each listing's crop, by the listing's key; one query."""
    own = growing.in_use(cooperative.party_id)
    crops = {pack.listing_id: pack.listing.category.name_vi.casefold() for pack in packs}
    return {
        listing_id: [plot for plot in own if plot.crop.casefold() == crop]
        for listing_id, crop in crops.items()
    }
