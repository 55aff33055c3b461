"""Questions about coming harvests that more than one page asks."""

from __future__ import annotations

from django.db.models import Prefetch

from catalog.seasons.models import HarvestWindow, WindowPack


def window_of(listing_id: int) -> HarvestWindow | None:
    """The harvest of a listing that is not over, with its packs."""
    packs = WindowPack.objects.select_related("pack").order_by("pack__position", "pk")
    return (
        HarvestWindow.objects.filter(listing=listing_id, over_at__isnull=True)
        .prefetch_related(Prefetch("packs", packs))
        .first()
    )
