"""Staff let a held lot go with what was found out, and nobody else does."""

import pytest

from catalog.stock import releasing
from catalog.traceability.lots import holding
from catalog.traceability.models import Event, Lot
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def listing():
    """Longan on sale."""
    return factories.listing()


@pytest.fixture
def held(listing):
    """Its lot, held."""
    lot = factories.balance(listing.packs.get()).lot
    return holding.hold(lot.pk, reason="Chờ kết quả mẫu", by=None)


def test_a_held_lot_is_let_go_with_a_reason(desk, listing, held):
    listing.shelf.refresh_from_db()
    before = listing.shelf.available
    page = desk.get("/desk/held/").content.decode()

    answer = desk.post(f"/desk/held/{held.pk}/release/", {f"lot-{held.pk}-reason": "Mẫu đạt"})

    assert held.code in page
    assert "Chờ kết quả mẫu" in page
    assert answer["Location"] == "/desk/held/"
    held.refresh_from_db()
    listing.shelf.refresh_from_db()
    assert (held.state, held.hold_reason) == ("open", "")
    assert (before, listing.shelf.available) == (0, 20)
    assert Event.objects.get(lot=held, kind="release").data["reason"] == "Mẫu đạt"


def test_without_a_reason_nothing_is_let_go(desk, held):
    answer = desk.post(f"/desk/held/{held.pk}/release/", {})

    assert answer.status_code == 422
    assert Lot.objects.get(pk=held.pk).state == "held"


def test_pressing_twice_lets_go_once(desk, held):
    facts = {f"lot-{held.pk}-reason": "Mẫu đạt"}

    statuses = [desk.post(f"/desk/held/{held.pk}/release/", facts).status_code for _ in "12"]

    assert statuses == [302, 404]
    assert Event.objects.filter(lot=held, kind="release").count() == 1


def test_nobody_lets_the_own_cooperatives_lot_go(desk, hanh, listing, held):
    factories.member(listing.cooperative, hanh)

    answer = desk.post(f"/desk/held/{held.pk}/release/", {f"lot-{held.pk}-reason": "Mẫu đạt"})

    assert answer.status_code == 409
    assert Lot.objects.get(pk=held.pk).state == "held"
    with pytest.raises(releasing.OwnCooperative):
        releasing.release(held.pk, reason="Mẫu đạt", by=hanh)


def test_held_lots_wait_on_the_first_page(desk, held):
    assert held.code in desk.get("/desk/").content.decode()


def test_the_page_asks_little(desk, held, django_assert_max_num_queries):
    for _more in range(4):
        lot = factories.balance(factories.pack()).lot
        holding.hold(lot.pk, reason="Chờ", by=None)

    with django_assert_max_num_queries(10):
        assert desk.get("/desk/held/").status_code == 200
