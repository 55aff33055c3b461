"""Labels are asked for, made and called off.

A job of few labels is made at once. A long one is made a part at a time: every part is one message
of the outbox, which writes the part's file and the job's progress in one transaction and posts the
next. A worker that is killed loses the part it was at and nothing else; the part is made again from
the same boxes. Calling off waits for the part in the making, then nothing more is made.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TypeVar

from django.db import transaction
from django.utils.translation import get_language

from catalog.traceability.labels import wording
from catalog.traceability.labels.formats import FORMATS, Format, Paper
from catalog.traceability.labels.sheets import PRINTABLE, NothingToPrint
from catalog.traceability.labels.thermal import RollsOnly
from catalog.traceability.models import Box, LabelJob, LabelPrint, Lot, Party
from catalog.traceability.printing import making, setting
from marketplace.people.models import User
from marketplace.records import audit, clock, outbox

MOST = 10_000
AT_ONCE = 200
TOPIC = "labels.make"
State = LabelJob.State
Done = TypeVar("Done")


class TooManyLabels(ValueError):
    """A job makes ten thousand labels at most."""


class ReasonMissing(ValueError):
    """A label was printed before; the argument is how many. Say why it is printed again."""


class MoveRefused(Exception):
    """The job has ended."""


@transaction.atomic
def ask(
    boxes: Sequence[Box],
    *,
    layout: str,
    format: str = "pdf",  # noqa: A002 -- the field's own word
    lot: Lot | None = None,
    reference: str = "",
    reason: str = "",
    language: str = "",
    by: User | None,
) -> LabelJob:
    """Ask for the labels of boxes of one party, of a ``lot``, a sale ``reference`` or a day.

    Up to two hundred are made before this returns. Refused with ``KeyError`` for a layout or format
    nobody knows, ``NothingToPrint``, ``TooManyLabels``, ``RollsOnly``, ``SymbolTooSmall``, and
    ``ReasonMissing`` when one was printed before and no reason is given.
    """
    party = _checked(_locked(boxes), layout, FORMATS[format])
    again = printed_before([box.pk for box in boxes])
    if again and not reason.strip():
        raise ReasonMissing(again)
    x, y = setting.offset(party.pk, layout)
    job = LabelJob.objects.create(
        party=party,
        lot=lot,
        reference=reference,
        layout=layout,
        format=format,
        language=language or get_language() or "vi",
        offset_x=x,
        offset_y=y,
        units=len(boxes),
        reprinted=again,
        reason=reason.strip() if again else "",
        asked_by=by,
    )
    LabelPrint.objects.bulk_create(
        [LabelPrint(job=job, place=place, box=box) for place, box in enumerate(boxes)],
        batch_size=2000,
    )
    audit.record(by, job, "labels.asked", after={"units": len(boxes), "again": again})
    if len(boxes) <= AT_ONCE:
        making.make(job)
    else:
        _post(job)
    return job


@transaction.atomic
def whole(do: Callable[[], Done]) -> Done:
    """Do several steps, such as packing boxes and asking for their labels, all or none."""
    return do()


def printed_before(boxes: Sequence[int]) -> int:
    """How many of these boxes have a label in a job that was not called off."""
    counted = (State.QUEUED, State.RUNNING, State.DONE)
    found = LabelPrint.objects.filter(box__in=boxes, job__state__in=counted)
    return found.values("box").distinct().count()


@transaction.atomic
def go_on(job_id: int) -> LabelJob:
    """Make the next part of a job, and post what is left; a job that has ended stays as it is."""
    job = LabelJob.objects.select_for_update(no_key=True).get(pk=job_id)
    if job.can_become(State.DONE) or job.can_become(State.RUNNING):
        making.make(job)
    if job.state == State.RUNNING:
        _post(job)
    return job


@transaction.atomic
def cancel(job_id: int, *, by: User | None) -> LabelJob:
    """Call a job off; its parts are thrown away. ``MoveRefused`` when it has ended.

    The part that is being made is finished first: the job is locked meanwhile.
    """
    job = LabelJob.objects.select_for_update(no_key=True).get(pk=job_id)
    if not job.can_become(State.CANCELLED):
        raise MoveRefused(job.state)
    making.end(job, State.CANCELLED)
    audit.record(by, job, "labels.cancelled", after={"done": job.done})
    return job


@transaction.atomic
def forget(older_than_days: int = 30) -> int:
    """Throw the files of old jobs away and say how many; what was printed stays written down."""
    before = clock.now() - dt.timedelta(days=older_than_days)
    old = LabelJob.objects.select_for_update(no_key=True, skip_locked=True)
    found = list(old.filter(ended_at__lt=before).exclude(file="").order_by("pk"))
    for job in found:
        making.drop(job.file)
        job.file = ""
        job.save(update_fields=["file"])
    return len(found)


def _post(job: LabelJob) -> None:
    """Let the next part be made."""
    outbox.post(TOPIC, key=f"label-job-{job.pk}-{job.done}", job=job.pk)


def _locked(boxes: Sequence[Box]) -> list[Box]:
    """The same boxes as they stand now; of two who print them at once the second prints again."""
    keys = [box.pk for box in boxes]
    rows = Box.objects.filter(pk__in=keys).select_related("lot__party", "item").order_by("pk")
    return list(rows.select_for_update(no_key=True, of=("self",)))


def _checked(boxes: Sequence[Box], layout: str, kind: Format) -> Party:
    """Raise what stands in the way before anything is written; whose boxes they are."""
    plan = Paper(layout).plan
    if not boxes or any(box.state not in PRINTABLE for box in boxes):
        raise NothingToPrint
    if len(boxes) > MOST:
        raise TooManyLabels(len(boxes))
    if not kind.fits(plan):
        raise RollsOnly(layout)
    longest = max(wording.labels(boxes, "vi"), key=lambda label: len(label.address.encode()))
    for _piece in kind.pieces([longest], Paper(layout)):
        """The finest code of the job is drawn once: ``SymbolTooSmall`` comes now or never."""
    (party,) = {box.lot.party for box in boxes}
    return party
