"""The parts of a job become files among the private papers, and in the end one file."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterable, Iterator
from functools import partial
from typing import BinaryIO

from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage, storages
from django.db import transaction

from catalog.traceability.labels import sheets, wording
from catalog.traceability.labels.formats import FORMATS, Format, Paper
from catalog.traceability.models import Box, LabelJob
from marketplace.records import clock

PART = 1000  # labels, a little less so that pages are full
State = LabelJob.State
_LENGTH = 4


def kind(job: LabelJob) -> Format:
    """The format of a job."""
    return FORMATS[job.format]


def paper(job: LabelJob) -> Paper:
    """The paper of a job, moved as its printer needs it."""
    return Paper(job.layout, (job.offset_x / 10, job.offset_y / 10))


def make(job: LabelJob) -> None:
    """Make the next part of a locked job; after the last one, the file.

    A label that was cancelled since the job was asked for makes the job fail: it is not printed.
    """
    per_page = paper(job).plan.per_page
    size = max(1, PART // per_page) * per_page
    boxes = _boxes(job, job.done, job.done + size)
    if any(box.state not in sheets.PRINTABLE for box in boxes):
        end(job, State.FAILED)
        return
    labels = list(wording.labels(boxes, job.language))
    _keep(_part(job, job.done), io.BytesIO(b"".join(_framed(kind(job).pieces(labels, paper(job))))))
    job.state, job.done = State.RUNNING, job.done + len(boxes)
    job.save(update_fields=["state", "done"])
    if job.done == job.units:
        _finish(job, size)


def end(job: LabelJob, state: State) -> None:
    """End a locked job; its parts are thrown away once that is certain."""
    job.state, job.ended_at = state, clock.now()
    job.save(update_fields=["state", "ended_at", "file"])
    names = _parts(job)
    transaction.on_commit(partial(_drop_all, names), robust=True)


def drop(name: str) -> None:
    """Throw a file away; one that is gone is gone."""
    _papers().delete(name)


def _drop_all(names: list[str]) -> None:
    """Throw files away."""
    for name in names:
        drop(name)


def opened(job: LabelJob) -> File[bytes]:
    """The finished file."""
    return _papers().open(job.file)


def _finish(job: LabelJob, size: int) -> None:
    """Join the parts into the file."""
    lots = Box.objects.filter(prints__job=job).values_list("lot__code", flat=True).distinct()
    with tempfile.TemporaryFile() as out:
        found = (piece for at in range(0, job.units, size) for piece in _pieces(_part(job, at)))
        kind(job).join(found, paper(job).plan, out, title=sheets.title(set(lots)))
        out.seek(0)
        job.file = f"{_folder(job)}/labels.{kind(job).suffix}"
        _keep(job.file, out)
    end(job, State.DONE)


def _boxes(job: LabelJob, first: int, after: int) -> list[Box]:
    """The boxes at these places, with all a label says; they stay as they are meanwhile."""
    found = Box.objects.filter(prints__job=job, prints__place__gte=first, prints__place__lt=after)
    rows = found.select_related("lot__party", "item").order_by("prints__place")
    return list(rows)


def _folder(job: LabelJob) -> str:
    """Where a job's files lie."""
    return f"labels/{job.token[:2]}/{job.token}"


def _part(job: LabelJob, first: int) -> str:
    """The name of the part that begins at a place."""
    return f"{_folder(job)}/{first:05d}.part"


def _parts(job: LabelJob) -> list[str]:
    """The names of all parts there are."""
    papers, folder = _papers(), _folder(job)
    if job.done == 0:
        return []
    _folders, names = papers.listdir(folder)
    return [f"{folder}/{name}" for name in names if name.endswith(".part")]


def _papers() -> Storage:
    """The private storage."""
    return storages["papers"]


def _keep(name: str, data: BinaryIO) -> None:
    """Write a file under exactly this name, over what a killed worker may have left."""
    papers = _papers()
    papers.delete(name)
    kept = papers.save(
        name, ContentFile(data.read()) if isinstance(data, io.BytesIO) else File(data)
    )
    assert kept == name, kept


def _framed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Each piece after its length."""
    for piece in pieces:
        yield len(piece).to_bytes(_LENGTH, "big") + piece


def _pieces(name: str) -> Iterator[bytes]:
    """The pieces of a part."""
    with _papers().open(name) as part:
        while head := part.read(_LENGTH):
            yield part.read(int.from_bytes(head, "big"))
