"""What was printed stays written down, printers are set, files are private and forgotten."""

import datetime as dt

import pytest
from django.core.files.storage import storages
from django.db import IntegrityError, connection, transaction
from django.db.utils import InternalError

from catalog.traceability.lots import relabelling
from catalog.traceability.models import LabelJob, LabelPrint, Party
from catalog.traceability.parties import registering
from catalog.traceability.printing import jobs, setting
from catalog.traceability.printing import queries as prints
from marketplace.records import clock, invariants
from tests.catalog.traceability.printing.asking import asked, files_in, step

pytestmark = pytest.mark.django_db
State = LabelJob.State


def test_a_calibrated_printer_moves_the_labels_of_its_layout(lot, boxes, party):
    setting.calibrate(party, "roll-50x30", offset_x=12, offset_y=-5, by=None)

    moved, other = asked(lot), asked(lot, layout="roll-40x25", reason="thử")

    assert (moved.offset_x, moved.offset_y) == (12, -5)
    assert (other.offset_x, other.offset_y) == (0, 0)
    setting.calibrate(party, "roll-50x30", offset_x=3, offset_y=0, by=None)
    assert setting.offset(party.pk, "roll-50x30") == (3, 0)


@pytest.mark.parametrize(
    ("layout", "x", "error"), [("a5", 0, KeyError), ("a4-3x8", 101, setting.TooFarOff)]
)
def test_wild_settings_are_refused(party, layout, x, error):
    with pytest.raises(error):
        setting.calibrate(party, layout, offset_x=x, offset_y=0, by=None)

    assert setting.offset(party.pk, layout) == (0, 0)


def test_the_log_of_printed_labels_cannot_be_changed(lot, boxes):
    asked(lot)

    for change in (
        "UPDATE traceability_labelprint SET place = 99",
        "DELETE FROM traceability_labelprint",
    ):
        with pytest.raises((InternalError, IntegrityError)), transaction.atomic():
            connection.cursor().execute(change)

    assert LabelPrint.objects.count() == 20


def test_old_files_are_thrown_away_and_the_log_stays(
    lot, boxes, papers, now, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        job = asked(lot)
    assert jobs.forget() == 0

    with clock.moved_to(now + dt.timedelta(days=31)):
        assert jobs.forget() == 1

    job.refresh_from_db()
    assert (job.state, job.file) == (State.DONE, "")
    assert files_in(papers) == []
    assert LabelPrint.objects.count() == 20


def test_the_lot_counts_its_labels(lot, boxes, party):
    asked(lot, boxes[:5])
    relabelling.replace(party.key, [boxes[0].code, boxes[7].code], reason="lem mực", by=None)

    found = prints.tally(lot)

    assert (found.issued, found.printed, found.unprinted, found.void, found.free) == (
        20, 4, 16, 2, 20,
    )  # fmt: skip
    assert len(prints.printable(lot, only_new=True)) == 16


def test_everything_adds_up(lot, boxes, party, few):
    job = asked(lot)
    step()
    relabelling.replace(party.key, [boxes[3].code], reason="rách", by=None)
    jobs.cancel(job.pk, by=None)

    assert [found.name for found in invariants.check() if found.count] == []


def test_a_strangers_job_is_not_found(lot, boxes, db):
    job = asked(lot)
    registering.party("cooperative-99", name="HTX Khác")

    assert prints.job("cooperative-99", job.token) is None
    assert prints.job(lot.party.key, job.token) == job
    assert prints.own_lot("cooperative-99", lot.code) is None
    assert Party.objects.count() == 2


def test_papers_are_private(lot, boxes):
    job = asked(lot)

    with pytest.raises(ValueError):
        storages["papers"].url(job.file)
