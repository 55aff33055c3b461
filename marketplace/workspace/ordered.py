"""Orders against a cooperative's goods, as the cooperative reads them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.cooperatives.models import Membership
from catalog.takedowns import queries
from catalog.takedowns.models import TakedownOrder
from marketplace.design import formats


def notices(_request: HttpRequest, membership: Membership) -> dict[str, Any]:
    """The first page's part: what the province took off the market, by which order."""
    return {"ordered": [_line(one) for one in queries.against(membership.cooperative_id)]}


def until(one: TakedownOrder) -> str:
    """Until when an order is in force, in words."""
    if one.until is None:
        return _("until it is lifted")
    return _("until %(day)s") % {"day": formats.day(one.until)}


def _line(one: TakedownOrder) -> dict[str, str]:
    """One order: what it took down, its number and authority, its reason and its last day."""
    listing = one.listing
    title = str(listing.product.title) if listing and listing.product else ""
    words = (
        _("“%(title)s” is off the market by order %(number)s") % {"title": title, "number": one}
        if listing
        else _("Your stall is suspended by order %(number)s") % {"number": one}
    )
    return {
        "words": words,
        "by": f"{one.authority}, {one.document}, {until(one)}",
        "reason": one.reason,
        "url": reverse("sell-listing", args=[listing.pk]) if listing else "",
    }
