"""Finished files are handed over, and it is written down who took them."""

from __future__ import annotations

from typing import TypeVar

from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase

from catalog.traceability.models import LabelJob
from catalog.traceability.printing import making
from catalog.traceability.printing.wholes import Printed
from marketplace.people.models import User
from marketplace.records import audit

Answer = TypeVar("Answer", bound=HttpResponseBase)


def file(job: LabelJob, *, by: User | None) -> FileResponse:
    """The file of a finished job, to be kept by who asks and by nobody on the way."""
    kind = making.kind(job)
    about = job.lot.code if job.lot else job.reference
    name = f"{about}-{job.units}.{kind.suffix}"
    audit.record(by, job, "labels.read")
    answer = FileResponse(
        making.opened(job), as_attachment=True, filename=name, content_type=kind.media_type
    )
    return _private(answer)


def at_once(made: Printed) -> HttpResponse:
    """A file that was made while somebody waited and is kept nowhere; its print is told."""
    answer = HttpResponse(made.data, content_type=made.media_type)
    answer["Content-Disposition"] = f'attachment; filename="{made.name}"'
    return _private(answer)


def _private(answer: Answer) -> Answer:
    """A file for who asked alone, which can do nothing in a browser."""
    answer["Cache-Control"] = "no-store, private"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
