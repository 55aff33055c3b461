"""Ten thousand labels as one job, and several workers at the same one."""

import datetime as dt
import threading
import time

import pypdfium2
import pytest
from django.db import connection

from catalog.traceability import codes
from catalog.traceability.lots import harvest, packing
from catalog.traceability.models import LabelJob
from catalog.traceability.printing import jobs, making
from catalog.traceability.printing import queries as prints
from marketplace.records import outbox
from tests.catalog.traceability.conftest import SONG_MA
from tests.catalog.traceability.labels.reading import cells, read
from tests.catalog.traceability.printing.asking import asked

State = LabelJob.State


@pytest.mark.slow
@pytest.mark.django_db
def test_ten_thousand_labels_are_one_job_and_each_page_holds_its_own(party, item, tmp_path):
    lot = harvest.open_lot(
        party.key,
        crop="Nhãn",
        commune_code=SONG_MA,
        harvested_on=dt.date(2026, 8, 12),
        quantity_g=20_000_000,
        by=None,
    )
    boxes = packing.pack(lot.pk, item.key, units=10_000, by=None)
    job = asked(lot, layout="a4-8x11")
    assert job.state == State.QUEUED

    began = time.process_time()
    while outbox.drain(limit=1):
        pass
    spent = time.process_time() - began

    job.refresh_from_db()
    assert (job.state, job.done) == (State.DONE, 10_000)
    assert spent < 10
    with making.opened(job) as file:
        pdf = pypdfium2.PdfDocument(file.read())
    assert len(pdf) == 114
    picked = pypdfium2.PdfDocument.new()
    picked.import_pages(pdf, [0, 57, 113])
    path = str(tmp_path / "picked.pdf")
    picked.save(path)
    found = [texts for cell in cells(path, "a4-8x11", dpi=400) if (texts := read(cell))]
    expected = [*boxes[:88], *boxes[57 * 88 : 58 * 88], *boxes[113 * 88 :]]
    assert found == [[codes.url(box.code)] for box in expected]


@pytest.mark.django_db(transaction=True)
def test_workers_at_one_job_make_each_label_once(lot, item, few):
    packing.pack(lot.pk, item.key, units=20, by=None)
    job = asked(lot)
    start = threading.Barrier(4)

    def work():
        """Make parts until there are none."""
        start.wait()
        try:
            for _ in range(3):
                jobs.go_on(job.pk)
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    job.refresh_from_db()
    assert (job.state, job.done) == (State.DONE, 20)
    with making.opened(job) as file:
        found = [read(cell) for cell in cells(file.read(), "roll-50x30", dpi=300)]
    assert found == [[codes.url(box.code)] for box in prints.printable(lot)]
