"""A guest who lost the letter gets the link again, and nobody else learns anything."""

import pytest
from django.core import mail
from django.test import Client

from marketplace.records import outbox
from marketplace.records.models import OutboxMessage
from tests import factories
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db
PHONE = "0912 345 678"


def ask(number: str, phone: str = PHONE, client: Client | None = None):
    """Ask for the link, and read what the next page says."""
    return (client or Client()).post("/o/", {"number": number, "phone": phone}, follow=True)


def said(answer) -> list[str]:
    """The sentences of the page."""
    return [str(message) for message in answer.context["messages"]]


def links() -> int:
    """How many letters with a link were asked for."""
    return OutboxMessage.objects.filter(topic="order.link").count()


@pytest.fixture
def order(db):
    """A guest's order."""
    return hands.ordered(factories.pack())


def test_the_link_goes_to_the_address_of_the_order(order):
    outbox.drain()
    mail.outbox.clear()

    answer = ask(order.number.lower(), "+84 912 345 678")
    outbox.drain()

    assert answer.status_code == 200
    (letter,) = mail.outbox
    assert letter.to == ["thu@example.vn"]
    assert order.number in letter.subject
    assert f"/o/{order.number}?token={order.placement.token}" in letter.body
    assert order.placement.token not in answer.content.decode()


@pytest.mark.parametrize(
    ("number", "phone"), [(None, "0987654321"), ("SL-0000-0000", PHONE), ("X", PHONE)]
)
def test_the_answer_tells_nothing(order, number, phone):
    known = ask(order.number)
    other = ask(number or order.number, phone)

    assert said(known) == said(other) != []
    assert links() == 1


def test_asking_often_sends_one_letter(order):
    for _ in range(4):
        ask(order.number)

    assert links() == 1


@pytest.mark.parametrize("number", [None, "SL-0000-0000"])
def test_trying_phones_for_one_number_is_stopped(order, number):
    answers = [ask(number or order.number, f"09876543{n:02}") for n in range(8)]

    assert [answer.status_code for answer in answers] == [200] * 5 + [429] * 3
    assert answers[-1]["Retry-After"]


@pytest.mark.parametrize(
    ("number", "phone"),
    [("", PHONE), ("SL 1", PHONE), ("' OR 1=1", PHONE), ("x" * 21, PHONE), ("SL-1", "12")],
)
def test_what_is_no_number_is_refused_in_words(db, number, phone):
    answer = ask(number, phone)

    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert links() == 0


def test_the_foot_of_pages_leads_here(client):
    assert 'href="/o/"' in client.get("/shop/").content.decode()
    assert 'href="/en/o/"' in client.get("/en/shop/").content.decode()
    assert client.get("/en/o/").status_code == 200
