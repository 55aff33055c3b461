"""Labels of whole lots and pallets over HTTP: the file comes at once, or the page says why not."""

import pytest

from catalog.cooperatives.models import Membership
from catalog.traceability import recalls
from catalog.traceability.loading import stacking
from catalog.traceability.lots import packing
from marketplace.records.models import AuditEntry
from tests import factories
from tests.catalog.traceability.labels.reading import cells, read
from tests.marketplace.workspace import hands
from tests.marketplace.workspace.test_labels import words

pytestmark = pytest.mark.django_db
PAPER = {"layout": "a4-2x4", "format": "pdf"}


@pytest.fixture
def goods():
    return factories.pack()


@pytest.fixture
def lot(goods):
    return factories.balance(goods).lot


@pytest.fixture
def packer(goods):
    return hands.member(goods.listing.cooperative, Membership.Role.PACKER)


@pytest.fixture
def pallet(goods, lot):
    """Two boxes on a pallet that is closed."""
    boxes = packing.pack(lot.pk, goods.item.key, units=2, by=None)
    unit = stacking.open_unit(lot.party.key, by=None)
    stacking.load(unit.pk, [box.code for box in boxes], by=None)
    return stacking.close(unit.pk, by=None)


def send(client, lot, **fields):
    return client.post(
        f"/en/sell/lots/{lot.code}/labels/whole/", {"item": "lot", **PAPER, **fields}
    )


def of_pallet(client, unit, **fields):
    return client.post(f"/en/sell/pallets/{unit.pk}/labels/", {**PAPER, "copies": 2, **fields})


def trail():
    """Which labels were printed, and by whom."""
    found = AuditEntry.objects.filter(what__endswith="labels_printed").order_by("pk")
    return [(entry.what, entry.after["copies"], entry.by is not None) for entry in found]


def test_labels_of_a_lot_come_as_a_file_at_once(goods, lot, packer):
    packing.pack(lot.pk, goods.item.key, units=1, by=None)
    page = packer.get(f"/en/sell/lots/{lot.code}/labels/")
    assert f'value="{goods.item.key}"' in page.content.decode()

    answer = send(packer, lot, item=goods.item.key, copies=5)

    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer["Content-Disposition"] == f'attachment; filename="{lot.code}-5.pdf"'
    assert answer["Cache-Control"] == "no-store, private"
    file = answer.content
    found = [read(cell) for cell in cells(file, "a4-2x4", dpi=300)]
    assert [len(texts) for texts in found] == [1] * 5 + [0] * 3
    assert found[0][0].startswith(f"http://127.0.0.1:8000/t/{lot.code}?s=")
    assert trail() == [("lot.labels_printed", 5, True)]


def test_labels_of_a_closed_pallet_come_as_a_file_at_once(pallet, packer):
    assert "Labels of the pallet" in words(packer.get(f"/en/sell/pallets/{pallet.pk}/"))

    answer = of_pallet(packer, pallet)

    file = answer.content
    found = [texts for cell in cells(file, "a4-2x4", dpi=300) if (texts := read(cell))]
    assert len(found) == 2
    assert found[0][0].startswith(f"http://127.0.0.1:8000/t/{pallet.code}?s=")
    assert trail() == [("unit.labels_printed", 2, True)]


@pytest.mark.parametrize(
    "typed",
    [
        {"copies": 0}, {"copies": 201}, {"copies": "viele"}, {"copies": ""}, {"layout": "a5"},
        {"format": "doc"}, {"format": "zpl"}, {"item": "pack-999"},
    ],
)  # fmt: skip
def test_what_cannot_be_printed_is_said_beside_its_field(lot, pallet, packer, typed):
    answers = [send(packer, lot, **{"copies": 2, **typed})]
    if "item" not in typed:
        answers.append(of_pallet(packer, pallet, **typed))

    for answer in answers:
        assert answer.status_code == 422
        assert b'aria-invalid="true"' in answer.content
    assert trail() == []


def test_a_paper_on_which_the_code_were_too_fine_is_not_offered(lot, pallet, packer, settings):
    settings.TRACE_URL = f"https://{'a' * 120}.example.vn"
    page = packer.get(f"/en/sell/pallets/{pallet.pk}/").content.decode()
    assert 'value="a4-8x11"' not in page
    assert 'value="a4-2x4" selected' in page

    for answer in (
        send(packer, lot, copies=1, layout="a4-8x11"),
        of_pallet(packer, pallet, layout="a4-8x11"),
    ):
        assert answer.status_code == 422
        assert "too fine for phones on this paper. Choose larger labels." in words(answer)
    assert trail() == []


def test_a_lot_that_was_called_back_is_not_labelled_any_more(lot, packer):
    recalls.recall(lot.pk, reason="Dư lượng", by=None)

    answer = send(packer, lot, copies=1)

    assert answer.status_code == 409
    assert "That lot was called back." in words(answer)
    assert "Lot labels for cartons" not in words(answer)
    assert trail() == []


def test_a_pallet_that_is_open_is_closed_first(lot, packer):
    unit = stacking.open_unit(lot.party.key, by=None)
    assert "Labels of the pallet" not in words(packer.get(f"/en/sell/pallets/{unit.pk}/"))

    answer = of_pallet(packer, unit)

    assert answer.status_code == 409
    assert "Close the pallet first" in words(answer)
    assert trail() == []


def test_another_cooperatives_lot_and_pallet_do_not_exist(lot, pallet):
    stranger = hands.member(factories.pack().listing.cooperative)

    assert send(stranger, lot, copies=1).status_code == 404
    assert of_pallet(stranger, pallet).status_code == 404
    assert trail() == []


def test_a_label_is_not_printed_by_looking(lot, pallet, packer):
    assert packer.get(f"/en/sell/lots/{lot.code}/labels/whole/").status_code == 405
    assert packer.get(f"/en/sell/pallets/{pallet.pk}/labels/").status_code == 405


@pytest.mark.parametrize("boxes", [1, 9])
def test_the_pages_take_as_many_queries_however_many_boxes(
    goods, lot, packer, boxes, django_assert_max_num_queries
):
    packing.pack(lot.pk, goods.item.key, units=boxes, by=None)
    packer.get(f"/en/sell/lots/{lot.code}/labels/")

    with django_assert_max_num_queries(14):
        packer.get(f"/en/sell/lots/{lot.code}/labels/")
