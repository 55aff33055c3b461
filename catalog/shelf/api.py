"""REST: lists of listings with their facets, and one listing whole."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from ninja import Query, Router
from ninja.errors import ValidationError

from catalog.shelf import cards, detail, queries
from catalog.shelf.detail import Detail
from catalog.shelf.forms import Question
from catalog.shelf.leafing import BadMark
from catalog.shelf.making import per_kg
from catalog.shelf.schemas import Asked, ListingOut, PageOut
from catalog.shipping import quoting
from catalog.traceability import codes
from marketplace.records import clock

router = Router(tags=["listings"])


@router.get("/listings", response=PageOut, url_name="listings", operation_id="listings")
def listings(request: HttpRequest, asked: Query[Asked]) -> dict[str, Any]:
    """Listings on sale, found by words and filters, a page at a time, with facet counts."""
    question = Question(request.GET)
    if not question.is_valid():
        raise ValidationError(
            [
                {"loc": ("query", name), "msg": str(message)}
                for name, messages in question.errors.items()
                for message in messages
            ]
        )
    try:
        answer = queries.page(question.wanted(), asked.page, asked.page_size, asked.after)
    except BadMark as error:
        raise ValidationError(
            [{"loc": ("query", "after"), "msg": _("This is no link of ours.")}]
        ) from error
    return {
        "count": answer.counts.total,
        "count_is_floor": False,
        "next": _next(request, asked, answer),
        "previous": _previous(request, asked),
        "results": [_card(card) for card in answer.cards],
        "facets": answer.counts.options,
    }


@router.get(
    "/listings/{listing_id}", response=ListingOut, url_name="listing", operation_id="listing"
)
def listing(request: HttpRequest, listing_id: int) -> dict[str, Any]:
    """All about one listing on sale; 404 for what is not."""
    found = detail.listing(listing_id) if 0 < listing_id < 2**63 else None
    if found is None or not hasattr(found, "shelf"):
        raise Http404
    row = {column: getattr(found.shelf, column) for column in cards.COLUMNS}
    return {**_card(cards.card(row)), **_whole(detail.of(found))}


def _next(request: HttpRequest, asked: Asked, answer: queries.Answer) -> str | None:
    """The page after this one: by its number while pages have one, then by the last row's mark."""
    if not answer.has_next:
        return None
    if not asked.after and asked.page < queries.LAST_PAGE:
        return _link(request, {"page": asked.page + 1})
    return _link(request, {"after": answer.mark}) if answer.mark else None


def _previous(request: HttpRequest, asked: Asked) -> str | None:
    """The page before this one; beyond the numbered pages there is only forward."""
    if asked.after or asked.page == 1:
        return None
    return _link(request, {"page": asked.page - 1})


def _link(request: HttpRequest, changed: dict[str, int | str]) -> str:
    """This request's address with another place in the list."""
    kept = [
        (name, value)
        for name, values in request.GET.lists()
        if name not in ("page", "after")
        for value in values
    ]
    return request.build_absolute_uri(f"{request.path}?{urlencode([*kept, *changed.items()])}")


def _card(card: cards.Card) -> dict[str, Any]:
    """A card in the words of the interface: no image is null, not an empty one."""
    return {**card, "image": card["image"] or None}


def _whole(of: Detail) -> dict[str, Any]:
    """What a listing has beyond its card."""
    found = of.listing
    protected = found.protected_name
    return {
        "texts": of.texts,
        "images": of.images,
        "packs": [
            {
                "id": offer.pack.pk,
                "name": offer.pack.name_vi,
                "grade": offer.pack.grade,
                "net_weight_g": offer.pack.net_weight_g,
                "price": offer.pack.price,
                "price_per_kg": per_kg(offer.pack.price, offer.pack.net_weight_g),
                "available": offer.available,
                "preorder": offer.coming
                if offer.coming and offer.coming.is_open and not offer.available
                else None,
            }
            for offer in of.offers
        ],
        "season": {
            "months": found.season_months,
            "in_season": clock.local_day().month in found.season_months,
        },
        "certificates": of.certificates,
        "protected_name": protected.name_vi if protected else None,
        "lanes": _lanes(of),
        "lots": [
            {"code": lot.code, "harvested_on": lot.harvested_on, "trace_url": codes.url(lot.code)}
            for lot in of.lots
        ],
        "reviews": {"count": 0, "average": None},
    }


def _lanes(of: Detail) -> list[dict[str, Any]]:
    """The ways to send the lightest pack, each with its lowest price."""
    lightest = min((offer.pack.net_weight_g for offer in of.offers), default=0)
    cooperative = of.listing.cooperative_id
    days = quoting.days_allowed([of.listing.category])
    quotes = quoting.quotes([quoting.Parcel(cooperative, lightest, days)], None)[cooperative]
    return [
        {
            "lane": quote.lane,
            "name": quote.name,
            "from_price": quote.price,
            "arrives_from": quote.arrives_from,
            "arrives_to": quote.arrives_to,
        }
        for quote in quotes
    ]
