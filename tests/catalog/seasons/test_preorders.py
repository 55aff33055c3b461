"""Ordering before the harvest: who may, how much, what becomes of it."""

import json

import pytest
from django.core import mail
from django.test import Client
from oscar.apps.order.models import Order

from catalog.listings.models import Pack
from catalog.orders import ending
from catalog.orders.models import SellerOrder
from catalog.orders.tasks import expire
from catalog.seasons import windows
from catalog.seasons.models import HarvestWindow, PreOrder
from catalog.seasons.tasks import finish
from marketplace.records import clock
from payments.models import Incident
from tests import factories
from tests.catalog import buying
from tests.catalog.checkout.test_api import API, basket, wish
from tests.catalog.seasons import opening
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db


@pytest.fixture
def pack() -> Pack:
    """A pack of which nothing is left, with ten units of the next harvest to order."""
    found = factories.pack(units=0)
    opening.window(found)
    return found


def put(client: Client, pack: Pack, quantity: int = 1) -> int:
    """Try to put units into the basket; the status of the answer."""
    fields = {"pack": pack.pk, "quantity": quantity, "source": "search"}
    return client.post("/basket/add/", fields).status_code


def states() -> list[tuple[str, int]]:
    """What became of every pre-order, and how many units it got."""
    return list(PreOrder.objects.order_by("at").values_list("state", "filled"))


def test_a_preorder_is_kept_at_the_window_and_at_no_lot(pack: Pack) -> None:
    order = hands.ordered(pack, quantity=3)

    assert opening.offer(pack).ordered == 3
    assert states() == [("waiting", 0)]
    part = order.seller_orders.get()
    assert (part.harvest_from, part.harvest_to) == (opening.day(20), opening.day(30))
    assert part.arrives_from > opening.day(20)
    assert part.arrives_to > opening.day(30)
    assert pack.listing.shelf.preorder["left"] == 7
    assert hands.broken() == []


def test_nobody_orders_more_than_the_cap(pack: Pack) -> None:
    hands.ordered(pack, quantity=8)

    assert put(Client(), pack, 3) == 422
    assert put(Client(), pack, 2) == 302


def test_two_who_want_the_last_units_get_them_once(pack: Pack) -> None:
    first, second = Client(), Client()
    for client in (first, second):
        buying.fill(client, pack, quantity=6)

    posted = [(one, buying.form(buying.price(one))) for one in (first, second)]

    places = [one.post("/checkout/", form).headers.get("Location", "") for one, form in posted]

    assert [place.startswith("/o/") for place in places] == [True, False]
    assert (Order.objects.count(), opening.offer(pack).ordered) == (1, 6)


@pytest.mark.parametrize("days", [-1, 16])
def test_outside_the_window_nothing_is_ordered(days: int) -> None:
    pack = factories.pack(units=0)
    opening.window(pack, opens=0)

    with clock.moved_to(opening.later(days)):
        assert put(Client(), pack) == 422


def test_before_the_window_the_button_says_when_it_opens() -> None:
    pack = factories.pack(units=0)
    opening.window(pack, opens=5)
    day = f"{opening.day(5):%d/%m/%Y}"

    page = Client().get(pack.listing.get_absolute_url()).content.decode()
    shelf = Client().get("/shop/").content.decode()

    assert f"Mở bán {day}" in page
    assert f"Mở bán {day}" in shelf
    with clock.moved_to(opening.later(5)):
        assert "Đặt trước vụ hái" in Client().get(pack.listing.get_absolute_url()).content.decode()
        assert put(Client(), pack) == 302


def test_the_promised_days_stand_on_every_page(pack: Pack) -> None:
    first, last = opening.day(20), opening.day(30)
    begins = f"{first:%d/%m}" if first.year == last.year else f"{first:%d/%m/%Y}"
    days = f"Thu hoạch {begins}–{last:%d/%m/%Y}"
    client = Client()
    buying.fill(client, pack)
    pages = {
        "list": client.get("/shop/").content.decode(),
        "product": client.get(pack.listing.get_absolute_url()).content.decode(),
        "basket": client.get("/basket/").content.decode(),
        "checkout": buying.price(client),
    }
    placed = client.post("/checkout/", buying.form(pages["checkout"]))
    order = Order.objects.get()
    token = {"token": order.placement.token}
    pages["order"] = client.get(f"/o/{order.number}", token).content.decode()
    pages["receipt"] = client.get(f"/o/{order.number}/receipt", token).content.decode()
    opening.deliver_messages()
    pages["letter"] = str(mail.outbox[0].body)

    assert placed.status_code == 302
    assert [name for name, page in pages.items() if days not in page] == []


def test_ready_goods_and_a_preorder_of_one_cooperative_are_refused_together(pack: Pack) -> None:
    ready = factories.pack(pack.listing.cooperative)
    other = factories.pack()
    client = Client()
    buying.fill(client, ready, other)

    refused = client.post("/basket/add/", {"pack": pack.pk, "quantity": 1, "source": "search"})

    assert refused.status_code == 422
    assert "Đặt riêng từng đơn" in refused.content.decode()
    fresh = Client()
    buying.fill(fresh, pack, other)
    assert buying.place(fresh).status_code == 302
    assert hands.broken() == []


def test_a_basket_whose_goods_came_in_meanwhile_says_so(pack: Pack) -> None:
    client = Client()
    buying.fill(client, pack)
    windows.finish(HarvestWindow.objects.get().pk, by=None)

    page = client.get("/basket/").content.decode()

    assert "đã đóng" in page


def test_the_harvest_serves_first_who_ordered_first(pack: Pack) -> None:
    orders = [hands.ordered(pack, quantity=4) for _ in range(2)]

    with clock.moved_to(opening.later(21)):
        opening.bring_in(pack, 6)

        assert states() == [("ready", 4), ("waiting", 2)]
        opening.bring_in(pack, 5)
        assert states() == [("ready", 4), ("ready", 4)]
        opening.deliver_messages()

    assert pack.listing.shelf.available == 3
    for order in orders:
        part = order.seller_orders.get()
        assert part.harvested_at is not None
        assert (part.confirm_by - opening.later(21)).total_seconds() == pytest.approx(
            86_400, abs=60
        )
    assert hands.broken() == []


def test_its_buyer_is_told_that_the_harvest_has_come_in(pack: Pack) -> None:
    order = hands.ordered(pack)
    opening.deliver_messages()
    mail.outbox.clear()

    with clock.moved_to(opening.later(21)):
        opening.bring_in(pack, 5)
        opening.deliver_messages()
        opening.deliver_messages()

    assert [one.subject for one in mail.outbox] == [f"Đơn {order.number}: vụ hái đã về"]


def test_nothing_is_packed_before_it_is_picked(pack: Pack) -> None:
    order = hands.ordered(pack)
    seller, part = hands.member(pack.listing.cooperative), hands.parcel(order)
    assert hands.tap(seller, part, "accept").status_code == 302

    shown = hands.page(seller, part)
    refused = hands.tap(seller, part, "pack")

    assert "Thu hoạch" in shown
    assert refused.status_code in (409, 422)
    assert hands.state(part) == "confirmed"
    with clock.moved_to(opening.later(21)):
        opening.bring_in(pack, 5)
        opening.deliver_messages()
        seller = hands.member(pack.listing.cooperative)
        assert hands.tap(seller, part, "pack", **hands.lots(seller, part)).status_code == 302
    assert hands.broken() == []


def test_cash_orders_wait_for_their_harvest_unanswered(pack: Pack) -> None:
    order = hands.ordered(pack)

    with clock.moved_to(opening.later(29)):
        expire()
    assert hands.status(order) == "confirmed"

    with clock.moved_to(opening.later(32)):
        expire()
    assert hands.status(order) == "cancelled"
    assert opening.offer(pack).ordered == 0
    assert hands.broken() == []


def test_what_is_not_paid_goes_back_to_the_window(pack: Pack) -> None:
    client = Client()
    buying.fill(client, pack, quantity=7)
    buying.place(client, channel="vietqr")
    assert opening.offer(pack).ordered == 7

    with clock.moved_to(opening.later(1)):
        assert expire() == 1
        assert expire() == 0

    assert opening.offer(pack).ordered == 0
    assert states() == [("given_back", 0)]
    assert hands.broken() == []


def test_units_given_back_go_to_who_waits(pack: Pack) -> None:
    first, second = hands.ordered(pack, quantity=5), hands.ordered(pack, quantity=5)
    with clock.moved_to(opening.later(21)):
        opening.bring_in(pack, 5)
        assert states() == [("ready", 5), ("waiting", 0)]

        ending.cancel(first.number)

        assert states() == [("given_back", 0), ("ready", 5)]
    assert second.seller_orders.get().state == "to_confirm"
    assert hands.broken() == []


def test_who_gets_nothing_is_told_and_his_money_is_due_for_refund(pack: Pack) -> None:
    lucky = hands.ordered(pack, quantity=4, channel="vietqr")
    unlucky = hands.ordered(pack, quantity=4, channel="vietqr")
    small = hands.ordered(pack, quantity=2, channel="vietqr")
    opening.deliver_messages()
    mail.outbox.clear()
    with clock.moved_to(opening.later(21)):
        opening.bring_in(pack, 6)
        assert states() == [("ready", 4), ("waiting", 2), ("waiting", 0)]

        seller = hands.member(pack.listing.cooperative)
        ended = seller.post(f"/sell/listings/{pack.listing_id}/season/over/")
        opening.deliver_messages()

    assert ended.status_code == 302
    assert states() == [("ready", 4), ("short", 0), ("ready", 2)]
    assert [hands.status(one) for one in (lucky, unlucky, small)] == [
        "confirmed",
        "cancelled",
        "confirmed",
    ]
    due = Incident.objects.get(kind="refund_due")
    assert due.amount == int(unlucky.total_incl_tax)
    told = [str(one.body) for one in mail.outbox if unlucky.number in str(one.subject)]
    assert len(told) == 1
    assert "ai đặt trước được nhận trước" in told[0]
    assert hands.broken() == []


def test_a_harvest_nobody_ended_ends_by_itself(pack: Pack) -> None:
    order = hands.ordered(pack)

    with clock.moved_to(opening.later(35)):
        assert finish() == 0
    with clock.moved_to(opening.later(36)):
        assert finish() == 1
        assert finish() == 0
        opening.deliver_messages()

    assert hands.status(order) == "cancelled"
    assert hands.broken() == []


def test_late_money_orders_from_the_harvest_again(pack: Pack) -> None:
    client = Client()
    buying.fill(client, pack, quantity=7)
    buying.place(client, channel="vietqr")
    order = Order.objects.get()
    with clock.moved_to(opening.later(1)):
        expire()
    attempt = hands.Attempt.objects.get(invoice__reference=order.number)

    hands.sending.post(hands.sending.transfer(attempt.memo, attempt.amount))

    assert hands.status(order) == "confirmed"
    assert states() == [("waiting", 0)]
    assert opening.offer(pack).ordered == 7
    assert hands.broken() == []


def test_apps_are_told_of_the_harvest(client: Client, pack: Pack) -> None:
    made = basket(pack)
    first = opening.day(20).isoformat()

    listed = client.get(f"{API}/listings/{pack.listing_id}").json()
    headers = {"Basket-Token": made["token"]}
    shown = client.get(f"{API}/baskets/{made['id']}", headers=headers).json()
    placed = client.post(
        f"{API}/baskets/{made['id']}/checkout",
        json.dumps(wish()),
        content_type="application/json",
        headers=headers | {"Idempotency-Key": "k-1"},
    ).json()
    order = client.get(
        f"{API}/orders/{placed['number']}", headers={"Order-Token": placed["token"]}
    ).json()

    assert listed["preorder"]["harvest_from"] == first
    assert listed["preorder"]["left"] == 10
    assert shown["lines"][0]["harvest"]["first"] == first
    assert order["lines"][0]["harvest"]["first"] == first


def test_the_part_of_a_preorder_says_so_to_its_cooperative(pack: Pack) -> None:
    hands.ordered(pack)
    seller = hands.member(pack.listing.cooperative)

    rows = seller.get("/sell/orders/").content.decode()

    assert "Thu hoạch" in rows
    assert SellerOrder.objects.get().awaits_harvest
