"""Ordering before the harvest: who may, how much, what becomes of it."""

import json

import pytest
from django.core import mail
from django.test import Client
from oscar.apps.order.models import Order

from catalog.listings.models import Pack
from catalog.orders.models import SellerOrder
from catalog.seasons import windows
from catalog.seasons.models import HarvestWindow, PreOrder
from marketplace.records import clock
from tests import factories
from tests.catalog import buying
from tests.catalog.checkout.test_api import API, basket, wish
from tests.catalog.seasons import opening
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db


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
