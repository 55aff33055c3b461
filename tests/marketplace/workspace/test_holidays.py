"""A cooperative on holiday: nobody orders, deadlines stand still, it ends by itself."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from oscar.apps.order.models import Order

from catalog.holidays import queries
from catalog.holidays.models import Holiday
from catalog.listings.models import Pack
from catalog.orders import ending
from catalog.shelf import refresh
from marketplace.records import clock
from marketplace.records.models import AuditEntry
from tests import factories
from tests.catalog import buying
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@pytest.fixture
def goods() -> Pack:
    """A pack on sale."""
    return factories.pack(factories.cooperative("HTX Nắng Sông Mã"))


@pytest.fixture
def seller(goods: Pack) -> Client:
    """Its owner."""
    return hands.member(goods.listing.cooperative)


def close(seller: Client, begins: dt.date, ends: dt.date) -> int:
    """Fill in the form; answers the status."""
    days = {"begins": begins.isoformat(), "ends": ends.isoformat(), "note": "Tết"}
    return int(seller.post("/sell/holidays/", days).status_code)


def test_nobody_orders_from_a_closed_cooperative_and_is_told_until_when(
    goods: Pack, seller: Client
) -> None:
    buyer, today = Client(), clock.local_day()
    buying.fill(buyer, goods)
    page = buying.price(buyer)
    opens = f"{today + 3 * DAY:%d/%m/%Y}"

    assert close(seller, today, today + 2 * DAY) == 302

    answer = buyer.post("/checkout/", buying.form(page))
    assert not Order.objects.exists()
    assert answer.status_code == 409
    assert f"HTX Nắng Sông Mã đang nghỉ, nhận đơn lại từ {opens}" in answer.content.decode()
    assert opens in buyer.get("/basket/").content.decode()
    assert buyer.get("/checkout/")["Location"] == "/basket/"
    assert factories.balance(goods).held == 0


def test_shelf_goods_and_stall_say_until_when(goods: Pack, seller: Client) -> None:
    listing, today = goods.listing, clock.local_day()
    addresses = (
        "/shop/",
        f"/p/{listing.slug}-{listing.pk}",
        f"/htx/{listing.cooperative.slug}",
    )
    words = f"{today + 2 * DAY:%d/%m/%Y}"
    before = [words in Client().get(address).content.decode() for address in addresses]

    close(seller, today, today + 2 * DAY)

    assert before == [False] * 3
    assert [words in Client().get(address).content.decode() for address in addresses] == [True] * 3
    with clock.moved_to(clock.now() + 3 * DAY):
        after = [words in Client().get(address).content.decode() for address in addresses]
    assert after == [False] * 3


def test_it_ends_by_itself(goods: Pack, seller: Client) -> None:
    today = clock.local_day()
    close(seller, today, today + 2 * DAY)

    with clock.moved_to(clock.now() + 3 * DAY):
        order = hands.ordered(goods)

    assert order.status == "confirmed"


def test_a_coming_holiday_begins_with_the_night(goods: Pack, seller: Client) -> None:
    tomorrow = clock.local_day() + DAY
    close(seller, tomorrow, tomorrow)

    assert hands.ordered(goods).status == "confirmed"
    with clock.moved_to(clock.now() + DAY):
        refresh.everything()
        assert f"{tomorrow:%d/%m/%Y}" in Client().get("/shop/").content.decode()


def test_the_time_to_take_an_order_stands_still(goods: Pack, seller: Client) -> None:
    part = hands.parcel(hands.ordered(goods))
    before, tomorrow = part.confirm_by, clock.local_day() + DAY
    assert before is not None

    close(seller, tomorrow, tomorrow + 2 * DAY)
    part.refresh_from_db()
    moved = part.confirm_by
    with clock.moved_to(before + dt.timedelta(minutes=1)):
        ending.expire_due()
        kept = hands.state(part)

    assert moved == before + 3 * DAY
    assert kept == "to_confirm"


def test_an_order_of_the_last_open_day_has_its_whole_time(goods: Pack, seller: Client) -> None:
    tomorrow = clock.local_day() + DAY
    close(seller, tomorrow, tomorrow + 4 * DAY)

    part = hands.parcel(hands.ordered(goods))

    assert part.confirm_by is not None
    assert part.confirm_by - clock.now() > dt.timedelta(hours=24) + 4 * DAY


def test_calling_it_off_moves_the_deadline_back(goods: Pack, seller: Client) -> None:
    part = hands.parcel(hands.ordered(goods))
    before, tomorrow = part.confirm_by, clock.local_day() + DAY
    close(seller, tomorrow, tomorrow + 2 * DAY)
    holiday = Holiday.objects.get()

    answers = [seller.post(f"/sell/holidays/{holiday.pk}/end/").status_code for _press in range(2)]

    part.refresh_from_db()
    assert part.confirm_by == before
    assert answers == [302, 404]
    assert not Holiday.objects.exists()
    audited = AuditEntry.objects.filter(what__in=["cooperative.closed", "cooperative.reopened"])
    assert audited.count() == 2


def test_open_again_today_lets_buyers_order(goods: Pack, seller: Client) -> None:
    today = clock.local_day()
    close(seller, today, today + 9 * DAY)

    seller.post(f"/sell/holidays/{Holiday.objects.get().pk}/end/")

    assert hands.ordered(goods).status == "confirmed"


def test_closed_days_never_overlap(goods: Pack, seller: Client) -> None:
    today = clock.local_day()
    first = close(seller, today + DAY, today + 3 * DAY)

    second = close(seller, today + 3 * DAY, today + 5 * DAY)
    other = close(hands.member(factories.cooperative()), today + DAY, today + 3 * DAY)

    assert (first, second, other) == (302, 422, 302)
    with pytest.raises(IntegrityError), transaction.atomic():
        Holiday.objects.create(
            cooperative=goods.listing.cooperative,
            begins=today + 3 * DAY,
            ends=today + 3 * DAY,
            by=factories.user(),
            at=clock.now(),
        )


@pytest.mark.parametrize(("begins", "ends"), [(-1, 1), (3, 2), (0, 400), (400, 401)])
def test_impossible_days_are_refused(seller: Client, begins: int, ends: int) -> None:
    today = clock.local_day()

    assert close(seller, today + begins * DAY, today + ends * DAY) == 422
    assert not Holiday.objects.exists()


def test_a_neighbours_holiday_is_nobody_elses(goods: Pack, seller: Client) -> None:
    today = clock.local_day()
    close(hands.member(factories.cooperative()), today, today + DAY)

    answer = seller.post(f"/sell/holidays/{Holiday.objects.get().pk}/end/")

    assert answer.status_code == 404
    assert Holiday.objects.count() == 1
    assert hands.ordered(goods).status == "confirmed"


def test_open_time_and_deadlines_undo_each_other() -> None:
    now = clock.now()
    closed = [(now + DAY, now + 3 * DAY), (now + 4 * DAY, now + 5 * DAY)]

    end = queries.after(now, 2 * DAY + dt.timedelta(hours=1), closed)

    assert end == now + 5 * DAY + dt.timedelta(hours=1)
    assert queries.opened(now, end, closed) == 2 * DAY + dt.timedelta(hours=1)
