"""What a cooperative sees of the harvest that is to come."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.listings.models import Listing
from catalog.seasons import queries, wording
from catalog.waiting import telling
from marketplace.design import formats


def panel(listing: Listing) -> dict[str, Any]:
    """The window that is not over, with what is ordered of each pack; or the way to open one."""
    window = queries.window_of(listing.pk)
    url = reverse("sell-season", args=[listing.pk])
    if window is None:
        return {"window": None, "url": url, "waiting": telling.waiting(listing.pk)}
    facts = {
        "first": formats.day(window.order_from),
        "last": formats.day(window.order_to),
    }
    return {
        "window": window,
        "url": url,
        "waiting": telling.waiting(listing.pk),
        "harvest": wording.harvest(window.harvest_from, window.harvest_to),
        "orders": _("Orders %(first)s to %(last)s") % facts,
        "packs": [
            {"name": one.pack.name_vi, "ordered": one.ordered, "cap": one.cap}
            for one in window.packs.all()
        ],
    }
