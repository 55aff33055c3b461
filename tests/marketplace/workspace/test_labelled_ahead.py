"""Boxes labelled ahead of any order go to an order by their codes, over HTTP."""

import pytest

from catalog.traceability.lots import packing
from catalog.traceability.models import Box
from marketplace.records import invariants
from tests import factories
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db


@pytest.fixture
def goods():
    return factories.pack(units=20)


@pytest.fixture
def lot(goods):
    return factories.balance(goods).lot


@pytest.fixture
def seller(goods):
    return hands.member(goods.listing.cooperative)


@pytest.fixture
def ahead(goods, lot):
    """Four boxes with labels, for nobody yet."""
    return packing.pack(lot.pk, goods.item.key, units=4, by=None)


@pytest.fixture
def part(goods, seller):
    """An order of three, taken."""
    found = hands.parcel(hands.ordered(goods, quantity=3))
    hands.tap(seller, found, "accept")
    return found


def pack(seller, part, codes):
    return hands.tap(seller, part, "pack", labelled="\r\n".join(codes), **hands.lots(seller, part))


def boxes_of(part):
    return list(Box.objects.filter(reference=part.number).order_by("pk"))


def broken():
    return [found.name for found in invariants.check() if found.count]


def test_labelled_boxes_are_taken_and_the_rest_gets_fresh_labels(lot, seller, ahead, part):
    lot.refresh_from_db()
    before = lot.packed_g

    pack(seller, part, [ahead[1].code.lower(), ahead[3].code])

    found = boxes_of(part)
    assert [box.pk for box in found[:2]] == [ahead[1].pk, ahead[3].pk]
    assert len(found) == 3
    assert {box.sold_on for box in found} == {found[2].sold_on}
    lot.refresh_from_db()
    assert lot.packed_g == before + (found[2].net_weight_g or 0)
    assert broken() == []


@pytest.mark.parametrize("wrong", ["unknown", "too many", "sold"])
def test_what_does_not_fit_changes_nothing(wrong, goods, lot, seller, ahead, part):
    sold = packing.pack(lot.pk, goods.item.key, units=1, reference="SO-X", by=None)
    codes = {
        "unknown": [ahead[0].code, "K7Q2M4XD9PRT"],
        "too many": [box.code for box in ahead],
        "sold": [sold[0].code],
    }[wrong]

    answer = pack(seller, part, codes)

    assert answer.status_code == 409
    part.refresh_from_db()
    assert part.state == "confirmed"
    assert boxes_of(part) == []
    assert {box.reference for box in Box.objects.filter(pk__in=[b.pk for b in ahead])} == {""}
