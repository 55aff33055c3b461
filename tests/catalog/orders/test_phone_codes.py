"""A cash order of a new buyer: a code shows whose phone it is, or the cooperative calls first."""

from __future__ import annotations

import datetime as dt
import re
import threading
from collections.abc import Callable

import pytest
from django.db import connections
from django.test import Client

from catalog.orders import accepting, phonecodes
from catalog.orders.models import Placement, SellerOrder
from catalog.orders.phonecodes import PhoneCode
from marketplace.records import clock, outbox, rules
from marketplace.records.models import AuditEntry, SentLetter
from tests import factories
from tests.catalog import buying
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db
Asked = tuple[Client, str]


@pytest.fixture
def pack():
    """Something to buy."""
    return factories.pack(factories.cooperative(owner=factories.user()))


def buy(pack, channel: str = "cod", client: Client | None = None, **told: str) -> Asked:
    """An order, and where its buyer is asked for a code; empty if not."""
    buyer = client or Client()
    buying.fill(buyer, pack)
    return buyer, asked(buyer, buying.place(buyer, channel=channel, **told)["Location"])


def asked(buyer: Client, page: str) -> str:
    """Where an order's page, to which the buyer is led, has a code typed."""
    shown = buyer.get(page, follow=True).content.decode()
    found = re.search(r'<form[^>]+action="(/o/[^"]+/phone\?token=[^"]+)"', shown)
    return found[1] if found else ""


def sent() -> str:
    """The code of the latest text message."""
    outbox.drain()
    letter = SentLetter.objects.filter(template="account/order_code").latest("pk")
    assert (letter.to, letter.way) == ("+84912345678", "sms")  # never by Zalo
    found = re.search(r"\b[0-9]{6}\b", letter.text)
    assert found is not None
    return found[0]


def wrong(code: str) -> str:
    """Another code."""
    return f"{(int(code) + 1) % 1_000_000:06}"


def take(pack, **told: str) -> int:
    """The cooperative takes the latest order; the answer's status."""
    part = SellerOrder.objects.filter(cooperative=pack.listing.cooperative).latest("pk")
    return int(hands.tap(hands.member(part.cooperative), part, "accept", **told).status_code)


def test_a_first_cash_order_asks_for_the_code_of_a_text_message(pack):
    buyer, page = buy(pack)
    shown = buyer.get(page).content.decode()
    assert "one-time-code" in shown
    assert Placement.objects.get().order.status == "confirmed"

    answer = buyer.post(page, {"code": " ".join(sent())})
    assert answer.status_code == 302
    assert PhoneCode.objects.get().how == "code"
    order = buyer.get(answer["Location"]).content.decode()
    assert "/phone?" not in order
    assert buyer.get(page).status_code == 302
    assert take(pack, called="") == 302
    assert AuditEntry.objects.filter(what="order.phone_proved").count() == 1
    assert hands.broken() == []


def test_without_the_code_the_cooperative_calls_before_it_takes_the_order(pack):
    buy(pack)
    part = SellerOrder.objects.get()
    seller = hands.member(part.cooperative)
    assert 'name="called"' in hands.page(seller, part)
    assert "checked" not in seller.get("/sell/orders/").content.decode().partition("<tbody>")[2]

    assert take(pack, called="") == 409
    assert hands.state(part) == "to_confirm"
    assert take(pack, called="1") == 302
    row = PhoneCode.objects.get()
    assert (row.how, row.by is not None) == ("call", True)
    assert hands.broken() == []


def test_taking_many_at_once_leaves_those_to_be_called(pack):
    buy(pack)
    part = SellerOrder.objects.get()
    seller = hands.member(part.cooperative)
    answer = seller.post("/sell/orders/accept/", {"order": [part.number]}, follow=True)
    assert part.number in answer.content.decode()
    assert hands.state(part) == "to_confirm"


def test_wrong_codes_are_counted_and_another_code_may_be_sent(pack):
    buyer, page = buy(pack)
    code = sent()
    for _ in range(4):
        assert buyer.post(page, {"code": wrong(code)}).status_code == 422
    assert buyer.post(page, {"code": "12"}).status_code == 422
    assert PhoneCode.objects.get().tries == 4
    assert buyer.post(page, {"code": wrong(code)}).status_code == 422
    assert buyer.post(page, {"code": code}).status_code == 422  # too late now
    assert not PhoneCode.objects.get().is_proved

    again = page.replace("/phone?", "/phone/again?")
    buyer.post(again)
    assert PhoneCode.objects.get().sent == 1  # not within the first minute
    with clock.moved_to(clock.now() + dt.timedelta(minutes=2)):
        buyer.post(again)
    fresh = sent()
    assert buyer.post(page, {"code": fresh}).status_code == 302
    assert PhoneCode.objects.get().is_proved


def test_three_codes_are_enough(pack):
    buyer, page = buy(pack)
    for minutes in (2, 4, 6, 8):
        with clock.moved_to(clock.now() + dt.timedelta(minutes=minutes)):
            buyer.post(page.replace("/phone?", "/phone/again?"))
    assert PhoneCode.objects.get().sent == 3
    assert "/phone/again" not in buyer.get(page).content.decode()


def test_nobody_can_fill_a_stranger_s_phone_with_codes(pack):
    for _ in range(6):
        buyer, page = buy(pack)
    outbox.drain()

    assert SentLetter.objects.filter(template="account/order_code").count() == 5
    assert not PhoneCode.objects.latest("pk").may_be_sent_again
    buyer.post(page.replace("/phone?", "/phone/again?"))
    outbox.drain()
    assert SentLetter.objects.filter(template="account/order_code").count() == 5
    assert take(pack, called="1") == 302


def test_who_is_known_is_not_asked(pack):
    buyer, page = buy(pack)
    buyer.post(page, {"code": sent()})
    assert not buy(pack)[1]

    assert buy(pack, phone="0912 345 679")[1]
    hands.send(hands.member(pack.listing.cooperative), SellerOrder.objects.latest("pk"))
    assert not buy(pack, phone="0912 345 679")[1]


def test_who_is_signed_in_with_the_phone_is_not_asked_at_all(pack):
    person = factories.user(phone="+84912345678", phone_verified_at=clock.now())
    client = Client()
    client.force_login(person)
    rules.change("cod.code_above", 0, valid_from=clock.local_day(), source="Test")
    assert not buy(pack, client=client)[1]


def test_above_the_limit_everybody_else_is_asked(pack):
    buyer, page = buy(pack)
    buyer.post(page, {"code": sent()})
    rules.change("cod.code_above", 10_000, valid_from=clock.local_day(), source="Test")
    assert buy(pack)[1]


def test_a_market_may_do_without_codes(pack):
    rules.change("cod.code_first", 0, valid_from=clock.local_day(), source="Test")
    assert not buy(pack)[1]
    assert take(pack, called="") == 302


def test_an_order_changed_to_cash_is_asked_as_well(pack):
    buyer = Client()
    buying.fill(buyer, pack)
    page = buying.place(buyer, channel="vietqr")["Location"]
    assert not PhoneCode.objects.exists()
    answer = buyer.post(page.replace("/pay?", "/pay/ways?"), {"channel": "cod"})
    assert asked(buyer, answer["Location"])
    assert PhoneCode.objects.count() == 1


def test_strangers_see_nothing_of_it_and_other_orders_have_none(pack):
    _buyer, page = buy(pack)
    assert Client().get(page.partition("?")[0]).status_code == 404
    assert Client().post(page.partition("?")[0], {"code": "123456"}).status_code == 404
    buyer = Client()
    buying.fill(buyer, pack)
    paid = buying.place(buyer, channel="vietqr")["Location"]
    assert buyer.get(paid.replace("/pay?", "/phone?")).status_code == 404
    assert buyer.post(paid.replace("/pay?", "/phone/again?")).status_code == 404


def test_an_app_proves_the_phone_as_well(pack):
    buy(pack)
    placement = Placement.objects.get()
    address = f"/api/v1/orders/{placement.order.number}"
    head = {"Order-Token": placement.token}
    app = Client()
    assert app.get(address, headers=head).json()["phone_code"] == {
        "proved": False,
        "can_send_again": True,
    }
    code = sent()

    def post(path: str, body: dict[str, str]) -> int:
        kind = "application/json"
        return int(app.post(address + path, body, content_type=kind, headers=head).status_code)

    assert post("/phone-code/send", {}) == 409
    assert post("/phone-code", {"code": "x"}) == 422
    assert post("/phone-code", {"code": wrong(code)}) == 422
    assert post("/phone-code", {"code": code}) == 200
    assert app.get(address, headers=head).json()["phone_code"]["proved"] is True


@pytest.mark.django_db(transaction=True)
def test_the_code_and_the_call_at_the_same_moment_prove_it_once():
    pack = factories.pack(factories.cooperative(owner=factories.user()))
    buy(pack)
    code, number = sent(), Placement.objects.get().order.number
    part, worker = SellerOrder.objects.get(), factories.user()

    def at_once(*steps: Callable[[], object]) -> None:
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

    at_once(
        lambda: phonecodes.prove(number, code),
        lambda: accepting.accept(part.pk, called=True, by=worker),
        lambda: phonecodes.prove(number, code),
    )
    assert PhoneCode.objects.get().is_proved
    assert AuditEntry.objects.filter(what="order.phone_proved").count() == 1
    assert hands.state(part) == "confirmed"
