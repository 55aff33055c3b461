"""Cash for goods that spoil: a deposit by QR beforehand, the rest at the door."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable

import pytest
from django.core import mail
from django.db import connections
from django.test import Client
from oscar.apps.order.models import Order

from catalog.cooperatives.models import BankAccount
from catalog.cooperatives.payees import payee_key
from catalog.orders import ending, takingback
from catalog.orders.models import OrderEvent, SellerOrder
from marketplace.people import roles
from marketplace.records import clock, outbox
from payments import ledger
from payments.models import Attempt, Incident, Invoice
from tests import factories
from tests.catalog import buying
from tests.catalog.promotions.making import voucher
from tests.marketplace.workspace import hands
from tests.payments import sending
from tests.rules import people

pytestmark = pytest.mark.django_db
PRICE = 180_000


def selling(percent: int = 30, *, spoils: bool = True):
    """A pack of a cooperative that asks so much beforehand."""
    pack = factories.pack(factories.cooperative(owner=factories.user()), price=PRICE)
    category = pack.listing.category
    category.perishable = spoils
    category.save(update_fields=["perishable"])
    told = {"reach": "everywhere", "deposit": percent}
    seller = hands.member(pack.listing.cooperative)
    assert seller.post("/sell/cooperative/cash/", told).status_code == 302
    return pack


def buy(*packs, **told: str) -> tuple[Client, Order, str]:
    """A guest's cash order, and the page the buyer is led to."""
    buyer = Client()
    buying.fill(buyer, *packs)
    answer = buying.place(buyer, channel="cod", **told)
    assert answer.status_code == 302, answer.content.decode()[:3000]
    return buyer, Order.objects.latest("pk"), answer["Location"]


def deposit(order: Order) -> Attempt:
    """What is asked for beforehand now."""
    asked = Attempt.objects.filter(invoice__reference=f"{order.number}-D", state="pending")
    return asked.latest("pk")


def pay(order: Order) -> None:
    """The deposit comes by transfer."""
    attempt = deposit(order)
    assert sending.post(sending.transfer(attempt.memo, attempt.amount)).status_code == 200
    order.refresh_from_db()


def earned(part: SellerOrder) -> int:
    """What the seller has earned and was not paid."""
    return -ledger.balance(f"payee:{payee_key(part.cooperative_id)}")


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
