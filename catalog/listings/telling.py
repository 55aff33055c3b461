"""What the market adds to a trace page: where to buy again, the picture, keeping, papers."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.certificates.models import Certificate
from catalog.listings.models import Listing
from catalog.traceability.models import Lot, TradeItem
from catalog.traceability.shop import Facts, Paper
from marketplace.database.statements import Statement
from marketplace.design import navigation

DRY = gettext_lazy("Keep it dry, dark and tightly closed; use it up soon after opening.")
#: By the beginning of a category's path; the longest one counts.
KEEPING: dict[str, Promise] = {
    "fresh-fruit": gettext_lazy("Keep it cool, and wash it only before you eat it."),
    "fresh-fruit/longan": gettext_lazy(
        "Take the fruit out of the box, keep it dry in the fridge, in a paper bag; it keeps a week."
    ),
    "fresh-fruit/mango": gettext_lazy(
        "Let it ripen at room temperature, then keep it in the fridge for a few days."
    ),
    "vegetables": gettext_lazy("Keep them in the fridge in an open bag; wash them before use."),
    "dried-fruit": DRY,
    "coffee": DRY,
    "tea": DRY,
    "herbs-spices": DRY,
    "honey": gettext_lazy(
        "Keep it tightly closed at room temperature. Honey that sets is still good."
    ),
    "meat-specialty": gettext_lazy("Keep it in the fridge once it is open, and eat it soon."),
}

_KEY = 1_000_000_007


def _first(**of: Any) -> QuerySet[Listing]:
    """The oldest listing of some goods, with what is told of it."""
    found = Listing.objects.filter(**of).select_related("shelf", "category")
    return found.order_by("pk")[:1]


_OF_ITEM = Statement(lambda item: _first(packs__item=item), _KEY)
_OF_LOT = Statement(lambda lot: _first(packs__balances__lot=lot), _KEY)


def _held(listing: int, day: dt.date) -> QuerySet[Certificate]:
    """The papers of a listing that held on a day."""
    hung = Listing.certificates.through.objects.filter(listing=listing).values("certificate")
    return Certificate.objects.filter(pk__in=hung, valid_from__lte=day, valid_to__gte=day)


_PAPERS = Statement(_held, _KEY, dt.date(1945, 9, 2))


def tell(lot: Lot, item: TradeItem | None, language: str) -> Facts | None:
    """What the shop knows of a box or lot, in two queries; nothing when it never sold it."""
    listing = _OF_ITEM.first(item.pk) if item else _OF_LOT.first(lot.pk)
    if listing is None:
        return None
    shelf = getattr(listing, "shelf", None)
    return Facts(
        listing_id=listing.pk,
        listing_url=_address(listing, language) if shelf else "",
        **_picture(shelf.image if shelf else {}),
        keeping=keeping(listing.category.path),
        papers=tuple(_paper(one) for one in _PAPERS.rows(listing.pk, lot.harvested_on)),
    )


def keeping(path: str) -> str:
    """How to keep goods of a category; empty where there is nothing to say."""
    known = [begin for begin in KEEPING if f"{path}/".startswith(f"{begin}/")]
    return str(KEEPING[max(known, key=len)]) if known else ""


def _address(listing: Listing, language: str) -> str:
    """The listing's page at the market: the trace page may live at another host."""
    return urljoin(settings.PUBLIC_URL, navigation.path(listing.get_absolute_url(), language))


def _picture(image: dict[str, Any]) -> dict[str, str]:
    """The smallest picture there is, for a place of two thumbs."""
    smallest = image.get("srcset", {}).get("jpeg", "").partition(" ")[0] or image.get("src", "")
    return {"picture_url": smallest, "picture_alt": image.get("alt", "")} if smallest else {}


def _paper(one: Certificate) -> Paper:
    """A certificate in words."""
    kind = str(one.get_scheme_display())
    if one.stars:
        kind = _("%(scheme)s, %(stars)s stars") % {"scheme": kind, "stars": one.stars}
    until = _("valid until %(day)s") % {"day": f"{one.valid_to:%d/%m/%Y}"}
    details = _("No. %(number)s, %(issuer)s") % {"number": one.number, "issuer": one.issuer}
    return Paper(kind, until, details)
