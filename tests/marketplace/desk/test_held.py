"""Staff let a held lot go with what was found out, and nobody else does."""

import pytest

from catalog.stock import releasing
from catalog.traceability.lots import holding
from catalog.traceability.models import Event, Lot
from marketplace.people import roles
from tests import factories
from tests.rules.people import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    """Somebody of the department who may order takedowns."""
    user = factories.user("can.bo@example.vn")
    holders = [role for role, may in roles.PERMISSIONS.items() if "catalog.order_takedown" in may]
    roles.give(user, holders[0])
    return user


@pytest.fixture
def listing():
    """Longan on sale."""
    return factories.listing()


@pytest.fixture
def held(listing):
    """Its lot, held."""
    lot = factories.balance(listing.packs.get()).lot
    return holding.hold(lot.pk, reason="Chờ kết quả mẫu", by=None)


def test_a_held_lot_is_let_go_with_a_reason(officer, listing, held):
    listing.shelf.refresh_from_db()
    before = listing.shelf.available
    client = signed_in(officer)
    page = client.get("/desk/held/").content.decode()

    answer = client.post(f"/desk/held/{held.pk}/release/", {f"lot-{held.pk}-reason": "Mẫu đạt"})

    assert held.code in page
    assert "Chờ kết quả mẫu" in page
    assert answer["Location"] == "/desk/held/"
    held.refresh_from_db()
    listing.shelf.refresh_from_db()
    assert (held.state, held.hold_reason) == ("open", "")
    assert (before, listing.shelf.available) == (0, 20)
    assert Event.objects.get(lot=held, kind="release").data["reason"] == "Mẫu đạt"


def test_without_a_reason_nothing_is_let_go(officer, held):
    answer = signed_in(officer).post(f"/desk/held/{held.pk}/release/", {})

    assert answer.status_code == 422
    assert Lot.objects.get(pk=held.pk).state == "held"


def test_pressing_twice_lets_go_once(officer, held):
    client = signed_in(officer)
    facts = {f"lot-{held.pk}-reason": "Mẫu đạt"}

    statuses = [client.post(f"/desk/held/{held.pk}/release/", facts).status_code for _ in "12"]

    assert statuses == [302, 404]
    assert Event.objects.filter(lot=held, kind="release").count() == 1


def test_nobody_lets_the_own_cooperatives_lot_go(officer, listing, held):
    factories.member(listing.cooperative, officer)

    answer = signed_in(officer).post(
        f"/desk/held/{held.pk}/release/", {f"lot-{held.pk}-reason": "Mẫu đạt"}
    )

    assert answer.status_code == 409
    assert Lot.objects.get(pk=held.pk).state == "held"
    with pytest.raises(releasing.OwnCooperative):
        releasing.release(held.pk, reason="Mẫu đạt", by=officer)


def test_held_lots_wait_on_the_first_page(officer, held):
    assert held.code in signed_in(officer).get("/desk/").content.decode()


def test_the_page_asks_little(officer, held, django_assert_max_num_queries):
    for _more in range(4):
        lot = factories.balance(factories.pack()).lot
        holding.hold(lot.pk, reason="Chờ", by=None)
    client = signed_in(officer)

    with django_assert_max_num_queries(10):
        assert client.get("/desk/held/?page=0").status_code == 200
