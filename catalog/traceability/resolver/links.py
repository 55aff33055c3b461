"""What can be asked about goods and parties by their numbers, and at which address it stands.

Link types are those of the GS1 Web Vocabulary (version 1.16, January 2026). A link is named here
only when something really stands at its address.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from catalog.traceability.resolver.levels import Level

HTML, JSON = "text/html", "application/json"
LANGUAGES = tuple(code for code, _ in settings.LANGUAGES)

PRODUCT = gettext_lazy("What this is")
TRACE = gettext_lazy("Who grew it, and its way here")
RECORD = gettext_lazy("The record for machines")
RECALL = gettext_lazy("Whether it was called back")
GENUINE = gettext_lazy("Whether the market issued this code")
PAPERS = gettext_lazy("Papers that held on the harvest day")
EVENTS = gettext_lazy("Events, as EPCIS")
OFFER = gettext_lazy("The offer for machines")
PLACE = gettext_lazy("Who and where this is")


@dataclass(frozen=True, slots=True)
class Link:
    """One address: its link type, what stands there, of which kind and in which languages."""

    name: str
    href: str
    title: str
    media_type: str = HTML
    languages: tuple[str, ...] = LANGUAGES


def of(level: Level) -> list[Link]:
    """Every link of one level, pages before records."""
    return [link for make in _MAKERS[level.key] for link in make(level)]


def default(level: Level) -> Link:
    """The one address for who asks for nothing in particular."""
    return Link("defaultLink", address(level.page), str(_TITLES[level.key]))


def defaults(level: Level) -> list[Link]:
    """The same address once for each language."""
    return list(_pages("defaultLinkMulti", level.page, _TITLES[level.key]))


def address(path: str) -> str:
    """A path of ours as the address that is printed."""
    return f"{settings.TRACE_URL}{path}"


def _pages(name: str, path: str, title: Promise) -> Iterator[Link]:
    """A page of ours, once for each language."""
    for language in LANGUAGES:
        with translation.override(language):
            yield Link(name, address(f"{path}?lang={language}"), str(title), HTML, (language,))


def _record(name: str, path: str, title: Promise, media_type: str = JSON) -> Iterator[Link]:
    """An answer for machines, which speaks no language."""
    yield Link(name, address(path), str(title), media_type)


def _product(level: Level) -> Iterator[Link]:
    """The page of the item, and the offer if the shop sells it."""
    yield from _pages("pip", level.page, PRODUCT)
    if level.goods.facts.listing_id:
        listing = f"/api/v1/listings/{level.goods.facts.listing_id}"
        yield from _record("masterData", listing, OFFER)


def _trace(level: Level) -> Iterator[Link]:
    """The trace page, and the same for machines."""
    yield from _pages("traceability", level.page, TRACE)
    yield from _record("traceability", f"/api/v1/trace/{quote(level.code)}", RECORD)
    yield from _pages("recallStatus", level.page, RECALL)


def _unit(level: Level) -> Iterator[Link]:
    """The page of a pallet, and what lies on it for machines; its label bears its own code."""
    yield from _pages("traceability", level.page, TRACE)
    yield from _record("traceability", f"/api/v1/trace/{quote(str(level.thing))}", RECORD)


def _papers(level: Level) -> Iterator[Link]:
    """The certificates, when the shop knows any that held."""
    if level.goods.facts.papers:
        yield from _pages("certificationInfo", level.page, PAPERS)


def _genuine(level: Level) -> Iterator[Link]:
    """The verdict on one box."""
    yield from _pages("verificationService", level.page, GENUINE)


def _events(level: Level) -> Iterator[Link]:
    """The events, where the interface of EPCIS is served."""
    path = f"/epcis/v2/epcs/{quote(level.epc, safe='')}/events"
    if _is_served("/epcis/v2/epcs/x/events"):
        yield from _record("epcis", path, EVENTS, "application/ld+json")


def _place(level: Level) -> Iterator[Link]:
    """The page of a place."""
    yield from _pages("locationInfo", level.page, PLACE)


def _organisation(level: Level) -> Iterator[Link]:
    """The page of a party."""
    yield from _pages("organisationInfo", level.page, PLACE)


@lru_cache
def _is_served(path: str) -> bool:
    """Whether an address is in the table of addresses."""
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


_MAKERS = {
    "00": (_unit,),
    "01": (_product,),
    "10": (_trace, _papers, _events),
    "21": (_trace, _genuine, _papers, _events),
    "414": (_place,),
    "417": (_organisation,),
}
_TITLES = {"00": TRACE, "01": PRODUCT, "10": TRACE, "21": TRACE, "414": PLACE, "417": PLACE}
