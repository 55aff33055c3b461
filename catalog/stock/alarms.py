"""Which packs are running out, as their cooperative says from when on."""

from collections.abc import Iterable
from typing import Any

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce

from catalog.cooperatives.models import Cooperative
from catalog.listings import queries
from catalog.listings.models import Listing
from catalog.stock.models import StockAlarm


def of(pack_ids: Iterable[int]) -> dict[int, int]:
    """From how many units on each pack counts as running out."""
    wanted = list(pack_ids)
    said = StockAlarm.objects.filter(pack__in=wanted).values_list("pack", "units")
    return dict.fromkeys(wanted, StockAlarm.USUAL) | dict(said)


def sold(cooperative: Cooperative) -> list[Any]:
    """The packs of a cooperative's approved listings with their ``free`` units."""
    packs: QuerySet[Any] = queries.with_units()
    packs = packs.filter(listing__cooperative=cooperative, listing__version__gte=1)
    known = packs.select_related("listing__product", "listing__category")
    return list(known.order_by("listing_id", "position", "pk"))


def running_out(cooperative: Cooperative) -> list[Any]:
    """Packs on the shelf with as few units as the cooperative wants to be warned of; one query."""
    packs: QuerySet[Any] = queries.with_units()
    on_shelf = packs.filter(
        listing__cooperative=cooperative, listing__state=Listing.State.PUBLISHED
    )
    return list(
        on_shelf.annotate(least=Coalesce("alarm__units", StockAlarm.USUAL))
        .filter(free__lte=F("least"))
        .select_related("listing__product")
        .order_by("free", "pk")
    )
