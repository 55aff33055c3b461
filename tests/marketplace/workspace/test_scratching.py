"""Scratch codes over HTTP: asked for, taken once for the print shop, made anew when lost."""

import pytest
from bs4 import BeautifulSoup

from catalog.cooperatives.models import Membership
from catalog.traceability import recalls
from catalog.traceability.lots import packing
from catalog.traceability.models import ScratchCode, ScratchSheet
from marketplace.records import audit, outbox
from tests import factories
from tests.catalog.traceability.scratching.conftest import digits_in
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db


@pytest.fixture
def goods():
    return factories.pack()


@pytest.fixture
def lot(goods):
    return factories.balance(goods).lot


@pytest.fixture
def boxes(goods, lot):
    return packing.pack(lot.pk, goods.item.key, units=3, by=None)


@pytest.fixture
def packer(goods):
    return hands.member(goods.listing.cooperative, Membership.Role.PACKER)


def page_of(lot):
    return f"/en/sell/lots/{lot.code}/labels/scratch/"


def words(answer):
    page = BeautifulSoup(answer.content, "html.parser")
    return " ".join(page.find("main").get_text(" ").split())


def press(client, sheet, deed):
    return client.post(f"/en/sell/lots/scratch/{sheet.token}/{deed}/")


@pytest.fixture
def ready(packer, lot, boxes):
    packer.post(page_of(lot))
    outbox.drain()
    return ScratchSheet.objects.get()


def test_digits_are_asked_for_on_the_labels_page_and_made_meanwhile(packer, lot, boxes):
    labels = packer.get(f"/en/sell/lots/{lot.code}/labels/").content.decode()
    assert f'href="{page_of(lot)}"' in labels
    assert "3 boxes in the house have no scratch code." in words(packer.get(page_of(lot)))

    answer = packer.post(page_of(lot))

    assert (answer.status_code, answer.url) == (302, page_of(lot))
    waiting = packer.get(page_of(lot))
    assert "being made 3 boxes" in words(waiting)
    assert 'http-equiv="refresh"' in waiting.content.decode()
    outbox.drain()
    done = packer.get(page_of(lot))
    assert "ready 3 boxes" in words(done)
    assert "No box in the house waits for a scratch code." in words(done)
    assert 'http-equiv="refresh"' not in done.content.decode()


def test_the_file_is_taken_once(packer, lot, boxes, ready):
    answer = press(packer, ready, "file")

    assert answer["Content-Disposition"] == (
        f'attachment; filename="scratch-{lot.code}-{ready.pk}.csv"'
    )
    assert answer["Cache-Control"] == "no-store, private"
    assert list(digits_in(answer.content)) == [box.code for box in boxes]
    again = press(packer, ready, "file")
    assert again.status_code == 409
    assert "These digits were handed out or replaced before." in words(again)
    assert [deed.what for deed in audit.of(ready)].count("scratch.fetched") == 1
    assert packer.get(f"/en/sell/lots/scratch/{ready.token}/file/").status_code == 405


def test_a_lost_file_is_made_anew(packer, lot, boxes, ready):
    first = digits_in(press(packer, ready, "file").content)

    answer = packer.post(f"/en/sell/lots/scratch/{ready.token}/anew/", follow=True)
    outbox.drain()
    second = digits_in(press(packer, ScratchSheet.objects.latest("pk"), "file").content)

    assert "The earlier digits are void. New ones are being made." in words(answer)
    assert first.keys() == second.keys()
    assert all(first[code] != second[code] for code in first)
    assert press(packer, ready, "anew").status_code == 409


def test_a_lot_called_back_gets_none(packer, lot, boxes):
    recalls.recall(lot.pk, reason="Dư lượng", by=None)

    answer = packer.post(page_of(lot))

    assert answer.status_code == 409
    assert "That lot was called back." in words(answer)
    assert ScratchCode.objects.count() == 0


def test_nobody_takes_another_cooperatives_digits(packer, lot, boxes, ready):
    stranger = hands.member(factories.cooperative(), Membership.Role.OWNER)

    answers = [press(stranger, ready, deed).status_code for deed in ("file", "anew")]

    assert answers == [404, 404]
    assert stranger.post(page_of(lot)).status_code == 404
    ready.refresh_from_db()
    assert ready.state == "ready"


def test_the_page_asks_no_more_for_many_sheets(
    packer, goods, lot, boxes, ready, django_assert_num_queries
):
    packer.get(page_of(lot))
    with django_assert_num_queries(9):
        packer.get(page_of(lot))
    for _ in range(3):
        packing.pack(lot.pk, goods.item.key, units=1, by=None)
        packer.post(page_of(lot))
        outbox.drain()
    with django_assert_num_queries(9):
        packer.get(page_of(lot))
