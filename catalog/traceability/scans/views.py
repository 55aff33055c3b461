"""The page on which somebody with a box in hand says what is wrong with it."""

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
from catalog.traceability.models import Box, Lot
from catalog.traceability.scans import reporting
from catalog.traceability.scans.forms import ProblemForm
from marketplace.people import limits

REFUSED = 422
# Whole communes share one address; nobody has twenty boxes to report in an hour.
LIMITS = {"report_problem": "20/h/ip,10/h/key"}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, code: str) -> HttpResponse:
    """Ask what is wrong with a box or lot, and write it down; the trace page itself may be cached.

    An unknown code is led to its trace page, which helps, and counts as a guess here as well.
    """
    language = languages.chosen(request)
    tidy, address = serials.tidy(code), str(request.META.get("REMOTE_ADDR", ""))
    thing = None if guessing.too_many(address) else queries.found(tidy)
    if not isinstance(thing, Box | Lot):
        guessing.missed(address)
        return HttpResponseRedirect(f"{resolve_url('trace', code=tidy)}?lang={language}")
    form = ProblemForm(request.POST if request.method == "POST" else None)
    with translation.override(language):
        if request.method != "POST" or not form.is_valid():
            return _page(request, language, thing.code, form)
        if not ratelimit.consume(
            request, app="traceability", action="report_problem", config=LIMITS, key=thing.code
        ):
            return limits.too_many(request)
    if not form.is_of_a_program:
        facts = {name: form.cleaned_data[name] for name in ("kind", "words", "contact")}
        reporting.report(thing, language=language, **facts)
    here = resolve_url("trace-report", code=thing.code)
    return HttpResponseRedirect(f"{here}?lang={language}&sent=1")


def _page(request: HttpRequest, language: str, code: str, form: ProblemForm) -> HttpResponse:
    """The form, or thanks for it."""
    body = shell.render(
        "report.html",
        request.path,
        language,
        code=code,
        printed=serials.grouped(code) if serials.looks_like_box(code) else code,
        form=form,
        is_sent="sent" in request.GET and not form.is_bound,
        csrf_token=get_token(request),
    )
    answer = HttpResponse(body, status=REFUSED if form.errors else 200)
    answer["Content-Language"] = language
    return answer
