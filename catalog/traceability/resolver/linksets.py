"""Links written down for machines: a linkset (RFC 9264) and the header ``Link`` (RFC 8288)."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from catalog.traceability.codes.digitallink import DigitalLink
from catalog.traceability.resolver import links
from catalog.traceability.resolver.levels import Level
from catalog.traceability.resolver.links import Link

VOCABULARY = "https://ref.gs1.org/voc/"
CONTEXT = "https://ref.gs1.org/standards/resolver/linkset-context"
MEDIA_TYPE = "application/linkset+json"


def document(levels: list[Level]) -> dict[str, Any]:
    """The linkset of all levels, the one asked for first."""
    return {"linkset": [_context(level) for level in levels]}


def header(link: DigitalLink, default: str) -> str:
    """Where the linkset is, and which link is the default."""
    plain = DigitalLink(link.path).uri(settings.TRACE_URL)
    return (
        f'<{plain}?linkType=linkset>; rel="linkset"; type="{MEDIA_TYPE}"; title="All links", '
        f'<{default}>; rel="{VOCABULARY}defaultLink"; title="Default link"'
    )


def same_as(link: DigitalLink) -> str:
    """What a compressed address says in full."""
    whole = link.uri(settings.TRACE_URL)
    return f'<{whole}>; rel="owl:sameAs"; title="The same address uncompressed"'


def context_header() -> str:
    """How to read the linkset as JSON-LD."""
    return (
        f'<{CONTEXT}>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"; '
        'title="JSON-LD context"'
    )


def _context(level: Level) -> dict[str, Any]:
    """One level with its links by their types. The default bears no attribute but its title."""
    default = links.default(level)
    found: dict[str, Any] = {
        "anchor": level.link.uri(settings.TRACE_URL),
        "description": level.description,
        f"{VOCABULARY}defaultLink": [{"href": default.href, "title": default.title}],
    }
    for link in [*links.defaults(level), *links.of(level)]:
        found.setdefault(VOCABULARY + link.name, []).append(_target(link))
    return found


def _target(link: Link) -> dict[str, Any]:
    """A link as an object."""
    return {
        "href": link.href,
        "title": link.title,
        "type": link.media_type,
        "hreflang": list(link.languages),
    }
