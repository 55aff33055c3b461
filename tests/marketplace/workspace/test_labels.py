"""The labels of a lot over HTTP: printed, packed ahead, replaced when spoilt, called off."""

import re

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from catalog.cooperatives.models import Membership
from catalog.traceability import codes
from catalog.traceability.lots import packing
from catalog.traceability.models import Box, LabelJob, PrinterSetting
from catalog.traceability.printing import jobs
from marketplace.records import invariants, outbox
from marketplace.records.models import AuditEntry
from tests import factories
from tests.catalog.traceability.labels.reading import cells, read
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db
PAPER = {"layout": "roll-50x30", "format": "pdf"}


@pytest.fixture(autouse=True)
def papers(settings, tmp_path):
    """Papers of this test alone."""
    settings.STORAGES = settings.STORAGES | {
        "papers": settings.STORAGES["papers"] | {"OPTIONS": {"location": tmp_path}}
    }


@pytest.fixture
def goods():
    return factories.pack()


@pytest.fixture
def lot(goods):
    return factories.balance(goods).lot


@pytest.fixture
def packer(goods):
    return hands.member(goods.listing.cooperative, Membership.Role.PACKER)


def page_of(client, lot):
    return f"/en/sell/lots/{lot.code}/labels/"


def send(client, lot, deed, /, **fields):
    return client.post(f"/en/sell/lots/{lot.code}/labels/{deed}/", {**PAPER, **fields})


def words(answer):
    page = BeautifulSoup(answer.content, "html.parser")
    return " ".join(page.find("main").get_text(" ").split())


def labels_in(client, job, layout="roll-50x30"):
    answer = client.get(f"/en/sell/lots/jobs/{job.token}/file/")
    pdf = b"".join(answer.streaming_content)
    return [texts for cell in cells(pdf, layout, dpi=300) if (texts := read(cell))]


def test_boxes_are_packed_ahead_and_their_labels_come_out(goods, lot, packer):
    answer = send(packer, lot, "pack", item=goods.item.key, units=4)

    job = LabelJob.objects.get()
    assert answer.url == f"/en/sell/lots/jobs/{job.token}/"
    boxes = list(Box.objects.filter(lot=lot).order_by("pk"))
    assert [(box.reference, box.state) for box in boxes] == [("", "packed")] * 4
    assert labels_in(packer, job) == [[codes.address(box)] for box in boxes]
    assert AuditEntry.objects.filter(what="labels.read").count() == 1
    told = words(packer.get(page_of(packer, lot)))
    assert "Labels that count 4 Not printed yet 0 On boxes without an order 4 Cancelled 0" in told


def test_more_than_is_left_is_neither_packed_nor_printed(goods, lot, packer):
    answer = send(packer, lot, "pack", item=goods.item.key, units=9_999)

    assert answer.status_code == 409
    assert "can still be packed" in words(answer)
    assert (Box.objects.count(), LabelJob.objects.count()) == (0, 0)


def test_a_code_too_fine_undoes_the_packing_too(goods, lot, packer, settings):
    settings.TRACE_URL = f"https://{'a' * 220}.example.vn"

    answer = send(packer, lot, "pack", item=goods.item.key, units=1, layout="a4-8x11")

    assert answer.status_code == 409
    assert "too fine for phones" in words(answer)
    lot.refresh_from_db()
    assert (Box.objects.count(), lot.packed_g) == (0, 0)


def test_new_labels_are_printed_once_and_again_only_for_a_reason(goods, lot, packer):
    packing.pack(lot.pk, goods.item.key, units=2, by=None)

    assert send(packer, lot, "print", which="new").status_code == 302
    assert send(packer, lot, "print", which="new").status_code == 409
    again = send(packer, lot, "print", which="all")
    assert (again.status_code, "Say why they are printed again" in words(again)) == (409, True)
    assert LabelJob.objects.count() == 1

    assert send(packer, lot, "print", which="all", reason="Kẹt giấy").status_code == 302
    assert "2 again: Kẹt giấy" in words(packer.get(page_of(packer, lot)))


def test_spoilt_labels_get_fresh_ones(goods, lot, packer):
    boxes = packing.pack(lot.pk, goods.item.key, units=3, by=None)
    typed = f"{boxes[0].code.lower()}\r\n {boxes[2].code[:4]} {boxes[2].code[4:]}\r\n\r\n"

    answer = send(packer, lot, "spoilt", codes=typed, deed="replace", reason="Ướt")

    assert answer.status_code == 302
    fresh = list(Box.objects.filter(replaces__isnull=False).order_by("pk"))
    assert [box.replaces for box in fresh] == [boxes[0], boxes[2]]
    assert labels_in(packer, LabelJob.objects.get()) == [[codes.address(box)] for box in fresh]
    broken = {found.name for found in invariants.check() if found.count}
    assert broken <= {"cooperative_has_an_owner"}  # the factory's, which has a packer alone
    scanned = Client().get(f"/t/{boxes[0].code}?lang=en")
    assert "cancelled" in scanned.content.decode().lower()


def test_boxes_with_spoilt_labels_may_be_unpacked(goods, lot, packer):
    boxes = packing.pack(lot.pk, goods.item.key, units=3, by=None)

    answer = send(packer, lot, "spoilt", codes=boxes[1].code, deed="discard", reason="Dập")

    assert answer.url == f"/en/sell/lots/{lot.code}/labels/"
    lot.refresh_from_db()
    assert lot.packed_g == 2 * (goods.item.net_weight_g or 0)


def test_unknown_codes_change_nothing(goods, lot, packer):
    (box,) = packing.pack(lot.pk, goods.item.key, units=1, by=None)

    answer = send(
        packer, lot, "spoilt", codes=f"{box.code}\nK7Q2M4XD9PRT", deed="replace", reason="x"
    )

    assert (answer.status_code, "K7Q2M4XD9PRT" in words(answer)) == (409, True)
    box.refresh_from_db()
    assert (box.state, Box.objects.count()) == ("packed", 1)


@pytest.mark.parametrize(
    ("deed", "fields"),
    [
        ("print", {"which": "some"}),
        ("print", {"which": "new", "layout": "a5"}),
        ("print", {"which": "new", "layout": "a4-3x8", "format": "zpl"}),
        ("pack", {"item": "none", "units": 1}),
        ("pack", {"item": "", "units": "-1"}),
        ("spoilt", {"codes": "", "deed": "replace", "reason": "x"}),
        ("spoilt", {"codes": "K7Q2M4XD9PRT", "deed": "burn", "reason": "x"}),
        ("spoilt", {"codes": "K7Q2M4XD9PRT", "deed": "replace", "reason": ""}),
    ],
)
def test_bad_input_is_told_and_changes_nothing(deed, fields, goods, lot, packer):
    packing.pack(lot.pk, goods.item.key, units=1, by=None)

    answer = send(packer, lot, deed, **fields)

    assert answer.status_code == 422
    assert 'class="errsum' in answer.content.decode()
    assert (Box.objects.count(), LabelJob.objects.count()) == (1, 0)


def test_a_long_job_shows_how_far_it_is_and_can_be_called_off(goods, lot, packer, monkeypatch):
    monkeypatch.setattr(jobs, "AT_ONCE", 0)
    send(packer, lot, "pack", item=goods.item.key, units=3)
    job = LabelJob.objects.get()
    address = f"/en/sell/lots/jobs/{job.token}/"

    waiting = packer.get(f"{address}")
    assert "0 of 3 are made." in words(waiting)
    assert '<meta http-equiv="refresh" content="3">' in waiting.content.decode()
    assert packer.get(f"{address}file/").status_code == 404

    packer.post(f"{address}cancel/")
    outbox.drain()
    job.refresh_from_db()
    assert (job.state, job.done) == ("cancelled", 0)
    ended = packer.get(f"{address}")
    assert "called off" in words(ended)
    assert 'http-equiv="refresh"' not in ended.content.decode()
    assert packer.post(f"{address}cancel/", follow=True).status_code == 200


def test_a_long_job_is_ready_when_the_worker_was_there(goods, lot, packer, monkeypatch):
    monkeypatch.setattr(jobs, "AT_ONCE", 0)
    send(packer, lot, "pack", item=goods.item.key, units=3)
    outbox.drain()

    job = LabelJob.objects.get()
    told = packer.get(f"/en/sell/lots/jobs/{job.token}/")
    assert "Download the file" in words(told)
    assert len(labels_in(packer, job)) == 3


def test_a_printer_is_set_by_its_test_page(goods, lot, packer):
    address = "/en/sell/lots/printer/a4-5x13/"
    test = packer.get(f"{address}test.pdf")
    assert (test.status_code, test["Content-Type"]) == (200, "application/pdf")

    assert packer.post(address, {"offset_x": "1.2", "offset_y": "-0.5"}).status_code == 302

    kept = PrinterSetting.objects.get()
    assert (kept.party, kept.layout) == (goods.listing.cooperative.party, "a4-5x13")
    assert (kept.offset_x, kept.offset_y) == (12, -5)
    shown = packer.get(address).content.decode()
    assert re.search(r'name="offset_x"[^>]*value="1.2"', shown)
    for wrong in ({"offset_x": "11", "offset_y": "0"}, {"offset_x": "", "offset_y": "x"}):
        assert packer.post(address, wrong).status_code == 422
    kept.refresh_from_db()
    assert (kept.offset_x, kept.offset_y) == (12, -5)
    assert packer.get("/en/sell/lots/printer/a5/").status_code == 404


def test_the_page_asks_the_database_as_often_for_many_jobs(
    goods, lot, packer, django_assert_max_num_queries
):
    boxes = packing.pack(lot.pk, goods.item.key, units=12, by=None)
    for box in boxes:
        jobs.ask([box], lot=lot, layout="a4-3x8", by=None)

    with django_assert_max_num_queries(14):
        answer = packer.get(page_of(packer, lot))

    assert words(answer).count("ready") == 12


def test_the_list_of_lots_leads_to_the_labels(goods, lot, packer):
    assert f"/sell/lots/{lot.code}/labels/" in packer.get("/sell/lots/").content.decode()
