"""A page about a code was answered: note the scan, or know why it is none.

Counted is a GET that somebody looked at, a 304 too: a phone that scans again keeps the page. Not
counted are HEAD (link checkers), what a browser loads ahead before anybody touches the link,
programs that say they are some, and whoever follows a link on another site: that is no label. Of
unknown codes programs count as well: they are what tries codes out. The address never leaves the
request: what is written down is a province and sixteen letters that mean nothing tomorrow.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import NamedTuple
from urllib.parse import urlsplit

from django.http import HttpRequest

from catalog.traceability.codes import serials
from catalog.traceability.models import Box, Lot
from catalog.traceability.scans import buffer, networks, salts
from marketplace.records import clock

BOX, LOT, UNKNOWN = "b", "l", "u"
_PROGRAMS = re.compile(
    r"bot|crawl|spider|slurp|preview|externalhit|monitor|curl|wget|python|java/|okhttp|go-http"
    r"|headless|lighthouse|scrapy|axios|node-fetch",
    re.IGNORECASE,
)
_AHEAD = ("HTTP_PURPOSE", "HTTP_SEC_PURPOSE", "HTTP_X_PURPOSE", "HTTP_X_MOZ")


class Entry(NamedTuple):
    """A scan on its way: of what, when (hours since 1970), where, and whose sixteen letters."""

    kind: str
    key: str
    hour: int
    province_code: str
    visitor: str

    def written(self) -> str:
        """As it lies in the list; unknown codes hold no bar."""
        return "|".join(map(str, self))

    @classmethod
    def read(cls, line: str) -> Entry:
        """The entry a line says."""
        kind, key, hour, province_code, visitor = line.split("|")
        return cls(kind, key, int(hour), province_code, visitor)


def seen(request: HttpRequest, thing: Box | Lot) -> None:
    """Note that the page of a box or lot was looked at."""
    if not (_is_ahead(request) or _is_program(request) or _is_followed(request)):
        _note(request, BOX if isinstance(thing, Box) else LOT, str(thing.pk))


def missed(request: HttpRequest, code: str) -> None:
    """Note that somebody asked for a code nobody issued.

    What is written like a code of ours is kept, for a false label bears it; anything else may be a
    phone number or a name, and is kept as letters that mean nothing tomorrow.
    """
    if not _is_ahead(request):
        _note(request, UNKNOWN, code)


def _note(request: HttpRequest, kind: str, key: str) -> None:
    """Send a scan on its way; while the list is away it is not counted."""
    address = str(request.META.get("REMOTE_ADDR", ""))
    hour = int(clock.now().timestamp()) // 3600
    with suppress(buffer.Away):
        if kind == UNKNOWN and not serials.looks_like_box(key):
            key = salts.hidden("code", key)
        visitor = salts.hidden(address, request.headers.get("User-Agent", ""))
        place = networks.place_of(address)
        buffer.push(Entry(kind, key, hour, place, visitor).written())


def _is_ahead(request: HttpRequest) -> bool:
    """Whether nobody looks yet, or a program only asks whether the page is there."""
    return request.method == "HEAD" or any(
        "prefetch" in request.META.get(header, "") for header in _AHEAD
    )


def _is_program(request: HttpRequest) -> bool:
    """Whether the request says that no person sent it; browsers always bear a name."""
    name = request.headers.get("User-Agent", "")
    return not name or _PROGRAMS.search(name) is not None


def _is_followed(request: HttpRequest) -> bool:
    """Whether another site led here; phones that read a code come from nowhere."""
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        return True
    host = urlsplit(request.headers.get("Referer", "")).netloc
    return bool(host) and host != request.get_host()
