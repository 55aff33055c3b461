"""The resolver over HTTP. It shows no page itself: it leads to one, or lists what there is."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from django.conf import settings
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
    JsonResponse,
)
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from catalog.traceability import guessing, languages, queries, verdicts, views
from catalog.traceability.codes import compression, digitallink
from catalog.traceability.codes.digitallink import DigitalLink, WrongLink
from catalog.traceability.resolver import choosing, levels, links, linksets
from catalog.traceability.resolver.levels import Thing

METHODS = ("GET", "HEAD", "OPTIONS")
SUPPORTED = ("00", "01", "414", "417")  # keys that can lead somewhere
_OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": ", ".join(METHODS),
    "Access-Control-Allow-Headers": "Accept, Accept-Language",
    "Access-Control-Expose-Headers": "Link, Location",
}

View = Callable[..., HttpResponse]


def _open_to_all(view: View) -> View:
    """Let pages of every origin ask; three methods, all of which change nothing."""

    @wraps(view)
    def opened(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
        """The answer with the headers that let other origins read it."""
        if request.method == "OPTIONS":
            answer = HttpResponse(status=HTTPStatus.NO_CONTENT, headers={"Allow": _methods()})
        elif request.method in METHODS:
            answer = view(request, *args, **kwargs)
        else:
            answer = HttpResponseNotAllowed(METHODS)
        for name, value in _OPEN.items():
            answer[name] = value
        return answer

    return opened


@_open_to_all
def digital_link(request: HttpRequest, key: str, rest: str) -> HttpResponse:
    """Lead from a Digital Link to what it is about."""
    parts = (key, *rest.removesuffix("/").split("/"))
    return _resolve(request, "/" + "/".join(quote(part, safe="") for part in parts))


@_open_to_all
def compressed_link(request: HttpRequest, word: str) -> HttpResponse:
    """Lead from a compressed Digital Link to what it is about."""
    return _resolve(request, f"/{word}")


@_open_to_all
def description(request: HttpRequest) -> HttpResponse:
    """Say what this resolver can do, at the address where resolvers say it."""
    telephone = "".join(sign for sign in settings.HELP_PHONE if sign.isdigit() or sign == "+")
    facts = {
        "name": settings.MARKET_NAME,
        "resolverRoot": settings.TRACE_URL,
        "supportedPrimaryKeys": list(SUPPORTED),
        "supportedLinkType": [{"namespace": linksets.VOCABULARY, "prefix": "gs1:"}],
        "linkTypeDefaultCanBeLinkset": False,
        "contact": {"fn": settings.MARKET_NAME, "hasTelephone": f"tel:{telephone}"},
    }
    return JsonResponse(facts, headers={"Cache-Control": "public, max-age=3600"})


def _resolve(request: HttpRequest, path: str) -> HttpResponse:
    """Read, look up, choose; each in the reader's language."""
    query = request.META["QUERY_STRING"]
    language = languages.chosen(request)
    with translation.override(language):
        try:
            expanded = compression.expanded(path, query)
            link = expanded or digitallink.parse_path(path, query)
        except WrongLink as wrong:
            answer = _misspelt(request, language, wrong)
        else:
            answer = _look_up(request, language, link)
            if expanded and answer.status_code < HTTPStatus.BAD_REQUEST:
                answer["Link"] += f", {linksets.same_as(link)}"
    patch_vary_headers(answer, ("Accept", "Accept-Language"))
    return answer


def _look_up(request: HttpRequest, language: str, link: DigitalLink) -> HttpResponse:
    """What a link stands for; who guesses is slowed down."""
    if guessing.too_many(views.address(request)):
        return _too_many(request, language)
    thing = queries.linked(link)
    if thing is None:
        return _unknown(request, language, link)
    answer = _lead(request, link, thing)
    about = linksets.header(link, links.address(levels.page(thing)))
    answer["Link"] = f"{about}, {answer['Link']}" if "Link" in answer else about
    return answer


def _lead(request: HttpRequest, link: DigitalLink, thing: Thing) -> HttpResponse:
    """The linkset, the way to the link asked for, or the way to the page."""
    if choosing.wants_linkset(request):
        return _linkset(request, link, thing)
    name = choosing.asked(request)
    if not name:
        return _away(request, choosing.by_default(request, levels.nearest(link, thing)).href)
    found = choosing.best(request, levels.of(link, thing), name)
    return _away(request, found.href) if found else _no_such_link(request, name)


def _away(request: HttpRequest, href: str) -> HttpResponse:
    """307 to a link, with every pair of the query that the link has not set itself."""
    target = urlsplit(href)
    own = {name for name, _value in parse_qsl(target.query)}
    asked = parse_qsl(request.META["QUERY_STRING"], keep_blank_values=True)
    query = "&".join(
        part
        for part in (target.query, urlencode([pair for pair in asked if pair[0] not in own]))
        if part
    )
    if target.netloc != request.get_host():  # the market answers at more than one name
        target = target._replace(scheme="", netloc="")
    answer = HttpResponseRedirect(target._replace(query=query).geturl(), preserve_request=True)
    answer["Cache-Control"] = views.KEEP
    return answer


def _linkset(request: HttpRequest, link: DigitalLink, thing: Thing) -> HttpResponse:
    """The list of links of every level up to the key."""
    return JsonResponse(
        linksets.document(levels.of(link, thing)),
        content_type=choosing.media_type(request),
        headers={"Cache-Control": views.KEEP, "Link": linksets.context_header()},
    )


def _misspelt(request: HttpRequest, language: str, wrong: WrongLink) -> HttpResponse:
    """400: the address is written wrongly, and where."""
    if choosing.by_machine(request):
        return _problem(400, str(wrong), identifier=wrong.where)
    return views.notice(request, language, verdicts.misspelt(), status=400, detail=str(wrong))


def _unknown(request: HttpRequest, language: str, link: DigitalLink) -> HttpResponse:
    """404: nobody issued this. Counted against guessing."""
    if not choosing.by_machine(request) and not choosing.wants_linkset(request):
        return views.unknown(request, language, link.element_string())
    guessing.missed(views.address(request))
    return _problem(404, _("The market never issued this code."))


def _too_many(request: HttpRequest, language: str) -> HttpResponse:
    """429 until the minute is over."""
    if not choosing.by_machine(request):
        return views.too_many(request, language)
    answer = _problem(429, _("Too many unknown codes from your network. Wait one minute."))
    answer["Retry-After"] = str(guessing.SECONDS)
    return answer


def _no_such_link(request: HttpRequest, name: str) -> HttpResponse:
    """404: the number is known, a link of that type is not there."""
    detail = _("There is no link of the type “%(name)s” here.") % {"name": name[:60]}
    if choosing.by_machine(request):
        return _problem(404, detail)
    language = translation.get_language()
    return views.notice(request, language, verdicts.no_such_link(detail), status=404)


def _problem(status: int, detail: str, **more: str) -> HttpResponse:
    """Problem details of RFC 9457; the interface of orders has its own, further up."""
    body = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        **more,
    }
    return JsonResponse(
        body,
        status=status,
        content_type="application/problem+json",
        headers={"Cache-Control": "no-store"},
    )


def _methods() -> str:
    """What is answered at all, for the header ``Allow``."""
    return ", ".join(METHODS)
