"""A guest buys from two cooperatives and pays on a provider's page, in every way that can go."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from urllib.parse import urlsplit

import pytest
from django.test import Client
from oscar.apps.order.models import Order

from marketplace.records import clock
from payments.models import Attempt
from tests import factories
from tests.catalog import buying
from tests.journeys.visiting import Visitor
from tests.payments import practice
from tests.payments.telling import PROVIDERS

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def bank(live_server, settings) -> Iterator[str]:
    """Practice providers that know this market."""
    with practice.shared(live_server.url, settings) as address:
        yield address


@pytest.fixture(params=PROVIDERS)
def provider(request) -> str:
    """Each provider in turn."""
    return str(request.param)


def buy(channel: str) -> tuple[Visitor, Order]:
    """A guest's order of two cooperatives, and the page on which he is to pay."""
    client = Client()
    packs = [factories.pack(factories.cooperative(), price=price) for price in (89_000, 180_000)]
    buying.fill(client, *packs)
    answer = buying.place(client, channel=channel)
    assert answer.status_code == 302, answer.content.decode()[:2000]
    return Visitor(client).open(answer["Location"]), Order.objects.latest("pk")


def way_out(visitor: Visitor) -> str:
    """Where the page sends the buyer to pay."""
    (link,) = visitor.page.select('a.btn[rel="noreferrer"]')
    return str(link["href"])


def later(minutes: int) -> AbstractContextManager[None]:
    """A moment that many minutes from now."""
    return clock.moved_to(clock.now() + dt.timedelta(minutes=minutes))


def inside(address: str) -> str:
    """The market's own part of an address."""
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}"


def test_paying_there_confirms_the_order_here(bank, provider):
    visitor, order = buy(provider)
    assert "Tiếp tục đến trang thanh toán" in visitor.words

    back = practice.end(way_out(visitor))
    visitor.open(inside(back))

    order.refresh_from_db()
    assert order.status == "confirmed"
    assert visitor.address.startswith(f"/o/{order.number}/pay")
    assert "Đã nhận đủ" in visitor.words
    assert order.placement.token not in back


def test_whoever_gives_up_there_pays_otherwise_here_and_keeps_the_order(bank, provider):
    visitor, order = buy(provider)

    visitor.open(inside(practice.end(way_out(visitor), result="cancelled")))
    if provider == "zalopay":  # it tells of money alone: it has to be asked
        with later(1):
            visitor.send('form[action*="/pay/check"]')
    assert "Chưa trả được tiền" in visitor.words
    visitor.follow("Thử lại lần nữa").send("form", channel="momo")

    practice.end(way_out(visitor))
    order.refresh_from_db()
    assert order.status == "confirmed"
    assert Attempt.objects.filter(invoice__reference=order.number).count() == 2


def test_the_buyer_says_he_has_paid_and_the_provider_is_asked(bank, provider):
    visitor, order = buy(provider)
    practice.end(way_out(visitor), how="never")

    visitor.open(visitor.address)
    assert "Tiếp tục đến trang thanh toán" in visitor.words
    with later(1):
        visitor.send('form[action*="/pay/check"]')

    order.refresh_from_db()
    assert order.status == "confirmed"
    assert "Đã nhận đủ" in visitor.words


def test_whoever_comes_back_before_the_message_need_not_press_anything(bank, provider):
    visitor, order = buy(provider)
    back = practice.end(way_out(visitor), how="never")
    visitor.open(inside(back))
    assert 'http-equiv="refresh"' in str(visitor.page)

    with later(1):
        visitor.open(visitor.address)

    order.refresh_from_db()
    assert order.status == "confirmed"


@pytest.mark.parametrize("wallet", ["momo", "zalopay"])
def test_a_page_that_does_not_open_costs_neither_order_nor_patience(bank, wallet):
    practice.switch(bank, wallet, "error")
    visitor, order = buy(wallet)
    assert "Lúc này không mở được" in visitor.words

    with later(1):
        visitor.send('form[action*="/pay/check"]')
    practice.end(way_out(visitor))

    order.refresh_from_db()
    assert order.status == "confirmed"


def test_the_way_back_opens_with_its_own_key_alone(bank, provider):
    visitor, order = buy(provider)
    back = inside(practice.end(way_out(visitor), how="never"))
    path = urlsplit(back).path

    assert Client().get(path[:-1] + ("A" if path[-1] != "A" else "B")).status_code == 404
    assert Client().get(re.sub(r"/o/[^/]+", "/o/SL-0000-0000", path)).status_code == 404
    assert Client().get(f"/o/{order.number}/back/{order.placement.token}").status_code == 404
    assert Client().get(path).status_code == 302


def test_mobile_money_shows_the_code_and_says_how(bank):
    visitor, order = buy("mobile_money")

    assert "Viettel Money" in visitor.words
    attempt = Attempt.objects.get()
    practice.fetch(
        f"{bank}/transfer",
        {
            "payload": attempt.show["payload"],
            "amount": attempt.amount,
            "memo": attempt.memo,
            "how": "once",
            "delay": 0,
        },
    )
    order.refresh_from_db()
    assert order.status == "confirmed"
    assert order.placement.channel == "mobile_money"


def test_a_sum_a_way_does_not_take_is_refused_before_anything_is_placed(bank):
    client = Client()
    pack = factories.pack(factories.cooperative(), price=60_000_000)
    buying.fill(client, pack)

    page = buying.price(client)
    assert "quá lớn" in page
    answer = client.post("/checkout/", buying.form(page, channel="momo"))

    assert answer.status_code == 409
    assert Order.objects.count() == 0


def test_the_direct_flow_offers_no_way_that_pays_the_platform(bank, settings):
    settings.PAYMENT_FLOW = "direct"
    client = Client()
    buying.fill(client, factories.pack(factories.cooperative()))

    page = buying.price(client)

    assert 'value="vietqr"' in page
    assert 'value="momo"' not in page


def test_an_app_is_given_the_address_of_the_page(bank, provider):
    visitor, order = buy("vietqr")
    token = order.placement.token

    answer = visitor.client.post(
        f"/api/v1/orders/{order.number}/payments",
        {"channel": provider},
        content_type="application/json",
        headers={"Order-Token": token},
    )

    assert answer.status_code == 201
    (row,) = [row for row in answer.json()["payments"] if row["channel"] == provider]
    assert row["state"] == "pending"
    assert row["redirect_url"].startswith(bank)
