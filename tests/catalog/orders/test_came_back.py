"""A parcel nobody took comes back: the part ends, money stays right, and the door is remembered."""

from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client

from catalog.orders.models import SellerOrder
from catalog.orders.undelivered import Undelivered
from catalog.stock import queries as stock
from catalog.traceability.models import Box
from marketplace.records import outbox
from payments.models import Incident, Invoice
from tests import factories
from tests.catalog import buying
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db
REFUSED = {"why": "refused", "goods": "shelf"}


def shipped(channel: str = "cod", packs: int = 1) -> tuple[SellerOrder, Client]:
    """The first parcel of an order on the road, and who may say that it came back."""
    sold = [factories.pack(factories.cooperative(owner=factories.user())) for _ in range(packs)]
    order = hands.ordered(*sold, channel=channel)
    part = hands.parcel(order, sold[0])
    client = hands.member(part.cooperative)
    hands.pack(client, part)
    assert hands.tap(client, part, "ship", tracking="VTP 1").status_code == 302
    return part, client


def units(part: SellerOrder) -> int:
    """What of its goods is on the shelf."""
    pack = part.lines.get().pack_id
    return stock.available([pack])[pack]


@pytest.mark.parametrize(("goods", "back", "state"), [("shelf", 1, "void"), ("lost", 0, "lost")])
def test_a_cash_parcel_nobody_took_ends_its_order(goods, back, state):
    part, client = shipped()
    before = units(part)
    assert hands.tap(client, part, "back", why="refused", goods=goods).status_code == 302

    assert hands.state(part) == "cancelled"
    assert units(part) == before + back
    assert set(Box.objects.values_list("state", flat=True)) == {state}
    assert Invoice.objects.get().state == "closed"
    assert not Incident.objects.exists()
    outbox.drain()
    assert any("quay về" in letter.body for letter in mail.outbox)
    assert hands.broken() == []


def test_money_paid_before_goes_back_to_the_buyer():
    part, client = shipped("vietqr")
    hands.tap(client, part, "back", **REFUSED)

    assert Incident.objects.get(kind="refund_due").amount == part.owed
    assert hands.broken() == []


def test_the_other_parcels_go_on():
    part, client = shipped("cod", packs=2)
    hands.tap(client, part, "back", **REFUSED)

    part.refresh_from_db()
    other = SellerOrder.objects.exclude(pk=part.pk).get()
    assert other.state == "to_confirm"
    assert Invoice.objects.get().total == other.owed
    hands.send(hands.member(other.cooperative), other)
    assert hands.status(part.order) == "delivered"
    assert hands.broken() == []


def test_coming_back_twice_is_coming_back_once():
    part, client = shipped()
    hands.tap(client, part, "back", **REFUSED)
    assert hands.tap(client, part, "back", **REFUSED).status_code == 302

    assert Undelivered.objects.count() == 1


def test_only_a_parcel_on_the_road_comes_back():
    part, client = shipped()
    hands.tap(client, part, "deliver")
    assert hands.tap(client, part, "back", **REFUSED).status_code == 409
    assert hands.state(part) == "delivered"
    assert hands.tap(client, part, "back", why="refused").status_code == 422


def test_who_lets_cash_parcels_go_back_pays_beforehand():
    for _ in range(2):
        part, client = shipped()
        hands.tap(client, part, "back", **REFUSED)

    buyer = Client()
    buying.fill(buyer, factories.pack(factories.cooperative(owner=factories.user())))
    page = buying.price(buyer)
    assert "đã bị hoàn" in page
    answer = buyer.post("/checkout/", buying.form(page, channel="cod"))
    assert answer.status_code in (409, 422)
    assert buyer.post("/checkout/", buying.form(page, channel="vietqr")).status_code == 302


def test_what_the_carrier_broke_is_not_the_buyer_s_doing():
    for _ in range(3):
        part, client = shipped()
        hands.tap(client, part, "back", why="damaged", goods="lost")

    buyer = Client()
    buying.fill(buyer, factories.pack(factories.cooperative(owner=factories.user())))
    assert "đã bị hoàn" not in buying.price(buyer)
