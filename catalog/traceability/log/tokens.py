"""What the authority of time said of the log's heads, as files to take home."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalog.traceability.log import keys
from catalog.traceability.log.answering import Refused, open_to_all
from catalog.traceability.log.models import HeadStamp

FOR_EVER = "public, max-age=31536000, immutable"
SHOWN = 1_000


@require_safe
@open_to_all
def listed(_request: HttpRequest) -> HttpResponse:
    """The latest thousand stamps, the newest first, with the addresses of both files of each."""
    rows = HeadStamp.objects.order_by("-size").values_list("size", "at")[:SHOWN]
    told = [
        {
            "size": size,
            "time": keys.written(at),
            "token": reverse("trace-log-token", args=[size]),
            "note": reverse("trace-log-token-note", args=[size]),
        }
        for size, at in rows
    ]
    return JsonResponse({"tokens": told}, headers={"Cache-Control": "public, max-age=60"})


@require_safe
@open_to_all
def token(_request: HttpRequest, size: int) -> HttpResponse:
    """The authority's whole answer, as ``openssl ts`` reads it."""
    return _file(bytes(_stamp(size).token), "application/timestamp-reply", f"{size}.tsr")


@require_safe
@open_to_all
def note(_request: HttpRequest, size: int) -> HttpResponse:
    """What was stamped, byte for byte."""
    return _file(_stamp(size).head.note.encode(), "text/plain; charset=utf-8", f"{size}.txt")


def _stamp(size: int) -> HeadStamp:
    """The stamp of a tree of this size."""
    found = HeadStamp.objects.select_related("head").filter(size=size).first()
    if found is None:
        raise Refused(404, _("No token was given for a tree of this size."))
    return found


def _file(body: bytes, kind: str, name: str) -> HttpResponse:
    """A file that never changes."""
    answer = HttpResponse(body, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = FOR_EVER
    return answer
