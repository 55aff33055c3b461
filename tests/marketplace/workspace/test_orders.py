"""A cooperative takes, packs, prints, sends and delivers its parcels, over HTTP."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from oscar.apps.order.models import Order

from catalog.cooperatives.models import Membership
from catalog.listings.models import Pack
from catalog.orders.models import PackedLot
from catalog.traceability.models import Box
from payments.models import Attempt
from tests import database, factories
from tests.catalog import buying
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def _market(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[list[int], int]]:
    """Packs of two cooperatives and an order of both; made once for the file."""
    yield from database.lasting(django_db_blocker, market)


def market() -> tuple[list[int], int]:
    """Ten units of each pack, and an order whose buyer pays at the door."""
    packs = [
        factories.pack(factories.cooperative(owner=factories.user()), units=10, price=price)
        for price in (89_000, 180_000)
    ]
    return [pack.pk for pack in packs], hands.ordered(*packs).pk


@pytest.fixture
def packs(_market: tuple[list[int], int], db: None) -> list[Pack]:
    """Packs of two cooperatives, ten units each."""
    return list(Pack.objects.filter(pk__in=_market[0]).order_by("pk"))


@pytest.fixture
def sellers(packs: list[Pack]) -> list[Client]:
    """The owners of both cooperatives."""
    return [hands.browser(pack.listing.cooperative) for pack in packs]


@pytest.fixture
def waiting(_market: tuple[list[int], int], db: None) -> Order:
    """An order of both packs that nobody has taken yet."""
    return Order.objects.get(pk=_market[1])


def rest(order: Order) -> dict[str, Any]:
    """The order as its buyer's app reads it."""
    token = order.placement.token
    answer = Client().get(
        f"/api/v1/orders/{order.number}",
        headers={"Order-Token": token},
    )
    return dict(json.loads(answer.content))


def test_the_day_begins_with_the_order_that_waits(sellers: list[Client]) -> None:
    goods = factories.pack()
    seller = hands.member(goods.listing.cooperative)
    part = hands.parcel(hands.ordered(goods, channel="vietqr"))

    today = seller.get("/sell/").content.decode()

    assert f'action="/sell/orders/{part.number}/accept/"' in today
    assert "/sell/orders/?list=confirm" in today
    assert part.number not in sellers[1].get("/sell/").content.decode()


def test_an_order_is_taken_in_one_tap(packs: list[Pack], sellers: list[Client]) -> None:
    part = hands.parcel(hands.ordered(packs[0], channel="vietqr"))

    first = hands.tap(sellers[0], part, "accept")
    second = hands.tap(sellers[0], part, "accept")

    assert first["Location"] == second["Location"] == f"/sell/orders/{part.number}/"
    assert hands.state(part) == "confirmed"
    assert list(part.events.values_list("what", flat=True)) == ["confirmed"]


def test_both_parcels_go_their_own_way_and_the_order_follows_the_slower(
    packs: list[Pack], sellers: list[Client]
) -> None:
    order = hands.ordered(*packs, channel="vietqr")
    slow, quick = (hands.parcel(order, pack) for pack in packs)
    seen = []

    hands.pack(sellers[1], quick)
    seen.append(rest(order)["status"])
    hands.tap(sellers[1], quick, "ship", tracking="VTP 123")
    hands.tap(sellers[1], quick, "deliver")
    seen.append(rest(order)["status"])
    hands.pack(sellers[0], slow)
    hands.tap(sellers[0], slow, "ship")
    seen.append(rest(order)["status"])
    hands.tap(sellers[0], slow, "deliver")
    seen.append(rest(order)["status"])

    assert seen == ["packing", "packing", "shipped", "delivered"]
    told = rest(order)
    assert [one["status"] for one in told["seller_orders"]] == ["delivered"] * 2
    assert [step["what"] for step in told["timeline"]] == [
        *("placed", "paid"),
        *("confirmed", "packed", "shipped", "delivered") * 2,
    ]
    assert len(told["lots"]) == 2
    assert hands.broken() == []


def test_the_buyer_sees_lot_code_and_the_way_back_to_the_listing(
    packs: list[Pack], sellers: list[Client]
) -> None:
    order = hands.ordered(packs[0], channel="vietqr")
    hands.send(sellers[0], hands.parcel(order))
    lot = PackedLot.objects.get().lot
    token = order.placement.token

    page = Client().get(f"/o/{order.number}?token={token}").content.decode()
    receipt = Client().get(f"/o/{order.number}/receipt?token={token}").content.decode()

    for shown in (page, receipt):
        assert f'href="http://testserver/t/{lot.code}"' in shown or f"/t/{lot.code}" in shown
        assert re.search(rf'<svg[^>]*role="img"[^>]*aria-label="[^"]*{lot.code}', shown)
    assert "VTP 123" in page
    listing = packs[0].listing
    assert f'href="{listing.get_absolute_url()}"' in page
    assert Client().get(listing.get_absolute_url()).status_code == 200


def test_the_packing_slip_carries_every_packed_lot(
    packs: list[Pack], sellers: list[Client], waiting: Order
) -> None:
    part = hands.parcel(waiting, packs[0])
    hands.pack(sellers[0], part)
    lot = PackedLot.objects.get().lot

    slip = sellers[0].get(f"/sell/orders/{part.number}/slip/").content.decode()

    assert re.search(rf'<svg[^>]*role="img"[^>]*aria-label="[^"]*{lot.code}', slip)
    assert "Nguyễn Minh Thu" in slip
    assert f"{part.total:,}".replace(",", ".") in slip  # cash to collect


def test_cash_is_booked_parcel_by_parcel(
    packs: list[Pack], sellers: list[Client], waiting: Order
) -> None:
    first, second = (hands.parcel(waiting, pack) for pack in packs)
    cash = Attempt.objects.get()

    hands.send(sellers[0], first)
    cash.refresh_from_db()
    assert (cash.received, cash.state) == (first.total, "pending")

    hands.send(sellers[1], second)
    hands.tap(sellers[1], second, "deliver")
    cash.refresh_from_db()
    assert (cash.received, cash.state) == (first.total + second.total, "captured")
    assert hands.status(waiting) == "delivered"
    assert list(waiting.events.values_list("what", flat=True)).count("paid") == 1
    assert hands.broken() == []


def test_a_packer_packs_and_sends_but_takes_and_returns_nothing(
    packs: list[Pack], sellers: list[Client], waiting: Order
) -> None:
    cooperative = packs[0].listing.cooperative
    packer = hands.member(cooperative, Membership.Role.PACKER)
    part = hands.parcel(waiting, packs[0])

    assert hands.tap(packer, part, "accept").status_code == 403
    assert hands.tap(packer, part, "refuse", opened="to_confirm").status_code == 403
    assert "/accept/" not in hands.page(packer, part)
    assert hands.state(part) == "to_confirm"

    hands.tap(sellers[0], part, "accept")
    assert "/refuse/" not in hands.page(packer, part)
    assert hands.tap(packer, part, "pack", **hands.lots(packer, part)).status_code == 302
    assert packer.get(f"/sell/orders/{part.number}/labels.pdf").status_code == 200
    assert packer.get(f"/sell/orders/{part.number}/slip/").status_code == 200
    assert hands.tap(packer, part, "ship").status_code == 302
    assert hands.tap(packer, part, "deliver").status_code == 302
    assert hands.state(part) == "delivered"


@pytest.mark.parametrize(
    "step", ["", "accept/", "refuse/", "pack/", "ship/", "deliver/", "labels.pdf", "slip/"]
)
def test_another_cooperatives_order_is_not_found(
    packs: list[Pack], sellers: list[Client], waiting: Order, step: str
) -> None:
    part = hands.parcel(waiting, packs[0])
    address = f"/sell/orders/{part.number}/{step}"

    for answer in (sellers[1].get(address), sellers[1].post(address, {"opened": part.state})):
        assert answer.status_code in (404, 405)
    assert 404 in (sellers[1].get(address).status_code, sellers[1].post(address).status_code)
    assert Client().get(address).status_code == 302
    assert hands.state(part) == "to_confirm"


def test_what_nobody_paid_is_nobodys_work() -> None:
    goods = factories.pack()
    seller = hands.member(goods.listing.cooperative)
    buyer = Client()
    buying.fill(buyer, goods)
    buying.place(buyer)
    part = goods.listing.cooperative.seller_orders.get()

    assert seller.get(f"/sell/orders/{part.number}/").status_code == 404
    assert hands.tap(seller, part, "accept").status_code == 404
    for name in ("confirm", "pack", "send", "way", "done"):
        listed = seller.get(f"/sell/orders/?list={name}").content.decode()
        assert part.number not in listed


@pytest.mark.parametrize("step", ["pack", "ship", "deliver"])
def test_no_step_is_left_out(
    packs: list[Pack], sellers: list[Client], waiting: Order, step: str
) -> None:
    part = hands.parcel(waiting, packs[0])

    answer = hands.tap(sellers[0], part, step)

    assert answer.status_code in (409, 422)
    assert hands.state(part) == "to_confirm"
    assert not Box.objects.exists()


def test_a_waybill_with_strange_signs_or_too_long_is_refused(
    packs: list[Pack], sellers: list[Client], waiting: Order
) -> None:
    part = hands.parcel(waiting, packs[0])
    hands.pack(sellers[0], part)

    assert hands.tap(sellers[0], part, "ship", tracking="\0").status_code == 400
    assert hands.tap(sellers[0], part, "ship", tracking="x" * 61).status_code == 422
    assert hands.state(part) == "packed"


@pytest.mark.parametrize(
    ("query", "status"),
    [("list=%00", 400), ("page=-1", 400), ("page=1e400", 400), ("list=x&page=50", 200)],
)
def test_a_strange_question_is_answered_calmly(
    sellers: list[Client], query: str, status: int
) -> None:
    assert sellers[0].get(f"/sell/orders/?{query}").status_code == status


@pytest.mark.parametrize("orders", [2, 5])
def test_pages_ask_the_database_as_often_for_many_as_for_few(
    packs: list[Pack], orders: int, django_assert_num_queries: Any
) -> None:
    seller = hands.browser(packs[0].listing.cooperative)
    other = factories.pack(packs[0].listing.cooperative, units=10)
    made = [hands.parcel(hands.ordered(packs[0], other)) for _ in range(orders)]
    hands.tap(seller, made[0], "accept")

    for address, queries in (
        ("/sell/orders/?list=confirm", 9),
        (f"/sell/orders/{made[0].number}/", 13),
        ("/sell/", 22),
    ):
        with django_assert_num_queries(queries):
            assert seller.get(address).status_code == 200
