"""The diary is written, on a phone in the field, often without a network and sent days later."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from catalog.traceability.diary import waiting
from catalog.traceability.diary.models import DiaryEntry
from catalog.traceability.lots import holding
from catalog.traceability.models import Lot, Plot
from marketplace.people.models import User
from marketplace.records import audit, clock, papers
from marketplace.records.models import Paper

_TOLD = ("work", "on", "input_name", "active_ingredient", "dose", "wait_days", "note")
OLDEST = dt.timedelta(days=400)  # what a season's inspection still asks for


class NotYetDone(ValueError):
    """The day of the work has not come yet, or lies too far back."""


class IntervalMissing(ValueError):
    """A spraying that does not say with what, or how long to wait before picking."""


class AlreadyCorrected(Exception):
    """An entry is put right once; the correction itself can be put right again."""


class DraftTaken(ValueError):
    """The phone's key of a draft belongs to an entry that says something else."""


@dataclass(frozen=True, slots=True)
class Work:
    """What somebody wrote: the work, its day, what was used, and the phone's own clock and key."""

    work: str
    on: dt.date
    draft: UUID
    written_at: dt.datetime
    input_name: str = ""
    active_ingredient: str = ""
    dose: str = ""
    wait_days: int | None = None
    note: str = ""


@transaction.atomic
def write(
    plot_id: int,
    work: Work,
    *,
    by: User | None,
    photo: UploadedFile[bytes] | None = None,
    corrects: int | None = None,
) -> DiaryEntry:
    """Write work on a plot down; the same draft again answers the entry it became.

    A spraying that is told late, after fruit was picked inside its interval, holds those lots.
    Refused with ``NotYetDone``, ``IntervalMissing``, ``AlreadyCorrected``, ``DraftTaken``,
    ``PaperRefused`` for its photo; ``DiaryEntry.DoesNotExist`` when what it corrects is not of
    this plot.
    """
    plot = Plot.objects.select_for_update(no_key=True).get(pk=plot_id)
    known = DiaryEntry.objects.filter(draft=work.draft).first()
    if known:
        return _same(known, plot, work, corrects)
    _check(work)
    wrong = plot.entries.get(pk=corrects) if corrects else None
    kept = papers.keep(photo, by=by) if photo else None
    entry = _save(plot, work, kept, wrong, by)
    audit.record(by, plot, "diary.written", after={"entry": entry.pk, "work": work.work})
    _hold_what_was_picked(entry, by)
    return entry


def _same(known: DiaryEntry, plot: Plot, work: Work, corrects: int | None) -> DiaryEntry:
    """The entry a draft became, if it says what the draft says; nothing is lost unsaid."""
    told = [getattr(work, name) for name in _TOLD]
    kept = [getattr(known, name) for name in _TOLD]
    if (known.plot_id, known.corrects_id, kept) != (plot.pk, corrects, told):
        raise DraftTaken(work.draft)
    return known


def _check(work: Work) -> None:
    """Raise what cannot be true of work in a field."""
    today = clock.local_day()
    if not today - OLDEST <= work.on <= today:
        raise NotYetDone(work.on)
    if work.work == DiaryEntry.Work.SPRAYING and (not work.input_name or work.wait_days is None):
        raise IntervalMissing(work.work)


def _save(
    plot: Plot, work: Work, photo: Paper | None, wrong: DiaryEntry | None, by: User | None
) -> DiaryEntry:
    """Add the row; the phone's clock is never believed to be ahead of ours."""
    now = clock.now()
    helper = by if by and audit.is_acting() else None
    try:
        with transaction.atomic():
            return DiaryEntry.objects.create(
                plot=plot,
                work=work.work,
                on=work.on,
                input_name=work.input_name,
                active_ingredient=work.active_ingredient,
                dose=work.dose,
                wait_days=work.wait_days,
                note=work.note,
                photo=photo,
                draft=work.draft,
                written_at=min(work.written_at, now),
                recorded_at=now,
                by=by,
                by_name=_name(by) if not helper else plot.party.name,
                helped_by=_name(helper),
                corrects=wrong,
            )
    except IntegrityError as error:
        if "draft" in str(error):
            raise DraftTaken(work.draft) from None
        if "corrects" in str(error):
            raise AlreadyCorrected(wrong) from None
        raise


def _hold_what_was_picked(entry: DiaryEntry, by: User | None) -> None:
    """Hold the lots that were picked on the plot too soon after this work."""
    if not entry.wait_days:
        return
    lots = Lot.objects.filter(
        origins__plot=entry.plot_id, harvested_on__gte=entry.on, harvested_on__lt=entry.free_from
    )
    for lot_id in lots.order_by("pk").values_list("pk", flat=True):
        holding.hold(lot_id, reason=too_soon(entry), by=by)


def too_soon(entry: DiaryEntry) -> str:
    """Why nothing may be picked yet, in words."""
    return _("%(plot)s was sprayed with %(input)s on %(day)s; pick from %(free)s on.") % {
        "plot": entry.plot.name,
        "input": entry.input_name or entry.get_work_display(),
        "day": f"{entry.on:%d/%m/%Y}",
        "free": f"{entry.free_from:%d/%m/%Y}",
    }


def blocked(plots: list[int], day: dt.date) -> str:
    """Why nothing may be picked on these plots on a day, in words; empty when nothing stands."""
    found = waiting.blocking(plots, day)
    return too_soon(found[0]) if found else ""


def _name(by: User | None) -> str:
    """The name of a person, empty for nobody."""
    return str(getattr(by, "display_name", "") or "")
