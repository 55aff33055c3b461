"""The trace pages: fixed addresses without a language prefix, printed on boxes for years."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.views.decorators.http import require_safe

from catalog.traceability import guessing, languages, pages, places, queries, shell, verdicts
from catalog.traceability.codes import serials
from catalog.traceability.models import Box, LogisticUnit, Lot, Party, TradeItem
from catalog.traceability.scans import noting

Thing = Box | Lot | LogisticUnit | TradeItem | Party

# A recall must be seen within a minute; without a network a page seen once may be shown for a week.
KEEP = "public, max-age=60, stale-if-error=604800"


@require_safe
def trace(request: HttpRequest, code: str) -> HttpResponse:
    """Say what is known of a lot or box by its printed code."""
    language = languages.chosen(request)
    tidy = serials.tidy(code)
    with translation.override(language):
        if guessing.too_many(address(request)):
            return too_many(request, language)
        thing = queries.found(tidy)
        if thing is None:
            return unknown(request, language, tidy)
        return _page(request, language, thing)


@require_safe
def item(request: HttpRequest, gtin: str) -> HttpResponse:
    """Say what an item is by its GTIN, and ask for the code of the box."""
    return _by_number(request, gtin, queries.item)


@require_safe
def party(request: HttpRequest, gln: str) -> HttpResponse:
    """Say who somebody is by a global location number."""
    return _by_number(request, gln, queries.party)


@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """Ask for a code to be typed, and go to its page."""
    language = languages.chosen(request)
    typed = serials.tidy(request.GET.get("code", ""))[:60]
    if typed and "/" not in typed:
        return HttpResponseRedirect(f"{resolve_url('trace', code=typed)}?lang={language}")
    with translation.override(language):
        if typed:
            return unknown(request, language, typed)
        return notice(request, language, None, status=200)


def _by_number(
    request: HttpRequest, number: str, known: Callable[[str], TradeItem | Party | None]
) -> HttpResponse:
    """The page of what has a number of GS1; who guesses is slowed down."""
    language = languages.chosen(request)
    with translation.override(language):
        if guessing.too_many(address(request)):
            return too_many(request, language)
        thing = known(number)
        if thing is None:
            return unknown(request, language, number)
        return _page(request, language, thing)


def _page(request: HttpRequest, language: str, thing: Thing) -> HttpResponse:
    """The page of something issued, or 304 when the reader has it already."""
    if isinstance(thing, TradeItem):
        words = _render("item.html", request, language, item=thing, title=thing.name(language))
        body = words.encode()
    elif isinstance(thing, Party):
        seat = places.names([thing.commune_code]).get(thing.commune_code, "")
        body = _render("party.html", request, language, party=thing, seat=seat).encode()
    else:
        page = pages.of(thing, language, _signature(request))
        body = shell.trace(page, request.path, language)
        if isinstance(thing, Box | Lot):
            noting.seen(request, thing)
    etag = f'"{hashlib.sha256(body).hexdigest()[:24]}"'
    fresh = HttpResponse(body, headers={"ETag": etag})
    answer = get_conditional_response(request, etag=etag, response=fresh) or fresh
    answer["Cache-Control"] = KEEP
    patch_vary_headers(answer, ("Accept-Language",))
    answer["Content-Language"] = language
    return answer


def _signature(request: HttpRequest) -> str | None:
    """What the address holds as the signature of its label; of two neither is one."""
    return ",".join(request.GET.getlist("s")) if "s" in request.GET else None


def unknown(request: HttpRequest, language: str, code: str) -> HttpResponse:
    """404 with help; counted against guessing."""
    guessing.missed(address(request))
    noting.missed(request, code)
    return notice(request, language, verdicts.unknown(), status=404, typed=code)


def too_many(request: HttpRequest, language: str) -> HttpResponse:
    """429 until the minute is over."""
    answer = notice(request, language, verdicts.too_many(), status=429)
    answer["Retry-After"] = str(guessing.SECONDS)
    return answer


def notice(
    request: HttpRequest,
    language: str,
    verdict: verdicts.Verdict | None,
    *,
    status: int,
    **facts: str,
) -> HttpResponse:
    """A page about no box: what is wrong, and where to type a code. Kept nowhere."""
    body = _render("notice.html", request, language, verdict=verdict, **facts)
    answer = HttpResponse(body, status=status)
    answer["Cache-Control"] = "no-store"
    answer["Content-Language"] = language
    return answer


def _render(template: str, request: HttpRequest, language: str, **facts: object) -> str:
    """A template of ours without context processors: they ask the database on every page."""
    return shell.render(template, request.path, language, **facts)


def address(request: HttpRequest) -> str:
    """Where the request came from."""
    return str(request.META.get("REMOTE_ADDR", ""))
