"""Lots become other lots while buyers wait for some of them; what was promised is kept."""

import pytest
from bs4 import BeautifulSoup

from catalog.cooperatives.models import Membership
from catalog.stock.models import LotBalance
from catalog.traceability.lots import holding
from catalog.traceability.models import Lot, LotSource
from tests import factories
from tests.marketplace.workspace import hands as people
from tests.marketplace.workspace.field import hands

pytestmark = pytest.mark.django_db


@pytest.fixture
def lot(listing):
    """Forty kilograms of longan in twenty boxes."""
    return LotBalance.objects.get(pack__listing=listing).lot


def at(lot, step=""):
    """An address of the lot."""
    return f"/sell/lots/{lot.code}/{step}"


def received(lot):
    """Units of the lot on sale, held or sold."""
    return sum(LotBalance.objects.filter(lot=lot).values_list("received", flat=True))


def test_a_lot_is_sorted_into_parts_and_the_shelf_follows(browser, listing, lot):
    parts = {"split-part_1": "25", "split-part_2": "10", "split-loss": "1"}

    answer = browser.post(at(lot, "split/"), parts)

    assert answer["Location"] == "/sell/lots/"
    lot.refresh_from_db()
    made = Lot.objects.filter(kind="split").order_by("pk")
    assert [(one.quantity_g, one.loss_g) for one in made] == [(25_000, 1_000), (10_000, 0)]
    assert lot.left_g == 4_000
    assert received(lot) == 2
    listing.shelf.refresh_from_db()
    assert listing.shelf.available == 2
    assert people.broken() == []


def test_what_buyers_ordered_is_never_used(browser, listing, lot):
    people.ordered(listing.packs.get(), quantity=15)

    answer = browser.post(at(lot, "split/"), {"split-part_1": "6", "split-part_2": "5"})

    assert answer.status_code == 409
    assert "10 kg" in answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")
    assert not LotSource.objects.exists()
    assert received(lot) == 20


def test_why_nothing_was_made_stands_above_the_form_that_was_sent(browser, lot):
    answer = browser.post(at(lot, "process/"), {"process-taken": "1", "process-out": "2"})

    page = BeautifulSoup(answer.content, "html.parser")
    summary = page.select_one("details[open] .errsum")
    assert [a["href"] for a in summary.select("a")] == ["#id_process-crop", "#id_process-out"]

    answer = browser.post(at(lot, "split/"), {"split-part_1": "50", "split-part_2": "5"})

    page = BeautifulSoup(answer.content, "html.parser")
    assert lot.code in page.select_one("details[open] .errsum").text


def test_what_is_packed_already_is_not_counted_twice(browser, listing, lot, seller):
    part = people.parcel(people.ordered(listing.packs.get(), quantity=15))
    people.pack(people.member(seller), part)

    answer = browser.post(at(lot, "split/"), {"split-part_1": "5", "split-part_2": "5"})

    assert answer.status_code == 302
    assert received(lot) == 15
    assert people.broken() == []


def test_what_is_made_can_be_sold(browser, listing, lot):
    browser.post(at(lot, "split/"), {"split-part_1": "20", "split-part_2": "10"})
    made = Lot.objects.filter(kind="split").earliest("pk")
    field = f"offer-units_{listing.packs.get().pk}"

    too_much = browser.post(at(made, "offer/"), {field: "11"})
    enough = browser.post(at(made, "offer/"), {field: "10"})
    again = browser.post(at(made, "offer/"), {field: "1"})

    assert (too_much.status_code, enough.status_code, again.status_code) == (409, 302, 409)
    assert received(made) == 10
    listing.shelf.refresh_from_db()
    assert listing.shelf.available == 15
    assert people.broken() == []


def test_lots_of_one_crop_are_put_together(browser, listing, lot):
    browser.post(f"/sell/listings/{listing.pk}/lots/new/", hands.harvest())
    other = Lot.objects.latest("pk")
    taken = {f"merge-take_{lot.pk}": "40", f"merge-take_{other.pk}": "12,5"}

    answer = browser.post(at(lot, "merge/"), taken)

    made = Lot.objects.get(kind="merged")
    assert answer["Location"] == at(made)
    assert made.quantity_g == 52_500
    assert (received(lot), received(other)) == (0, 3)
    page = browser.get(at(made)).content.decode()
    assert lot.code in page
    assert other.code in page
    assert people.broken() == []


def test_a_lot_is_dried_and_the_loss_declared(browser, lot):
    facts = {"process-taken": "40", "process-crop": "Hoa quả sấy", "process-out": "8"}
    choices = dict(browser.get(at(lot)).context["forms"]["process"].fields["crop"].choices)
    facts["process-crop"] = next(name for name in choices if name and name != lot.crop)

    answer = browser.post(at(lot, "process/"), facts)

    made = Lot.objects.get(kind="processed")
    assert answer["Location"] == at(made)
    assert (made.quantity_g, made.loss_g) == (8_000, 32_000)
    assert received(lot) == 0


@pytest.mark.parametrize(
    ("step", "facts", "status"),
    [
        ("split/", {}, 422),
        ("split/", {"split-part_1": "x", "split-part_2": "1"}, 422),
        ("split/", {"split-part_1": "0", "split-part_2": "0"}, 409),
        ("split/", {"split-part_1": "30", "split-part_2": "11"}, 409),
        ("split/", {"split-part_1": "-1", "split-part_2": "11"}, 422),
        ("merge/", {}, 409),
        ("process/", {"process-taken": "5", "process-crop": "Chè", "process-out": "6"}, 422),
        ("process/", {"process-taken": "5", "process-crop": "Vàng", "process-out": "4"}, 422),
        ("offer/", {}, 409),
    ],
)
def test_what_cannot_be_made_changes_nothing(browser, lot, step, facts, status):
    answer = browser.post(at(lot, step), facts)

    assert answer.status_code == status
    assert Lot.objects.count() == 1
    assert received(lot) == 20


def test_of_a_held_lot_nothing_is_made_and_the_page_says_why(browser, lot):
    holding.hold(lot.pk, reason="Chờ kết quả mẫu", by=None)

    page = browser.get(at(lot)).content.decode()
    answer = browser.post(at(lot, "split/"), {"split-part_1": "6", "split-part_2": "5"})

    assert "Chờ kết quả mẫu" in page
    assert 'action="' + at(lot, "split/") not in page
    assert answer.status_code == 409
    assert Lot.objects.count() == 1


def test_a_packer_looks_and_makes_nothing(seller, lot):
    packer = people.member(seller, Membership.Role.PACKER)

    assert packer.get(at(lot)).status_code == 200
    assert packer.post(at(lot, "split/"), {}).status_code == 403


def test_a_foreign_lot_is_not_found(lot):
    other = people.member(factories.cooperative())

    assert other.get(at(lot)).status_code == 404
    for step in ("split/", "merge/", "process/", "offer/"):
        assert other.post(at(lot, step), {}).status_code == 404


def test_a_lot_asks_little(browser, listing, lot, django_assert_max_num_queries):
    for _harvest in range(5):
        browser.post(f"/sell/listings/{listing.pk}/lots/new/", hands.harvest())

    with django_assert_max_num_queries(22):
        assert browser.get(at(lot)).status_code == 200
