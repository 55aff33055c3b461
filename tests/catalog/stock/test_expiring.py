"""What expires first is sold first, what is past its day is not sold at all."""

import datetime as dt

import pytest
from django.test import Client
from oscar.apps.order.models import Order

from catalog.listings import harvesting
from catalog.listings.models import Pack
from catalog.listings.proposals import LotDraft
from catalog.orders import ending
from catalog.shipping.models import LaneRate
from catalog.stock import expiring, queries
from catalog.stock.models import LotBalance, StockMovement
from catalog.stock.tasks import expire
from marketplace.records import clock
from tests import factories
from tests.catalog import buying
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db


def lot(pack: Pack, *, keeps: int, units: int = 5) -> LotBalance:
    """Another lot of the pack that keeps so many days."""
    today = clock.local_day()
    draft = LotDraft(today, today + dt.timedelta(days=keeps), {pack.key: units})
    opened = harvesting.add(pack.listing_id, draft, by=factories.user())
    return LotBalance.objects.get(lot=opened, pack=pack)


def in_days(days: int) -> dt.datetime:
    """The moment so many days from now."""
    return clock.now() + dt.timedelta(days=days)


def numbers(of: LotBalance) -> tuple[int, int, int]:
    """Received, held, sold."""
    of.refresh_from_db()
    return of.received, of.held, of.sold


def test_expired_units_leave_the_shelf_with_a_movement_that_says_why() -> None:
    pack = factories.pack(units=10)
    short = lot(pack, keeps=2)

    with clock.moved_to(in_days(3)):
        assert expire() == 5
        assert expire() == 0

    assert numbers(short) == (0, 0, 0)
    moved = StockMovement.objects.filter(balance=short).order_by("pk")
    assert list(moved.values_list("kind", "quantity")) == [("received", 5), ("expired", 5)]
    assert hands.broken() == []


def test_nothing_is_taken_off_on_its_last_day() -> None:
    short = lot(factories.pack(units=0), keeps=2)

    with clock.moved_to(in_days(2)):
        assert expiring.expire_due() == 0

    assert numbers(short) == (5, 0, 0)


def test_what_is_held_stays_and_what_comes_back_leaves_the_next_night() -> None:
    pack = factories.pack(units=0)
    short = lot(pack, keeps=6)
    client = Client()
    buying.fill(client, pack, quantity=2)
    buying.place(client, channel="cod")

    with clock.moved_to(in_days(7)):
        assert expire() == 3
        assert numbers(short) == (2, 2, 0)
        ending.cancel(Order.objects.get().number)
        assert expire() == 2

    assert numbers(short) == (0, 0, 0)
    assert hands.broken() == []


def test_a_night_that_was_missed_is_made_up_for() -> None:
    pack = factories.pack(units=0)
    first, second = lot(pack, keeps=2), lot(pack, keeps=5)

    with clock.moved_to(in_days(30)):
        assert expire() == 10

    assert (numbers(first), numbers(second)) == ((0, 0, 0), (0, 0, 0))


def test_what_could_only_arrive_too_late_is_not_for_sale() -> None:
    pack = factories.pack(units=0)
    lot(pack, keeps=0)
    assert LaneRate.objects.order_by("days_min").values_list("days_min", flat=True)[0] == 1

    answer = Client().post("/basket/add/", {"pack": pack.pk, "quantity": 1, "source": "search"})

    assert queries.available([pack.pk]) == {pack.pk: 0}
    assert answer.status_code == 422


def test_a_lane_slower_than_the_lot_keeps_is_not_offered() -> None:
    pack = factories.pack(units=0)
    lot(pack, keeps=1)
    client = Client()
    buying.fill(client, pack)
    home = factories.commune("Tô Hiệu")
    at_home = {"province": "14", "commune": home.full_name}

    page = buying.price(client, **at_home)

    assert 'value="fast"' in page
    assert 'value="post"' not in page
    posted = client.post("/checkout/", buying.form(page, **at_home))
    assert posted.status_code == 302
    assert hands.broken() == []


def test_fresher_units_are_kept_for_a_slower_lane() -> None:
    pack = factories.pack(units=0)
    short, fresh = lot(pack, keeps=1), lot(pack, keeps=9)
    client = Client()
    buying.fill(client, pack, quantity=2)

    assert buying.place(client).status_code == 302

    assert (numbers(short)[1], numbers(fresh)[1]) == (0, 2)


def test_the_seller_sees_how_many_days_are_left() -> None:
    seller = factories.cooperative()
    pack = factories.pack(seller, units=0)
    lot(pack, keeps=2)
    browser = hands.member(seller)

    lots = browser.get("/sell/lots/").content.decode()
    today = browser.get("/sell/").content.decode()

    assert "còn 2 ngày" in lots
    assert "Lô sắp hết hạn" in today
