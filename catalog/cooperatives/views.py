"""A cooperative's public page, printed on posters: who, where, what they sell today."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalog.cooperatives import queries
from catalog.cooperatives.models import Cooperative
from catalog.holidays import queries as holidays
from catalog.shelf import queries as shelf
from catalog.traceability.labels import posters
from marketplace import unchanged
from marketplace.design import formats, navigation, seasons, spoken
from marketplace.people import fields
from marketplace.records import clock

SHOWN = 12
Card = dict[str, Any]


@require_safe
@unchanged.page
def cooperative(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a verified cooperative; any other is 404."""
    found = _verified(slug)
    cards = shelf.of_cooperative(found.pk)
    context = {
        "cooperative": _shown(found, cards),
        "cards": cards[:SHOWN],
        "count": len(cards),
        "all_url": f"{navigation.path('/shop/')}?cooperative={found.slug}"
        if len(cards) > SHOWN
        else "",
        "poster_url": navigation.path(f"{found.get_absolute_url()}/poster"),
    }
    return render(request, "shop/cooperative.html", context)


@require_safe
def poster(request: HttpRequest, slug: str) -> HttpResponse:
    """Answer with an A4 poster as PDF whose code opens the cooperative's page."""
    found = _verified(slug)
    cards = shelf.of_cooperative(found.pk)
    months = sorted({month for card in cards for month in card["season_months"]})
    phone = fields.spoken(found.phone)
    address = settings.PUBLIC_URL + found.get_absolute_url()
    words = posters.Words(
        market=settings.MARKET_NAME,
        headline=_("Straight from the garden."),
        sentence=_(
            "Scan, order, and the cooperative sends it to your door. Every box says who grew it "
            "and on which day it was picked."
        ),
        seller=found.name,
        address=address,
        shown=address.removeprefix(f"{urlsplit(address).scheme}://"),
        notes=(
            f"{found.street}, {found.commune.full_name}",
            " · ".join(filter(None, (phone, seasons.words(months)))),
        ),
    )
    response = HttpResponse(posters.poster(words), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="poster-{found.slug}.pdf"'
    return response


def _verified(slug: str) -> Cooperative:
    """The cooperative of this slug if the public may read about it."""
    return get_object_or_404(queries.public(), slug=slug)


def _shown(found: Cooperative, cards: list[Card]) -> dict[str, Any]:
    """Everything the page says of the cooperative."""
    told = found.story.split("\n\n")
    paragraphs: list[str] = [spoken.Vietnamese(text) for text in told if text.strip()]
    lead, *story = paragraphs or [""]
    return {
        "name": found.name,
        "commune": {"name": found.commune.full_name},
        "lead": lead,
        "story": story,
        "category": cards[0]["category"] if cards else "",
        "produce": cards[0]["produce"] if cards else "",
        "verified_on": clock.local_day(found.verified_at) if found.verified_at else None,
        "closed_until": holidays.closed([found.pk]).get(found.pk),
        "rating": {"average": None, "count": 0},
        "facts": _year(cards),
        "papers": _papers(found),
        "address": f"{found.street}, {found.commune.full_name}",
        "phone": fields.spoken(found.phone),
        "legal_name": found.legal_name,
        "tax_code": "" if len(found.tax_code) == 12 else found.tax_code,
        "page_url": settings.PUBLIC_URL + found.get_absolute_url(),
    }


def _papers(found: Cooperative) -> list[tuple[str, str]]:
    """The certificates that hold today, each with its last day."""
    today = clock.local_day()
    valid = found.certificates.filter(valid_from__lte=today, valid_to__gte=today)
    return [
        (
            _("OCOP %(n)d stars") % {"n": one.stars} if one.stars else one.get_scheme_display(),
            _("until %(day)s") % {"day": formats.day(one.valid_to)},
        )
        for one in valid
    ]


def _year(cards: list[Card]) -> list[tuple[str, str]]:
    """When each of the goods is ripe."""
    rows = [(_title(card), seasons.words(card["season_months"])) for card in cards[:SHOWN]]
    return [(title, words) for title, words in rows if words]


def _title(card: Card) -> str:
    """What is sold; the card says when there are no words in the reader's language."""
    title: str = card["title"]
    return spoken.Vietnamese(title) if card["lang"] else title
