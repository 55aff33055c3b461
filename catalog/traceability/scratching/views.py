"""The page on which somebody enters the digits of a box; the trace page itself may be cached."""

from __future__ import annotations

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.shortcuts import resolve_url
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from catalog.traceability import guessing, languages, queries, shell
from catalog.traceability.codes import serials
from catalog.traceability.models import Box
from catalog.traceability.scans import networks
from catalog.traceability.scans.queries import province_names
from catalog.traceability.scratching import opening, saying
from catalog.traceability.scratching.forms import ScratchForm
from marketplace.people import limits
from marketplace.records import clock

REFUSED, TOO_MANY = 422, 429
# Each entry costs us a slow hash; a fair where everybody opens a box is not stopped by this.
LIMITS = {"scratch": "120/h/ip"}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def scratch(request: HttpRequest, code: str) -> HttpResponse:
    """Ask for the digits of a box, and say what they mean.

    A code without any is led to its trace page; an unknown one counts as a guess here as well.
    """
    language = languages.chosen(request)
    tidy, address = serials.tidy(code), str(request.META.get("REMOTE_ADDR", ""))
    thing = None if guessing.too_many(address) else queries.found(tidy)
    if thing is None:
        guessing.missed(address)
    if not isinstance(thing, Box) or not opening.has_code(thing):
        return HttpResponseRedirect(f"{resolve_url('trace', code=tidy)}?lang={language}")
    form = ScratchForm(request.POST if request.method == "POST" else None)
    with translation.override(language):
        if request.method != "POST":
            return _page(request, language, thing, form=form)
        if not form.is_valid():
            return _page(request, language, thing, status=REFUSED, form=form)
        if not ratelimit.consume(request, app="traceability", action="scratch", config=LIMITS):
            return limits.too_many(request)
        return _entered(request, language, thing, form)


def _entered(request: HttpRequest, language: str, box: Box, form: ScratchForm) -> HttpResponse:
    """Enter the digits and say what came of it; the digits are never shown again."""
    address = str(request.META.get("REMOTE_ADDR", ""))
    place = networks.place_of(address)
    try:
        entry = opening.enter(box.pk, form.cleaned_data["digits"], place=place)
    except opening.TriedTooOften:
        answer = _page(request, language, box, status=TOO_MANY, verdict=saying.too_often())
        answer["Retry-After"] = str(_seconds_left())
        return answer
    except opening.NoScratchCode:
        return HttpResponseRedirect(f"{resolve_url('trace', code=box.code)}?lang={language}")
    names = province_names([entry.opened_in]) if entry.opened_in else {}
    verdict = saying.of(entry, names.get(entry.opened_in, ""))
    if entry.is_right:
        return _page(request, language, box, verdict=verdict)
    fresh = ScratchForm() if entry.left else None
    return _page(request, language, box, status=REFUSED, verdict=verdict, form=fresh)


def _page(
    request: HttpRequest, language: str, box: Box, *, status: int = 200, **facts: object
) -> HttpResponse:
    """The form, or what came of it."""
    body = shell.render(
        "scratch.html",
        request.path,
        language,
        code=box.code,
        printed=serials.grouped(box.code),
        csrf_token=get_token(request),
        **facts,
    )
    answer = HttpResponse(body, status=status)
    answer["Content-Language"] = language
    return answer


def _seconds_left() -> int:
    """Until the day in Vietnam ends."""
    ends = clock.day_begins(clock.local_day() + clock.A_DAY)
    return max(1, int((ends - clock.now()).total_seconds()))
