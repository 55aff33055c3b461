"""One harvest sold, end to end: two cooperatives, one stranger, one payment, two parcels."""

from __future__ import annotations

import io
from urllib.parse import urlsplit

import pytest
from django.core.management import call_command
from django.test import Client
from oscar.apps.order.models import Order

from catalog.models import Cooperative, LotBalance
from marketplace.records import outbox
from marketplace.records.models import SentLetter
from tests.catalog import buying
from tests.journeys import scanning, selling
from tests.journeys.visiting import Visitor
from tests.payments import sending

pytestmark = pytest.mark.django_db

LONGAN, MANGO = "Nhãn Sông Mã cả chùm", "Xoài tròn Yên Châu"
BOXES = {LONGAN: 2, MANGO: 1}


@pytest.fixture
def sellers() -> dict[str, Client]:
    """Two cooperatives, verified, each with its approved crop on the shelf."""
    boss = selling.signed_in(*selling.moderator())
    return {
        LONGAN: opened(boss, "in@example.vn", crop={"title": LONGAN}, form={}),
        MANGO: opened(
            boss,
            "pang@example.vn",
            crop={
                "title": MANGO,
                "category": "fresh-fruit/mango",
                "commune": "yen chau",
                "price": "120.000",
            },
            form={
                "name": "HTX Xoài Yên Châu",
                "legal_name": "Hợp tác xã Xoài Yên Châu",
                "tax_code": "5500000021",
                "commune": "Xã Yên Châu",
                "email": "pang@example.vn",
            },
        ),
    }


def opened(boss: Client, email: str, *, crop: dict[str, str], form: dict[str, str]) -> Client:
    """Apply, be verified, propose, be approved; answers the seller's browser."""
    client = selling.signed_in(selling.farmer(email))
    applied = client.post("/sell/apply/", selling.particulars(**form))
    assert (applied.status_code, applied["Location"]) == (302, "/sell/")
    selling.verify(boss, Cooperative.objects.latest("pk"))
    selling.approve(boss, selling.propose(client, **crop))
    return client


def test_one_harvest_is_sold_from_application_to_the_scan_at_the_door(
    sellers: dict[str, Client],
) -> None:
    buyer = Visitor()

    search_and_fill(buyer)
    order = check_out(buyer)
    pay(buyer, order)
    outbox.drain(limit=1000)
    for title, client in sellers.items():
        pack_and_send(client, title, of=order)
    outbox.drain(limit=1000)
    read_afterwards(buyer, order)

    every_reader_was_told_in_his_language()
    call_command("check_invariants", stdout=io.StringIO())
    assert sorted(LotBalance.objects.values_list("received", "held", "sold")) == [
        (30, 0, 1),
        (30, 0, 2),
    ]


def search_and_fill(buyer: Visitor) -> None:
    """An English reader finds both crops without marks and puts them into the basket."""
    for words, (title, boxes) in zip(("nhan song ma", "xoai tron"), BOXES.items(), strict=True):
        buyer.open("/en/").send('form[role="search"]', q=words)
        buyer.follow(title)
        assert buyer.page.select_one("h1") is not None
        buyer.send("form#buy", quantity=str(boxes))
    basket = buyer.open("/en/basket/")
    assert "from 2 cooperatives" in basket.words
    assert "298.000" in basket.words


def check_out(buyer: Visitor) -> Order:
    """Say who and where, see both deliveries priced, agree, and place the order."""
    buyer.open("/en/checkout/").send("main form", press="price", **buying.address())
    assert "Hợp tác xã Nắng Sông Mã" in buyer.words
    assert "Hợp tác xã Xoài Yên Châu" in buyer.words
    buyer.send("main form", press="place", consent="yes")
    order = Order.objects.get()
    assert order.status == "awaiting_payment"
    assert order.number in buyer.words
    return order


def pay(buyer: Visitor, order: Order) -> None:
    """Scan the code of the payment page; the bank tells the market of the transfer."""
    memo, amount = (found.get_text() for found in buyer.page.select("#pay-memo, #pay-amount")[::-1])
    assert int(amount) == order.total_incl_tax
    (code,) = scanning.picture(buyer.file("Save the code"))
    assert memo in code
    assert f"54{len(amount):02d}{amount}" in code

    told = sending.post(sending.transfer(memo, int(amount)))

    assert told.status_code == 200
    assert "We have your" in buyer.open(buyer.address).words


def pack_and_send(client: Client, title: str, *, of: Order) -> None:
    """Take the order, choose the lot, print and scan the labels, send, deliver."""
    part = of.seller_orders.get(lines__title__contains=title)
    seller = Visitor(client).open(f"/sell/orders/{part.number}/")
    assert title in seller.words

    seller.send('form[action$="/accept/"]')
    seller.send('form[action$="/pack/"]')
    labels = scanning.sheet(seller.file("PDF"))
    assert len(set(labels)) == BOXES[title]
    for label in labels:
        stranger = Visitor().open(urlsplit(label).path)
        assert title in stranger.words
        assert part.cooperative.name in stranger.words
    assert Visitor(client).open(f"/sell/orders/{part.number}/slip/").page.select(".tag svg")
    seller.send('form[action$="/ship/"]', tracking="VTP 0001")
    seller.send('form[action$="/deliver/"]')


def read_afterwards(buyer: Visitor, order: Order) -> None:
    """The order page and the receipt show each parcel, its lot and where to scan it."""
    order.refresh_from_db()
    assert order.status == "delivered"
    token = order.placement.token
    page = buyer.open(f"/en/o/{order.number}?token={token}")
    lots = {link["href"] for link in page.page.select(".tag a.code")}
    assert len(lots) == 2
    assert page.words.count("VTP 0001") == 2
    receipt = buyer.follow("Receipt")
    assert {link["href"] for link in receipt.page.select(".tag a.code")} == lots
    for lot in lots:
        assert Visitor().open(urlsplit(str(lot)).path).page.select_one("h1") is not None
    buyer.open(f"/en/o/{order.number}?token={token}").follow("Buy again")
    assert buyer.page.select_one("form#buy") is not None


def every_reader_was_told_in_his_language() -> None:
    """The buyer reads English, the cooperatives Vietnamese; nothing stays in the outbox."""
    assert (outbox.waiting().count(), outbox.dead().count()) == (0, 0)
    told = SentLetter.objects.filter(template__startswith="order_")
    assert sorted(told.values_list("to", "template", "lang")) == [
        ("in@example.vn", "order_confirm", "vi"),
        ("pang@example.vn", "order_confirm", "vi"),
        ("thu@example.vn", "order_paid", "en"),
        ("thu@example.vn", "order_received", "en"),
        ("thu@example.vn", "order_shipped", "en"),
        ("thu@example.vn", "order_shipped", "en"),
    ]
    for letter in told.filter(to="thu@example.vn"):
        assert letter.text.startswith("Hello Nguyễn Minh Thu,"), letter.text
