"""Private papers: taken in after a look at their bytes, shown by a view that writes it down."""

from __future__ import annotations

import hashlib
from pathlib import PurePath

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import FileResponse, HttpRequest

from marketplace.people.models import User
from marketplace.records import audit
from marketplace.records.models import Paper

LARGEST = 10 * 1024 * 1024  # bytes


class PaperRefused(ValueError):
    """The file is too large, empty, or neither PDF, JPEG nor PNG."""


@transaction.atomic
def keep(upload: UploadedFile[bytes], *, by: User | None) -> Paper:
    """Store an uploaded file privately; its kind is read from its bytes, never from its name."""
    size = upload.size or 0
    if not 0 < size <= LARGEST:
        raise PaperRefused("size")
    head = upload.read(16)
    kind = next((kind for kind, magic in Paper.KINDS.items() if head.startswith(magic)), None)
    if kind is None:
        raise PaperRefused("kind")
    upload.seek(0)
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    upload.seek(0)
    paper = Paper(
        name=_plain_name(upload.name or ""),
        media_type=kind,
        size=size,
        sha256=digest.hexdigest(),
        uploaded_by=by,
    )
    paper.file.save(paper.token, upload, save=False)
    paper.save()
    audit.record(by, paper, "paper.kept", after={"sha256": paper.sha256})
    return paper


def show(request: HttpRequest, paper: Paper) -> FileResponse:
    """Answer with the file and write down who read it.

    The calling view must have found ``paper`` among what this person may see. The browser is
    told to download, never to render, and nothing on the way may keep a copy.
    """
    reader = request.user if isinstance(request.user, User) else None
    audit.record(reader, paper, "paper.read")
    response = FileResponse(
        paper.file.open("rb"),
        as_attachment=True,
        filename=paper.name,
        content_type=paper.media_type,
    )
    response["Cache-Control"] = "no-store, private"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _plain_name(given: str) -> str:
    """The last part of a file name with only printable characters, at most 120 of them."""
    name = PurePath(given.replace("\\", "/")).name
    return "".join(c for c in name if c.isprintable())[-120:] or "paper"
