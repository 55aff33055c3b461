"""Which of many links a request is best answered with: by link type, media type and language."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation.trans_real import parse_accept_lang_header

from catalog.traceability import languages
from catalog.traceability.resolver import links, linksets
from catalog.traceability.resolver.levels import Level
from catalog.traceability.resolver.links import Link

LINKSET = frozenset({"linkset", "all"})  # ``all`` is how version 1.0 said it
_NAMESPACES = (
    linksets.VOCABULARY,
    "https://gs1.org/voc/",
    "https://www.gs1.org/voc/",
    "http://gs1.org/voc/",
    "gs1:",
)
_MACHINES = (linksets.MEDIA_TYPE, links.JSON, "application/ld+json", "application/problem+json")


def asked(request: HttpRequest) -> str:
    """The link type asked for, without its namespace; empty when none is."""
    name = next((name for name in request.GET if name.lower() == "linktype"), "")
    found = request.GET.get(name, "")
    for namespace in _NAMESPACES:
        if found.startswith(namespace):
            return found.removeprefix(namespace)
    return found


def wants_linkset(request: HttpRequest) -> bool:
    """Whether the list of links itself is asked for, by name or by media type."""
    name = asked(request)
    return name in LINKSET or (not name and by_machine(request))


def by_machine(request: HttpRequest) -> bool:
    """Whether JSON is preferred to a page, and named: any type at all is answered with a page."""
    return request.get_preferred_type([links.HTML, *_MACHINES]) in _MACHINES


def media_type(request: HttpRequest) -> str:
    """How a linkset is called: by its own name unless plain JSON is preferred."""
    preferred = request.get_preferred_type([linksets.MEDIA_TYPE, links.JSON])
    return preferred or linksets.MEDIA_TYPE


def by_default(request: HttpRequest, level: Level) -> Link:
    """The default link, or the one in a language of ours that the reader names."""
    named = named_language(request)
    if not named:
        return links.default(level)
    return next(link for link in links.defaults(level) if named in link.languages)


def named_language(request: HttpRequest) -> str:
    """The language the request names itself, if it is one of ours."""
    for tag, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        code = tag.partition("-")[0]
        if code in links.LANGUAGES:
            return code
    return ""


def best(request: HttpRequest, levels: list[Level], name: str) -> Link | None:
    """The link of a type from the nearest level that has one; nothing when none has."""
    if name in ("defaultLink", "defaultLinkMulti"):
        return by_default(request, levels[0])
    for level in levels:
        found = [link for link in links.of(level) if link.name == name]
        if found:
            return _fitting(request, found)
    return None


def _fitting(request: HttpRequest, found: list[Link]) -> Link:
    """The one whose media type is preferred, then the one in the reader's language."""
    kind = request.get_preferred_type(list(dict.fromkeys(link.media_type for link in found)))
    language = languages.chosen(request)
    fitting = [link for link in found if link.media_type == kind] or found
    return next((link for link in fitting if language in link.languages), fitting[0])
