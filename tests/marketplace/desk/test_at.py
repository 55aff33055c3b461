"""Staff see the shop of another day; nobody else does, and nothing can be written meanwhile."""

import datetime as dt

import pytest
from django.test import Client

from catalog.listings.models import Pack
from catalog.stock.models import LotBalance
from marketplace.people import roles
from marketplace.records import clock
from tests import factories
from tests.attacks import standing
from tests.catalog.seasons import opening
from tests.rules import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Client:
    """The browser of a moderator who has shown the second factor."""
    return people.world().client(roles.MODERATOR)


def go(staff: Client, days: int) -> int:
    """Choose a day."""
    return staff.post("/desk/at/", {"day": opening.day(days).isoformat()}).status_code


def page(client: Client, pack: Pack) -> str:
    """The product page."""
    return client.get(pack.listing.get_absolute_url()).content.decode()


def test_the_shop_is_shown_as_of_the_day(staff: Client) -> None:
    pack = factories.pack(units=0)
    opening.window(pack, opens=5)
    opens = f"Mở bán {opening.day(5):%d/%m/%Y}"
    assert opens in page(staff, pack)

    assert go(staff, 6) == 302

    shown = page(staff, pack)
    assert opens not in shown
    assert "Đặt trước vụ hái" in shown
    assert f"Bạn đang xem chợ ngày {opening.day(6):%d/%m/%Y}" in shown
    assert "Đặt trước vụ hái" in staff.get("/shop/").content.decode()


def test_lots_past_their_day_are_gone(staff: Client) -> None:
    pack = factories.pack(units=3)

    go(staff, 12)

    assert 'id="buy"' not in page(staff, pack)
    assert 'id="buy"' in page(Client(), pack)
    assert LotBalance.objects.get(pack=pack).received == 3


@pytest.mark.parametrize("first", ["staff", "buyer"])
def test_nobody_else_sees_the_other_day(staff: Client, first: str) -> None:
    pack = factories.pack(units=0)
    opening.window(pack, opens=5)
    opens, buyer = f"Mở bán {opening.day(5):%d/%m/%Y}", Client()
    go(staff, 6)

    for who in (staff, buyer) if first == "staff" else (buyer, staff):
        assert (opens in page(who, pack)) == (who is buyer)
        assert (opens in who.get("/shop/").content.decode()) == (who is buyer)
    answer = staff.get("/shop/")
    assert answer["Cache-Control"] == "private, no-store"


def test_nothing_is_written_meanwhile(staff: Client) -> None:
    pack = factories.pack()
    go(staff, 6)
    before = standing.all_rows()

    refused = staff.post("/basket/add/", {"pack": pack.pk, "quantity": 1, "source": "search"})
    for address in ("/", "/shop/", pack.listing.get_absolute_url(), "/basket/", "/checkout/"):
        assert staff.get(address).status_code in (200, 302)

    assert refused.status_code == 409
    assert standing.changed(before, standing.all_rows()) == []


def test_the_desk_itself_stays_on_today_and_leads_back(staff: Client) -> None:
    pack = factories.pack(units=0)
    opening.window(pack, opens=5)
    go(staff, 6)

    assert "Bạn đang xem chợ ngày" not in staff.get("/desk/").content.decode()
    assert staff.post("/desk/at/", {"back": "1"}).status_code == 302
    assert f"Mở bán {opening.day(5):%d/%m/%Y}" in page(staff, pack)


@pytest.mark.parametrize("days", [-1, 366])
def test_only_days_that_are_to_come_are_shown(staff: Client, days: int) -> None:
    assert go(staff, days) == 422


def test_who_is_no_staff_chooses_no_day() -> None:
    client = Client()
    client.force_login(factories.user())
    session = client.session
    session["shop_at"] = (clock.local_day() + dt.timedelta(days=6)).isoformat()
    session.save()
    pack = factories.pack(units=0)
    opening.window(pack, opens=5)

    assert client.get("/desk/at/").status_code == 403
    assert f"Mở bán {opening.day(5):%d/%m/%Y}" in page(client, pack)
