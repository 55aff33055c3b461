"""The trace pages: fixed addresses without a language prefix, printed on boxes for years."""

from __future__ import annotations

import hashlib
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.views.decorators.http import require_safe

from catalog.traceability import guessing, languages, pages, queries, verdicts
from catalog.traceability.codes import digitallink, serials
from catalog.traceability.models import Box, LogisticUnit, Lot, TradeItem
from catalog.traceability.rendering import render

Thing = Box | Lot | LogisticUnit | TradeItem

# A recall must be seen within a minute; without a network a page seen once may be shown for a week.
KEEP = "public, max-age=60, stale-if-error=604800"


@require_safe
def trace(request: HttpRequest, code: str) -> HttpResponse:
    """Say what is known of a lot or box by its printed code."""
    language = languages.chosen(request)
    tidy = serials.tidy(code)
    with translation.override(language):
        if guessing.too_many(_address(request)):
            return _too_many(request, language)
        thing = queries.found(tidy)
        if thing is None:
            return _unknown(request, language, tidy)
        return _page(request, language, thing)


@require_safe
def link(request: HttpRequest, key: str, rest: str) -> HttpResponse:
    """Say what is known of a box, lot or item by its GS1 Digital Link."""
    language = languages.chosen(request)
    with translation.override(language):
        try:
            said = digitallink.parse_path(_still_encoded(key, rest), request.META["QUERY_STRING"])
        except digitallink.WrongLink as wrong:
            verdict = verdicts.misspelt()
            return _notice(request, language, verdict, status=400, detail=str(wrong))
        if guessing.too_many(_address(request)):
            return _too_many(request, language)
        thing = queries.linked(said)
        if thing is None:
            return _unknown(request, language, said.element_string())
        return _page(request, language, thing)


@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """Ask for a code to be typed, and go to its page."""
    language = languages.chosen(request)
    typed = serials.tidy(request.GET.get("code", ""))[:60]
    if typed and "/" not in typed:
        return HttpResponseRedirect(f"{resolve_url('trace', code=typed)}?lang={language}")
    with translation.override(language):
        if typed:
            return _unknown(request, language, typed)
        return _notice(request, language, None, status=200)


def _page(request: HttpRequest, language: str, thing: Thing) -> HttpResponse:
    """The page of something issued, or 304 when the reader has it already."""
    if isinstance(thing, TradeItem):
        body = render("item.html", request, language, item=thing, title=thing.name(language))
    else:
        body = render("trace.html", request, language, page=pages.of(thing, language))
    etag = f'"{hashlib.sha256(body.encode()).hexdigest()[:24]}"'
    fresh = HttpResponse(body, headers={"ETag": etag})
    answer = get_conditional_response(request, etag=etag, response=fresh) or fresh
    answer["Cache-Control"] = KEEP
    patch_vary_headers(answer, ("Accept-Language",))
    answer["Content-Language"] = language
    return answer


def _unknown(request: HttpRequest, language: str, code: str) -> HttpResponse:
    """404 with help; counted against guessing."""
    guessing.missed(_address(request))
    return _notice(request, language, verdicts.unknown(), status=404, typed=code)


def _too_many(request: HttpRequest, language: str) -> HttpResponse:
    """429 until the minute is over."""
    answer = _notice(request, language, verdicts.too_many(), status=429)
    answer["Retry-After"] = str(guessing.SECONDS)
    return answer


def _notice(
    request: HttpRequest,
    language: str,
    verdict: verdicts.Verdict | None,
    *,
    status: int,
    **facts: str,
) -> HttpResponse:
    """A page about no box: what is wrong, and where to type a code. Kept nowhere."""
    body = render("notice.html", request, language, verdict=verdict, **facts)
    answer = HttpResponse(body, status=status)
    answer["Cache-Control"] = "no-store"
    answer["Content-Language"] = language
    return answer


def _still_encoded(key: str, rest: str) -> str:
    """The path as it was printed, encoded again segment by segment; one last slash is forgiven."""
    return "/".join(
        ("", key, *(quote(part, safe="") for part in rest.removesuffix("/").split("/")))
    )


def _address(request: HttpRequest) -> str:
    """Where the request came from."""
    return str(request.META.get("REMOTE_ADDR", ""))
