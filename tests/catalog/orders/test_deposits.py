"""Cash for goods that spoil: a deposit by QR beforehand, the rest at the door."""

from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client

from catalog.orders import ending, takingback
from catalog.orders.models import OrderEvent
from marketplace.people import roles
from marketplace.records import outbox
from payments import ledger
from payments.models import Incident, Invoice
from tests import factories
from tests.catalog import buying
from tests.catalog.orders.depositing import PRICE, buy, earned, pay, selling
from tests.marketplace.workspace import hands
from tests.rules import people

pytestmark = pytest.mark.django_db


def test_a_deposit_is_asked_for_before_the_order_stands():
    buyer, order, page = buy(selling())
    part = order.seller_orders.get()

    assert (order.status, part.state, part.deposit) == ("awaiting_payment", "waiting", 54_000)
    shown = buyer.get(page).content.decode()
    assert "54.000" in shown
    assert "Đặt cọc" in shown
    pay(order)
    assert order.status == "confirmed"
    assert hands.state(part) == "to_confirm"
    assert OrderEvent.objects.filter(order=order, what="deposit").count() == 1
    assert hands.broken() == []


def test_the_checkout_says_how_much_before_anything_is_placed():
    buyer = Client()
    buying.fill(buyer, selling())
    assert "54.000" in buying.price(buyer)


@pytest.mark.parametrize(("percent", "spoils"), [(0, True), (30, False)])
def test_what_keeps_or_is_not_asked_for_needs_no_deposit(percent, spoils):
    _buyer, order, _page = buy(selling(percent, spoils=spoils))
    assert order.status == "confirmed"
    assert not Invoice.objects.filter(reference__endswith="-D").exists()


def test_the_rest_is_paid_at_the_door_and_all_of_it_earned_once():
    _buyer, order, _page = buy(selling())
    pay(order)
    part = order.seller_orders.get()
    seller = hands.member(part.cooperative)
    hands.pack(seller, part)
    assert f"{part.owed - 54_000:,}".replace(",", ".") in hands.page(seller, part)
    hands.tap(seller, part, "ship")
    hands.tap(seller, part, "deliver")

    assert hands.status(order) == "delivered"
    # The cash is the seller's already; the deposit is still the market's to pay out.
    assert earned(part) == 54_000
    assert ledger.balance(ledger.CLEARING) == 0
    assert hands.broken() == []


def test_a_parcel_nobody_took_leaves_its_deposit_with_the_cooperative():
    _buyer, order, _page = buy(selling())
    pay(order)
    part = order.seller_orders.get()
    seller = hands.member(part.cooperative)
    hands.pack(seller, part)
    hands.tap(seller, part, "ship")
    assert hands.tap(seller, part, "back", why="refused", goods="lost").status_code == 302

    assert hands.status(order) == "cancelled"
    assert earned(part) == 54_000
    assert not Incident.objects.filter(kind="refund_due").exists()
    outbox.drain()
    assert any("đặt cọc" in letter.subject.lower() for letter in mail.outbox)
    assert hands.broken() == []


def test_a_parcel_that_was_damaged_on_the_way_gives_the_deposit_back():
    _buyer, order, _page = buy(selling())
    pay(order)
    part = order.seller_orders.get()
    seller = hands.member(part.cooperative)
    hands.pack(seller, part)
    hands.tap(seller, part, "ship")
    hands.tap(seller, part, "back", why="damaged", goods="lost")

    assert Incident.objects.get(kind="refund_due").amount == 54_000
    assert earned(part) == 0
    assert hands.broken() == []


def test_what_a_cooperative_gives_back_gives_its_deposit_back_and_the_others_go_on():
    one, other = selling(30), selling(50)
    _buyer, order, _page = buy(one, other)
    assert Invoice.objects.get(reference=f"{order.number}-D").total == 54_000 + 90_000
    pay(order)
    gone, stays = hands.parcel(order, one), hands.parcel(order, other)
    ending.give_back(gone.pk, opened=hands.state(gone), by=factories.user())
    assert Incident.objects.get(kind="refund_due").amount == 54_000

    hands.send(hands.member(stays.cooperative), stays)
    assert hands.status(order) == "delivered"
    assert (earned(stays), earned(gone)) == (90_000, 0)
    assert ledger.balance(ledger.CLEARING) == 0
    assert hands.broken() == []


def test_one_refuses_and_the_other_cannot_send_and_the_order_ends_right():
    one, other = selling(30), selling(50)
    _buyer, order, _page = buy(one, other)
    pay(order)
    refused, given = hands.parcel(order, one), hands.parcel(order, other)
    seller = hands.member(refused.cooperative)
    hands.pack(seller, refused)
    hands.tap(seller, refused, "ship")
    hands.tap(seller, refused, "back", why="not_found", goods="lost")
    ending.give_back(given.pk, opened=hands.state(given), by=factories.user())

    assert hands.status(order) == "cancelled"
    assert (earned(refused), earned(given)) == (54_000, 0)
    assert Incident.objects.get(kind="refund_due").amount == 90_000
    assert hands.broken() == []


def test_an_order_placed_without_a_deposit_cannot_turn_to_cash():
    pack = selling()
    buyer = Client()
    buying.fill(buyer, pack)
    page = buying.place(buyer, channel="vietqr")["Location"]
    ways = page.replace("/pay?", "/pay/ways?")

    assert "đặt cọc" in buyer.get(ways).content.decode()
    assert buyer.post(ways, {"channel": "cod"}).status_code == 409


def test_a_parcel_packed_lighter_takes_it_off_the_rest():
    _buyer, order, _page = buy(selling(50))
    pay(order)
    part = order.seller_orders.get()
    seller = hands.member(part.cooperative)
    grams = part.lines.get().weight_g
    assert hands.weigh(seller, part, str(grams * 8 // 10)) == 302
    hands.tap(seller, part, "ship")
    hands.tap(seller, part, "deliver")

    assert hands.status(order) == "delivered"
    assert ledger.balance(ledger.CLEARING) == 0
    assert hands.broken() == []


def test_goods_that_come_back_give_back_what_was_paid_at_the_door_first():
    _buyer, order, _page = buy(selling(30))
    pay(order)
    part = order.seller_orders.get()
    hands.send(hands.member(part.cooperative), part)
    boss = people.world().client(roles.ADMINISTRATOR)
    line = part.lines.get()
    (told, *_more) = takingback.lines(part)
    assert told.left == PRICE
    address = f"/desk/money/returns/{part.number}/"
    answer = boss.post(address, {f"back-line-{line.line_id}": str(PRICE), "why": "Rotten"})
    assert answer.status_code == 302

    due = Incident.objects.filter(kind="refund_due").values_list("amount", flat=True)
    assert sorted(due) == [54_000, PRICE - 54_000]
    assert takingback.lines(part)[0].ref.startswith("shipping")
    assert hands.broken() == []
