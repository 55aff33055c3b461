"""Finished files are handed over, and it is written down who took them."""

from __future__ import annotations

import io

from django.http import FileResponse

from catalog.traceability.models import LabelJob
from catalog.traceability.printing import making
from catalog.traceability.printing.wholes import Printed
from marketplace.people.models import User
from marketplace.records import audit


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


def at_once(made: Printed) -> FileResponse:
    """A file that was made while somebody waited and is kept nowhere; its print is told."""
    answer = FileResponse(
        io.BytesIO(made.data),
        as_attachment=True,
        filename=made.name,
        content_type=made.media_type,
    )
    return _private(answer)


def _private(answer: FileResponse) -> FileResponse:
    """A file for who asked alone, which can do nothing in a browser."""
    answer["Cache-Control"] = "no-store, private"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
