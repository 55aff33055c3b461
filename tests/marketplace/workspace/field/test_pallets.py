"""Boxes are scanned onto a pallet, it is closed, and taken apart."""

import pytest

from catalog.traceability.models import Box, LogisticUnit, UnitBox
from tests import factories
from tests.marketplace.workspace import hands as people

pytestmark = pytest.mark.django_db


@pytest.fixture
def boxes(seller, listing):
    """Three packed boxes."""
    part = people.parcel(people.ordered(listing.packs.get(), quantity=3))
    people.pack(people.member(seller), part)
    return list(Box.objects.order_by("pk"))


@pytest.fixture
def pallet(browser, seller):
    """An open pallet."""
    browser.post("/sell/pallets/", {"begin": "1", "sscc": ""})
    return LogisticUnit.objects.get()


def test_boxes_are_scanned_as_codes_and_as_links(browser, boxes, pallet):
    first, second, third = (box.code for box in boxes)
    typed = (
        f"{first.lower()}\nhttps://truyxuat.example/t/{second}?lang=vi\n\n{third[:4]}-{third[4:]}"
    )

    answer = browser.post(f"/sell/pallets/{pallet.pk}/", {"codes": typed})

    assert answer["Location"] == f"/sell/pallets/{pallet.pk}/"
    assert set(UnitBox.objects.values_list("box__code", flat=True)) == {first, second, third}
    page = browser.get(f"/sell/pallets/{pallet.pk}/").content.decode()
    assert f"/t/{pallet.code}" in page


def test_a_pallet_is_closed_and_taken_apart(browser, boxes, pallet):
    browser.post(f"/sell/pallets/{pallet.pk}/", {"codes": boxes[0].code})

    browser.post(f"/sell/pallets/{pallet.pk}/close/")
    late = browser.post(f"/sell/pallets/{pallet.pk}/", {"codes": boxes[1].code})
    browser.post(f"/sell/pallets/{pallet.pk}/unload/")
    browser.post(f"/sell/pallets/{pallet.pk}/unload/")

    pallet.refresh_from_db()
    assert late.status_code == 409
    assert pallet.state == "unloaded"
    assert not UnitBox.objects.filter(out_at=None).exists()
    assert people.broken() == []


@pytest.mark.parametrize(
    ("codes", "status"), [("", 422), ("KHONGCO", 409), (" , ; ", 422), ("A" * 170_000, 422)]
)
def test_what_is_no_box_is_refused_whole(browser, boxes, pallet, codes, status):
    answer = browser.post(f"/sell/pallets/{pallet.pk}/", {"codes": codes})
    mixed = browser.post(f"/sell/pallets/{pallet.pk}/", {"codes": f"{boxes[0].code}\nX1"})

    assert (answer.status_code, mixed.status_code) == (status, 409)
    assert not UnitBox.objects.exists()


def test_an_empty_pallet_is_not_closed(browser, pallet):
    browser.post(f"/sell/pallets/{pallet.pk}/close/")

    pallet.refresh_from_db()
    assert pallet.state == "open"


def test_a_number_of_gs1_is_checked_and_stands_for_one_pallet(browser, seller):
    wrong = browser.post("/sell/pallets/", {"begin": "1", "sscc": "123"})
    right = browser.post("/sell/pallets/", {"begin": "1", "sscc": "0 95 2000 0000000001 1"})
    again = browser.post("/sell/pallets/", {"begin": "1", "sscc": "095200000000000011"})

    assert (wrong.status_code, right.status_code, again.status_code) == (422, 302, 422)
    assert LogisticUnit.objects.get().sscc == "095200000000000011"


def test_foreign_boxes_and_pallets_are_out_of_reach(boxes, pallet):
    other = people.member(factories.cooperative())
    other.post("/sell/pallets/", {"begin": "1"})
    theirs = LogisticUnit.objects.latest("pk")

    stolen = other.post(f"/sell/pallets/{theirs.pk}/", {"codes": boxes[0].code})

    assert stolen.status_code == 409
    assert not UnitBox.objects.exists()
    for step in ("", "close/", "unload/"):
        assert other.post(f"/sell/pallets/{pallet.pk}/{step}").status_code == 404


def test_pallets_ask_little(browser, boxes, pallet, django_assert_max_num_queries):
    codes = "\n".join(box.code for box in boxes)
    browser.post(f"/sell/pallets/{pallet.pk}/", {"codes": codes})

    with django_assert_max_num_queries(9):
        assert browser.get("/sell/pallets/").status_code == 200
    with django_assert_max_num_queries(9):
        assert browser.get(f"/sell/pallets/{pallet.pk}/").status_code == 200
