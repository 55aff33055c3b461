"""Who is written to while an order goes its way, and in which language."""

import pytest
from django.core import mail
from django.test import Client
from oscar.apps.order.models import Order

from catalog.cooperatives.models import Membership
from catalog.listings.models import Pack
from marketplace.records import outbox
from tests import factories
from tests.catalog import buying
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db


@pytest.fixture
def pack() -> Pack:
    """A pack with ten units."""
    return factories.pack(units=10)


def letters() -> list[tuple[str, str, str]]:
    """To whom, under which subject and with which words the letters since the last look went."""
    outbox.drain()
    told = [(letter.to[0], letter.subject, letter.body) for letter in mail.outbox]
    mail.outbox.clear()
    return told


def bought_in(language: str, pack: Pack) -> Order:
    """An order for cash, placed on the pages of a language."""
    client = Client()
    buying.fill(client, pack)
    prefix = "/en" if language == "en" else ""
    client.post(f"{prefix}/checkout/", {**buying.address(), "step": "price"})
    page = client.get(f"{prefix}/checkout/").content.decode()
    client.post(f"{prefix}/checkout/", buying.form(page, channel="cod"))
    return Order.objects.get()


@pytest.mark.parametrize(
    ("language", "hello", "page"),
    [("vi", "Nguyễn Minh Thu", "/o/"), ("en", "Hello Nguyễn Minh Thu", "/en/o/")],
)
def test_the_buyer_hears_once_that_the_parcel_is_on_its_way(
    pack: Pack, language: str, hello: str, page: str
) -> None:
    order = bought_in(language, pack)
    part = hands.parcel(order)
    seller = hands.member(pack.listing.cooperative)
    letters()

    hands.pack(seller, part)
    assert letters() == []

    for _ in range(2):
        hands.tap(seller, part, "ship", tracking="VTP 123")
    ((to, _subject, words),) = letters()

    assert to == "thu@example.vn"
    assert hello in words
    assert "VTP 123" in words
    assert f"http://testserver{page}{order.number}?token=" in words or (
        f"{page}{order.number}?token={order.placement.token}" in words
    )

    hands.tap(seller, part, "deliver")
    assert letters() == []


def test_owners_and_sellers_are_asked_to_accept_but_no_packer(pack: Pack) -> None:
    cooperative = pack.listing.cooperative
    people = {role: factories.user() for role in Membership.Role.values}
    for role, user in people.items():
        factories.member(cooperative, user, role)
    people["seller"].language = "en"
    people["seller"].save()

    order = hands.ordered(pack)
    told = {to: (subject, words) for to, subject, words in letters()}

    number = hands.parcel(order).number
    assert set(told) == {"thu@example.vn", people["owner"].email, people["seller"].email}
    assert number in told[people["owner"].email][1]
    assert "/en/sell/orders/" in told[people["seller"].email][1]
    assert told[people["seller"].email][1].startswith("A new order for")


def test_who_accepted_already_is_not_asked(pack: Pack) -> None:
    seller = hands.member(pack.listing.cooperative)
    part = hands.parcel(hands.ordered(pack))
    hands.tap(seller, part, "accept")

    assert [to for to, _subject, _words in letters()] == ["thu@example.vn"]


def test_every_letter_that_is_posted_is_read_by_somebody(pack: Pack) -> None:
    seller = hands.member(pack.listing.cooperative)
    hands.send(seller, hands.parcel(hands.ordered(pack, channel="vietqr")))
    outbox.drain()

    assert outbox.waiting().count() == 0
    assert hands.broken() == []
