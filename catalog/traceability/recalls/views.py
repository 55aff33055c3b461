"""What the public knows of recalls: pages and feeds at addresses without a language prefix."""

from __future__ import annotations

import hashlib

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.views.decorators.http import require_safe

from catalog.traceability import languages, shell
from catalog.traceability.models import Recall
from catalog.traceability.recalls import feeds, queries

KEEP = "public, max-age=60, stale-if-error=604800"
SHOWN = 100
MOST_LOTS = 300


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """List every recall, or those of one lot; of a lot of one recall alone, that recall."""
    language = languages.chosen(request)
    code = request.GET.get("lot", "")[:20]
    with translation.override(language):
        found = list((queries.of_lot(code) if code else queries.known())[:SHOWN])
        if code and len(found) == 1:
            return _page(request, found[0], language)
        crops = queries.crops(found)
        rows = [_row(recall, crops.get(recall.pk, []), language) for recall in found]
        body = shell.render("recalls.html", request.path, language, recalls=rows, code=code)
    return _kept(request, body.encode(), "text/html; charset=utf-8", language)


@require_safe
def one(request: HttpRequest, number: str) -> HttpResponse:
    """Say of one recall which lots it is about, why, and what to do."""
    language = languages.chosen(request)
    recall = get_object_or_404(queries.known(), number=number)
    with translation.override(language):
        return _page(request, recall, language)


@require_safe
def atom(request: HttpRequest) -> HttpResponse:
    """The feed as Atom."""
    language = languages.chosen(request)
    with translation.override(language):
        return _kept(request, feeds.atom(language), "application/atom+xml", language)


@require_safe
def json_feed(request: HttpRequest) -> HttpResponse:
    """The feed as JSON."""
    language = languages.chosen(request)
    with translation.override(language):
        return _kept(request, feeds.as_json(language), "application/feed+json", language)


def _page(request: HttpRequest, recall: Recall, language: str) -> HttpResponse:
    """The page of one recall."""
    if not recall.is_known:
        raise Http404
    lots = [row.lot for row in queries.lots(recall)[:MOST_LOTS]]
    crops = queries.crops([recall]).get(recall.pk, [])
    facts = {
        "row": _row(recall, crops, language),
        "recall": recall,
        "lots": lots,
        "more": max(0, recall.lot_count - len(lots)),  # type: ignore[attr-defined]  # annotated
    }
    body = shell.render("recall.html", request.path, language, **facts)
    return _kept(request, body.encode(), "text/html; charset=utf-8", language)


def _row(recall: Recall, crops: list[str], language: str) -> dict[str, object]:
    """A recall as the list and its page tell it."""
    return {
        "number": recall.number,
        "crops": crops,
        "reason": recall.why(language),
        "grade": recall.get_grade_display(),
        "remedy": recall.get_remedy_display(),
        "opened_at": recall.opened_at,
        "closed_at": recall.closed_at,
        "running": recall.state == Recall.State.OPEN,
        "lots": recall.lot_count,  # type: ignore[attr-defined]  # annotated
    }


def _kept(request: HttpRequest, body: bytes, kind: str, language: str) -> HttpResponse:
    """The answer, or 304 when the reader has it already; kept for a minute."""
    etag = f'"{hashlib.sha256(body).hexdigest()[:24]}"'
    fresh = HttpResponse(body, content_type=kind, headers={"ETag": etag})
    answer = get_conditional_response(request, etag=etag, response=fresh) or fresh
    answer["Cache-Control"] = KEEP
    patch_vary_headers(answer, ("Accept-Language",))
    answer["Content-Language"] = language
    return answer
