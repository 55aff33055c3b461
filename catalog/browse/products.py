"""What the page of a listing shows."""

from typing import Any

from django.db.models import Q
from django.utils.translation import get_language, gettext, ngettext

from catalog.goods.models import GoodsCategory
from catalog.listings.models import Listing
from catalog.seasons import wording
from catalog.shelf import cards, queries
from catalog.shelf.detail import Detail, Offer
from catalog.shelf.wanted import within
from catalog.traceability import codes
from catalog.traceability.models import Lot
from marketplace.design import navigation, spoken
from marketplace.records import clock

Context = dict[str, Any]
LOW = 10
RELATED = 4


def context(detail: Detail, pack_id: int | None = None) -> Context:
    """The page of a listing on the shelf; ``pack_id`` is the pack to show first."""
    listing = detail.listing
    return {
        "listing": _listing(detail, pack_id),
        "crumbs": crumbs(listing.category, _words(detail)["title"]),
        "related": related(listing),
        "source": "storefront",
    }


def crumbs(category: GoodsCategory, name: str) -> list[tuple[str, str]]:
    """The way from the shop through the categories to ``name``."""
    way = [(gettext("All goods"), navigation.path("/shop/"))]
    line = [category.parent, category] if category.parent else [category]
    way += [(category_name(one), navigation.path(f"/shop/{one.path}/")) for one in line]
    return [*way, (name, "")]


def category_name(category: GoodsCategory) -> str:
    """The category's name in the reader's language."""
    return category.name_en if get_language() == "en" else category.name_vi


def related(listing: Listing) -> list[cards.Card]:
    """Other goods of the same kind, what is in season first."""
    top = listing.category.path.split("/")[0]
    return queries.cards(within(top) & ~Q(pk=listing.pk) & Q(available__gt=0), limit=RELATED)


def _words(detail: Detail) -> dict[str, str]:
    """Title, description and, where they are not in the reader's language, their own."""
    language = (get_language() or "vi")[:2]
    if language in detail.texts:
        return {**detail.texts[language], "lang": ""}
    words = {name: spoken.Vietnamese(text) for name, text in detail.texts["vi"].items()}
    return {**words, "lang": "vi"}


def _listing(detail: Detail, pack_id: int | None) -> Context:
    listing, words = detail.listing, _words(detail)
    chosen = detail.chosen(pack_id)
    months = listing.season_months
    badge = cards.badge(months, detail.available, detail.coming)
    until = listing.shelf.closed_until
    closed = until if until and until >= clock.local_day() else None
    drawing = listing.variety.drawing if listing.variety else ""
    return {
        "id": listing.pk,
        "version": (listing.pk, detail.version, clock.local_day(), chosen and chosen.pack.pk),
        "url": navigation.path(listing.get_absolute_url()),
        "title": words["title"],
        "lang": words["lang"],
        "paragraphs": [part for part in words["description"].split("\n") if part.strip()],
        "images": detail.images,
        "drawings": any(image.get("is_drawing") for image in detail.images),
        "packs": [_pack(offer, offer is chosen) for offer in detail.offers],
        "category": listing.category.path,
        "produce": drawing or listing.category.drawing,
        "cooperative": _cooperative(listing),
        "commune": {"name": listing.commune.full_name},
        "ocop_stars": detail.ocop_stars,
        "certificates": cards.certificate_names([one.scheme for one in detail.certificates]),
        "closed_until": closed,
        "badge": badge or ("season" if clock.local_day().month in months else ""),
        "season_months": months,
        "returns": cards.returns(months),
        **cards.beforehand(detail.coming),
        "rating": {"average": None, "count": 0},
        "lots": [_lot(lot) for lot in detail.lots],
        "facts": _facts(detail),
        "papers": _papers(detail),
    }


def _cooperative(listing: Listing) -> Context:
    cooperative = listing.cooperative
    return {
        "name": cooperative.name,
        "url": navigation.path(cooperative.get_absolute_url()),
        "commune": {"name": cooperative.commune.full_name},
        "verified_on": clock.local_day(cooperative.verified_at)
        if cooperative.verified_at
        else None,
        "category": listing.category.path,
    }


def _pack(offer: Offer, selected: bool) -> Context:
    """A pack as the form of the page offers it."""
    pack = offer.pack
    name = spoken.chosen(pack.name_en, pack.name_vi)
    graded = f"{name} · {pack.grade}" if pack.grade else name
    level = "none" if not offer.available else "low" if offer.available <= LOW else "plenty"
    coming = offer.coming if not offer.available else None
    words = {
        "none": wording.coming(coming),
        "low": ngettext("%(n)s left", "%(n)s left", offer.available) % {"n": offer.available},
        "plenty": gettext("in stock"),
    }
    return {
        "id": pack.pk,
        "name": spoken.Vietnamese(graded) if isinstance(name, spoken.Vietnamese) else graded,
        "price": pack.price,
        "price_per_kg": offer.price_per_kg,
        "available": offer.available,
        "stock_level": "" if coming and coming.is_open else level,
        "stock_words": words[level],
        "can_be_bought": offer.can_be_bought,
        "preorder": coming if coming and coming.is_open else None,
        "selected": selected,
    }


def _lot(lot: Lot) -> Context:
    return {
        "code": lot.code,
        "trace_url": codes.url(lot.code),
        "harvested_on": lot.harvested_on,
        "facts": [(gettext("Variety"), lot.variety)] if lot.variety else [],
    }


def _facts(detail: Detail) -> list[tuple[str, str]]:
    """What can be said in a line each."""
    listing = detail.listing
    english = get_language() == "en"
    facts = [(gettext("Grown in"), f"{listing.commune.full_name}, Sơn La")]
    if listing.variety:
        name = listing.variety.name_en if english else listing.variety.name_vi
        facts.insert(0, (gettext("Variety"), name))
    if listing.protected_name:
        kind = listing.protected_name.get_kind_display()
        facts.append((str(kind), listing.protected_name.name_vi))
    return facts


def _papers(detail: Detail) -> list[tuple[str, str]]:
    """The certificates in force: what, its number, by whom, until when."""
    papers = []
    for one in detail.certificates:
        name = str(one.get_scheme_display())
        if one.stars:
            name = gettext("%(scheme)s, %(stars)s stars") % {"scheme": name, "stars": one.stars}
        said = {"number": one.number, "issuer": one.issuer, "day": f"{one.valid_to:%d/%m/%Y}"}
        words = gettext("No. %(number)s, %(issuer)s, valid until %(day)s") % said
        papers.append((name, words))
    return papers
