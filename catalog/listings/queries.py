"""Questions about listings and their changes that more than one page asks."""

from __future__ import annotations

from typing import Any

from django.db.models import (
    F,
    OuterRef,
    Prefetch,
    QuerySet,
    Subquery,
    Sum,
)
from django.db.models.functions import Coalesce

from catalog.cooperatives.models import Cooperative
from catalog.listings.models import (
    Listing,
    ListingChange,
    ListingPicture,
    ListingText,
    Pack,
)
from catalog.shelf.models import ShelfItem
from catalog.stock.models import LotBalance
from marketplace.records import clock

State = ListingChange.State


def waiting() -> QuerySet[ListingChange]:
    """Changes the province has to answer, the earliest deadline first."""
    return (
        ListingChange.objects.filter(state=State.SUBMITTED)
        .select_related("listing__cooperative__commune", "listing__product")
        .order_by("due_at", "pk")
    )


def overdue() -> QuerySet[ListingChange]:
    """Waiting changes whose deadline has passed."""
    return waiting().filter(due_at__lt=clock.now())


def decided_since_midnight() -> QuerySet[ListingChange]:
    """Changes answered today, on the clock of Vietnam."""
    midnight = (
        clock.now().astimezone(clock.LOCAL).replace(hour=0, minute=0, second=0, microsecond=0)
    )
    return ListingChange.objects.filter(decided_at__gte=midnight)


def history(listing: Listing) -> QuerySet[ListingChange]:
    """Every change of a listing, newest first."""
    return listing.changes.select_related("proposed_by", "decided_by").order_by("-pk")


def last_change_of(cooperative: Cooperative) -> dict[int, ListingChange]:
    """The newest change of each listing of a cooperative, by the listing's key."""
    newest = (
        ListingChange.objects.filter(listing__cooperative=cooperative)
        .order_by("listing_id", "-pk")
        .distinct("listing_id")
    )
    return {change.listing_id: change for change in newest}


def of(cooperative: Cooperative) -> QuerySet[Any]:
    """The listings of a cooperative with what its own list shows, newest first.

    Each carries ``vietnamese`` (texts), ``shots`` (pictures) and ``sold_packs`` (with ``free``).
    """
    words = ListingText.objects.filter(language="vi")
    shots = ListingPicture.objects.select_related("picture").order_by("position")
    return (
        cooperative.listings.select_related("category", "shelf")
        .prefetch_related(
            Prefetch("texts", words, to_attr="vietnamese"),
            Prefetch("pictures", shots, to_attr="shots"),
            Prefetch("packs", with_units(), to_attr="sold_packs"),
        )
        .order_by("-pk")
    )


def with_units() -> QuerySet[Pack]:
    """Packs on sale with ``free``: units neither held nor sold over all lots."""
    free = (
        LotBalance.objects.filter(pack=OuterRef("pk"))
        .order_by()
        .values("pack")
        .annotate(units=Sum(F("received") - F("held") - F("sold")))
        .values("units")
    )
    return Pack.objects.filter(is_sold=True).annotate(free=Coalesce(Subquery(free), 0))


def balances(cooperative: Cooperative) -> QuerySet[LotBalance]:
    """What the lots of a cooperative still hold, the newest harvest first."""
    return (
        LotBalance.objects.filter(pack__listing__cooperative=cooperative)
        .select_related("lot", "pack__listing__product")
        .annotate(free=F("received") - F("held") - F("sold"))
        .order_by("-lot__harvested_on", "-lot_id", "pack__position")
    )


def on_shelf(cooperative: Cooperative) -> QuerySet[ShelfItem]:
    """What a cooperative sells now, as it stands on the shelf, the newest first."""
    return ShelfItem.objects.filter(cooperative_id=cooperative.pk)


def for_sale(cooperative: Cooperative) -> QuerySet[Pack]:
    """The packs of a cooperative that anybody may buy today, by listing."""
    return (
        Pack.objects.filter(
            listing__cooperative=cooperative,
            listing__state=Listing.State.PUBLISHED,
            listing__cooperative__state=Cooperative.State.VERIFIED,
            is_sold=True,
        )
        .select_related("item", "listing")
        .order_by("listing_id", "position", "pk")
    )
