"""A deposit that is paid late, by another way, with a voucher, straight to its seller, at once."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable

import pytest
from django.db import connections
from django.test import Client

from catalog.cooperatives.models import BankAccount
from catalog.orders import ending
from catalog.orders.models import SellerOrder
from marketplace.records import clock
from payments.models import Attempt, Incident
from tests.catalog import buying
from tests.catalog.orders.depositing import buy, deposit, earned, pay, selling
from tests.catalog.promotions.making import voucher
from tests.marketplace.workspace import hands
from tests.payments import sending

pytestmark = pytest.mark.django_db


def test_a_deposit_nobody_pays_ends_the_order_and_a_late_one_revives_it():
    _buyer, order, _page = buy(selling())
    attempt = deposit(order)
    with clock.moved_to(clock.now() + dt.timedelta(hours=2)):
        assert ending.expire_due() == 1
        assert hands.status(order) == "expired"
        assert hands.broken() == []
    assert sending.post(sending.transfer(attempt.memo, attempt.amount)).status_code == 200

    assert hands.status(order) == "confirmed"
    part = order.seller_orders.get()
    hands.send(hands.member(part.cooperative), part)
    assert hands.status(order) == "delivered"
    assert hands.broken() == []


def test_a_buyer_who_cancels_has_the_deposit_back():
    buyer, order, _page = buy(selling())
    pay(order)
    address = f"/o/{order.number}/cancel?token={order.placement.token}"
    assert buyer.post(address).status_code == 302

    assert hands.status(order) == "cancelled"
    assert Incident.objects.get(kind="refund_due").amount == 54_000
    assert hands.broken() == []


def test_the_deposit_may_be_paid_by_another_way_and_the_rest_stays_cash():
    buyer, order, _page = buy(selling())
    token = order.placement.token
    ways = f"/o/{order.number}/pay/ways?token={token}"
    assert 'value="cod"' not in buyer.get(ways).content.decode()
    assert buyer.post(ways, {"channel": "cod"}).status_code == 409
    assert buyer.post(ways, {"channel": "mobile_money"}).status_code == 302

    assert deposit(order).channel == "mobile_money"
    shown = buyer.get(f"/o/{order.number}/pay?token={token}").content.decode()
    assert "Viettel Money" in shown
    pay(order)
    assert (order.status, order.placement.channel) == ("confirmed", "cod")
    assert hands.broken() == []


def test_a_voucher_makes_the_deposit_smaller():
    voucher(amount=80_000)
    buyer = Client()
    buying.fill(buyer, selling(30))
    buyer.post("/basket/vouchers/add/", {"code": "TUANNHAN"})
    assert buying.place(buyer, channel="cod").status_code == 302

    part = SellerOrder.objects.get()
    assert (part.discount, part.deposit) == (80_000, 30_000)
    pay(part.order)
    hands.send(hands.member(part.cooperative), part)
    assert hands.broken() == []


def test_in_the_direct_flow_each_cooperative_is_paid_its_own_deposit(settings):
    settings.PAYMENT_FLOW = "direct"
    packs = {"0011": selling(30), "0022": selling(50)}
    for number, pack in packs.items():
        BankAccount.objects.create(
            cooperative=pack.listing.cooperative,
            bank_bin="970436",
            number=number,
            holder="HTX",
            valid_from=clock.now(),
        )
    buyer, order, page = buy(*packs.values())
    asked = Attempt.objects.filter(invoice__reference=f"{order.number}-D").order_by("pk")
    assert [(one.show["account"], one.amount) for one in asked] == [
        ("0011", 54_000),
        ("0022", 90_000),
    ]
    for one in asked:
        assert one.memo in buyer.get(page).content.decode()
        told = sending.transfer(one.memo, one.amount, accountNumber=one.show["account"])
        assert sending.post(told).status_code == 200
    assert hands.status(order) == "confirmed"
    part = hands.parcel(order, packs["0011"])
    hands.send(hands.member(part.cooperative), part)
    assert earned(part) == 0  # the cooperative has all of it already
    assert hands.broken() == []


def test_an_app_is_told_of_the_deposit():
    _buyer, order, _page = buy(selling())
    head = {"Order-Token": order.placement.token}
    told = Client().get(f"/api/v1/orders/{order.number}", headers=head).json()

    assert (told["deposit"], told["status"]) == (54_000, "awaiting_payment")
    assert told["payments"][0]["amount"] == 54_000
    assert told["payments"][0]["qr"]["payload"].startswith("000201")


def test_more_than_half_is_refused():
    pack = selling(50)
    seller = hands.member(pack.listing.cooperative)
    told = {"reach": "everywhere", "deposit": "51"}
    assert seller.post("/sell/cooperative/cash/", told).status_code == 422


@pytest.mark.django_db(transaction=True)
def test_a_deposit_that_comes_while_the_buyer_cancels_is_never_lost():
    for _round in range(3):
        _buyer, order, _page = buy(selling())
        attempt = deposit(order)
        at_once(
            lambda attempt=attempt: sending.post(sending.transfer(attempt.memo, attempt.amount)),
            lambda order=order: ending.cancel(order.number),
        )
        assert hands.status(order) == "cancelled"
        due = Incident.objects.filter(invoice__reference=f"{order.number}-D", kind="refund_due")
        assert due.get().amount == attempt.amount
        assert hands.broken() == []


def at_once(*steps: Callable[[], object]) -> None:
    """All at the same moment."""
    gate = threading.Barrier(len(steps))

    def run(step: Callable[[], object]) -> None:
        try:
            gate.wait(timeout=10)
            step()
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(step,)) for step in steps]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
