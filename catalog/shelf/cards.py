"""A shelf row as a card: what templates and the REST interface show of a listing."""

from datetime import date
from typing import Any

from django.conf import settings
from django.utils.translation import get_language, gettext

from catalog.certificates.models import Certificate
from catalog.seasons import promises
from catalog.shelf.making import GEOGRAPHICAL_INDICATION
from marketplace.records import clock

Card = dict[str, Any]
Row = dict[str, Any]

# The columns a card is made of; lists fetch these alone.
COLUMNS = (
    *("listing_id", "slug", "title_vi", "title_en", "category_path", "crop"),
    *("cooperative_id", "cooperative_name", "cooperative_slug", "commune_code", "commune_name"),
    *("price", "price_per_kg", "packs", "unit_vi", "unit_en", "available", "image"),
    *("ocop_stars", "certificates", "season_months", "season_order", "published_at"),
    *("closed_until", "preorder", "refreshed_at"),
)


def card(row: Row, language: str | None = None) -> Card:
    """A card in a language; a title nobody translated is Vietnamese and says so (``lang``)."""
    language = (language or get_language() or settings.LANGUAGE_CODE)[:2]
    translated = language == "vi" or bool(row["title_en"])
    months = row["season_months"]
    coming = promises.read(row["preorder"])
    return {
        "id": row["listing_id"],
        "version": row["refreshed_at"],
        "slug": row["slug"],
        "url": address(row["slug"], row["listing_id"], language),
        "title": row["title_en"] if language != "vi" and translated else row["title_vi"],
        "lang": "" if translated else "vi",
        "price": row["price"],
        "price_per_kg": row["price_per_kg"],
        "from_price": row["packs"] > 1,
        "unit": row["unit_vi"] if language == "vi" else row["unit_en"] or row["unit_vi"],
        "available": row["available"],
        "image": row["image"],
        "produce": row["crop"],
        "category": row["category_path"],
        "cooperative": {
            "id": row["cooperative_id"],
            "name": row["cooperative_name"],
            "slug": row["cooperative_slug"],
        },
        "commune": {"code": row["commune_code"], "name": row["commune_name"]},
        "ocop_stars": row["ocop_stars"],
        "certificates": certificate_names(row["certificates"]),
        "season_months": months,
        "closed_until": _closed(row["closed_until"]),
        "badge": badge(months, row["available"], coming),
        "returns": returns(months) if not row["available"] else "",
        **beforehand(coming if not row["available"] else None),
        # Nothing reduces or rates goods yet; a name that templates miss costs them an exception.
        "was": None,
        "rating": None,
        "season_note": "",
    }


def _closed(until: date | None) -> date | None:
    """The last closed day, while the cooperative is closed: it may be over since the row."""
    return until if until and until >= clock.local_day() else None


def address(slug: str, listing_id: int, language: str = "vi") -> str:
    """The product page: bare in Vietnamese, below ``/en`` in English."""
    prefix = "" if language == settings.LANGUAGE_CODE else f"/{language}"
    return f"{prefix}/p/{slug}-{listing_id}"


def certificate_names(schemes: list[str]) -> list[str]:
    """What certificates are called on a card; OCOP stands there with its stars."""
    names = dict(Certificate.Scheme.choices)
    named = [str(names[scheme]) for scheme in schemes if scheme in names and scheme != "ocop"]
    return (
        [gettext("Geographical indication"), *named]
        if GEOGRAPHICAL_INDICATION in schemes
        else named
    )


def beforehand(coming: promises.Promise | None) -> dict[str, Any]:
    """The harvest that can be ordered now (``preorder``), or the day on which one opens."""
    return {
        "preorder": coming if coming and coming.is_open else None,
        "opens_on": coming.order_from if coming and coming.opens_later else None,
    }


def badge(months: list[int], available: int, coming: promises.Promise | None = None) -> str:
    """``gone`` when nothing is left, ``preorder`` when the next harvest can be ordered already.

    ``early`` in the first month of a season.
    """
    if not available:
        return "preorder" if coming and coming.is_open else "gone"
    month = clock.local_day().month
    begins = month in months and (month - 2) % 12 + 1 not in months
    return "early" if begins else ""


def returns(months: list[int]) -> str:
    """The month a crop comes back, such as ``tháng 6/2027``; nothing while it is in season."""
    today = clock.local_day()
    if not months or today.month in months:
        return ""
    ripe = min(months, key=lambda month: (month - today.month) % 12)
    year = today.year + (ripe < today.month)
    return gettext("month %(month)s/%(year)s") % {"month": ripe, "year": year}
