"""A file as an answer: named, in no cache, and not sent again to who has it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified

from catalog.traceability.exports.files import File


def sent(request: HttpRequest, file: File) -> HttpResponse:
    """The file to be kept, or 304 when the asker has it. It holds names: no cache may keep it."""
    answer: HttpResponse
    if file.tag in (one.strip() for one in request.headers.get("If-None-Match", "").split(",")):
        answer = HttpResponseNotModified()
    else:
        answer = HttpResponse(file.body, content_type=file.media_type)
        answer["Content-Disposition"] = f'attachment; filename="{file.name}"'
        answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
        answer["X-Content-Type-Options"] = "nosniff"
    answer["ETag"] = file.tag
    answer["Cache-Control"] = "no-store, private"
    return answer
