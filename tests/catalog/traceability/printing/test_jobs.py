"""Label jobs: asked for, made in parts, interrupted, called off, made by two at once, logged."""

import csv
import io
import zipfile

import pytest
from django.db import transaction

from catalog.traceability import codes, queries
from catalog.traceability.labels import SymbolTooSmall
from catalog.traceability.labels.sheets import NothingToPrint
from catalog.traceability.labels.thermal import RollsOnly
from catalog.traceability.lots import packing, relabelling
from catalog.traceability.models import LabelJob, LabelPrint
from catalog.traceability.printing import jobs, making
from marketplace.records.models import OutboxMessage
from tests.catalog.traceability.labels.reading import cells, read
from tests.catalog.traceability.printing.asking import asked, files_in, step

pytestmark = pytest.mark.django_db
State = LabelJob.State


def labels_in(job, layout="roll-50x30"):
    with making.opened(job) as file:
        return [texts for cell in cells(file.read(), layout, dpi=300) if (texts := read(cell))]


def test_few_labels_are_made_at_once(lot, boxes):
    job = asked(lot)

    assert (job.state, job.done, job.units) == (State.DONE, 20, 20)
    assert labels_in(job) == [[codes.url(box.code)] for box in boxes]
    assert OutboxMessage.objects.count() == 0


def test_a_long_job_is_made_part_by_part(lot, boxes, few, papers):
    job = asked(lot)
    assert (job.state, job.done) == (State.QUEUED, 0)

    seen = []
    while step():
        job.refresh_from_db()
        seen.append((job.state, job.done))

    assert seen == [("running", 8), ("running", 16), ("done", 20)]
    assert labels_in(job) == [[codes.url(box.code)] for box in boxes]


def test_its_parts_are_thrown_away_when_it_is_done(
    lot, boxes, few, papers, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        asked(lot)
        while step():
            assert files_in(papers)

    assert files_in(papers) == ["labels.pdf"]


def test_a_killed_worker_loses_one_part_and_nothing_else(lot, boxes, few, papers):
    """The part was written, the transaction was not: the next worker makes it again."""
    job = asked(lot)
    step()
    with pytest.raises(KeyboardInterrupt), transaction.atomic():
        jobs.go_on(job.pk)
        raise KeyboardInterrupt
    job.refresh_from_db()
    assert (job.state, job.done) == (State.RUNNING, 8)
    assert files_in(papers) == ["00000.part", "00008.part"]

    while step():
        pass

    job.refresh_from_db()
    assert job.state == State.DONE
    assert labels_in(job) == [[codes.url(box.code)] for box in boxes]


def test_a_message_said_twice_makes_no_label_twice(lot, boxes, few):
    job = asked(lot)
    while step():
        pass

    jobs.go_on(job.pk)

    job.refresh_from_db()
    assert (job.state, job.done) == (State.DONE, 20)


def test_a_job_is_called_off_between_parts(
    lot, boxes, few, papers, django_capture_on_commit_callbacks
):
    job = asked(lot)
    step()

    with django_capture_on_commit_callbacks(execute=True):
        jobs.cancel(job.pk, by=None)
    while step():
        pass

    job.refresh_from_db()
    assert (job.state, job.done, job.file) == (State.CANCELLED, 8, "")
    assert job.ended_at is not None
    assert files_in(papers) == []
    with pytest.raises(jobs.MoveRefused):
        jobs.cancel(job.pk, by=None)


def test_two_jobs_at_once_do_not_mix(lot, boxes, few, item):
    first = asked(lot, boxes[:10])
    second = asked(lot, boxes[10:])

    while step():
        pass

    for job, own in ((first, boxes[:10]), (second, boxes[10:])):
        job.refresh_from_db()
        assert labels_in(job) == [[codes.url(box.code)] for box in own]


def test_a_label_cancelled_meanwhile_is_not_printed(lot, boxes, few, party):
    job = asked(lot)
    step()
    relabelling.discard(party.key, [boxes[12].code], reason="rách", by=None)

    while step():
        pass

    job.refresh_from_db()
    assert (job.state, job.done, job.file) == (State.FAILED, 8, "")


def test_labels_are_printed_again_for_a_reason_alone(lot, boxes):
    asked(lot, boxes[:5])

    with pytest.raises(jobs.ReasonMissing) as refused:
        asked(lot)
    assert refused.value.args == (5,)
    assert LabelJob.objects.count() == 1

    again = asked(lot, reason="Máy in kẹt giấy")
    assert (again.reprinted, again.reason) == (5, "Máy in kẹt giấy")
    counts = [LabelPrint.objects.filter(box=box).count() for box in boxes]
    assert counts == [2] * 5 + [1] * 15


def test_a_reason_without_a_reprint_is_not_kept(lot, boxes):
    assert asked(lot, reason="x").reason == ""


def test_what_was_called_off_was_not_printed(lot, boxes, few):
    job = asked(lot)
    jobs.cancel(job.pk, by=None)

    assert asked(lot).reprinted == 0


def test_what_cannot_be_printed_is_refused_and_nothing_is_written(lot, boxes, settings):
    with pytest.raises(KeyError):
        asked(lot, layout="a5")
    with pytest.raises(KeyError):
        asked(lot, format="doc")
    with pytest.raises(NothingToPrint):
        asked(lot, [])
    with pytest.raises(RollsOnly):
        asked(lot, layout="a4-3x8", format="zpl")
    settings.TRACE_URL = f"https://{'a' * 200}.example.vn"
    with pytest.raises(SymbolTooSmall):
        asked(lot, layout="a4-8x11")

    assert (LabelJob.objects.count(), LabelPrint.objects.count()) == (0, 0)


def test_more_than_ten_thousand_are_refused(lot, boxes, monkeypatch):
    monkeypatch.setattr(jobs, "MOST", 19)

    with pytest.raises(jobs.TooManyLabels):
        asked(lot)

    assert LabelJob.objects.count() == 0


def test_a_sale_has_its_labels_too(lot, item):
    packing.pack(lot.pk, item.key, units=2, reference="SO-1", by=None)

    job = jobs.ask(list(queries.packed_for("SO-1")), reference="SO-1", layout="a4-3x8", by=None)

    assert (job.state, job.lot, job.party) == (State.DONE, None, lot.party)


def test_every_label_of_every_format_is_the_issued_one(lot, boxes, item):
    for kind in ("svg", "png", "csv", "zpl", "zpl300"):
        job = asked(lot, format=kind, reason="thử")
        with making.opened(job) as file:
            data = file.read()
        if kind == "csv":
            found = [row["url"] for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig")))]
            assert found == [codes.url(box.code) for box in boxes]
        elif kind in ("svg", "png"):
            names = zipfile.ZipFile(io.BytesIO(data)).namelist()
            assert names == [f"{box.code}.{kind}" for box in boxes]
        else:
            assert [codes.url(box.code) in data.decode() for box in boxes] == [True] * 20
