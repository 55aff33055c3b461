"""A transfer nothing tells of is seen by one person, confirmed by another, and booked once."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from marketplace.people import roles
from marketplace.records import clock
from payments.models import Attempt, BankTransaction, GatewayTransaction, Receipt
from tests.payments import sending
from tests.payments.conftest import TOTAL, ask, broken, make_invoice
from tests.rules import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    """One person of every kind."""
    return people.world()


@pytest.fixture
def boss(world) -> Client:
    """Who writes it down."""
    return world.client(roles.ADMINISTRATOR)


@pytest.fixture
def other(world) -> Client:
    """Who confirms it."""
    return world.client("superuser")


@pytest.fixture
def attempt(db) -> Attempt:
    """An order asked for by transfer."""
    return ask(make_invoice().reference)


def tell(client: Client, attempt: Attempt, **changed: object) -> int:
    """Write a transfer down; the answer's status."""
    told = {"attempt": attempt.public_id, "amount": TOTAL, "reference": "FT77"}
    told |= {"day": clock.local_day().isoformat()} | changed
    address = f"/desk/money/receipts/ask/{attempt.invoice.reference}/"
    return int(client.post(address, told).status_code)


def decide(client: Client, step: str = "confirm") -> int:
    """Confirm or refuse the latest; the answer's status."""
    receipt = Receipt.objects.latest("pk")
    return int(client.post(f"/desk/money/receipts/{receipt.pk}/{step}/").status_code)


def test_two_people_confirm_a_transfer_and_the_order_is_paid(boss, other, attempt):
    assert tell(boss, attempt) == 302
    attempt.refresh_from_db()
    assert attempt.state == "pending"
    page = boss.get("/desk/money/").content.decode()
    assert attempt.invoice.reference in page

    assert decide(other) == 302
    attempt.refresh_from_db()
    assert attempt.state == "captured"
    assert broken() == []


def test_nobody_confirms_what_he_wrote_down_himself(boss, attempt):
    tell(boss, attempt)
    assert decide(boss) == 409

    assert not GatewayTransaction.objects.exists()
    receipt = Receipt.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Receipt.objects.filter(pk=receipt.pk).update(
            state="confirmed", decided_by=receipt.asked_by, decided_at=clock.now()
        )


@pytest.mark.parametrize("first", ["message", "receipt"])
def test_what_the_bank_tells_of_as_well_is_booked_once(boss, other, attempt, first):
    moment = f"{clock.now().astimezone(clock.LOCAL):%Y-%m-%d %H:%M:%S}"
    body = sending.transfer(attempt.memo, TOTAL, referenceCode="FT77", transactionDate=moment)
    tell(boss, attempt)
    if first == "message":
        sending.post(body)
        decide(other)
    else:
        decide(other)
        sending.post(body)

    assert GatewayTransaction.objects.count() == 1
    assert sorted(BankTransaction.objects.values_list("state", flat=True)) == ["copy", "matched"]
    assert broken() == []


def test_a_receipt_is_decided_once(boss, other, attempt):
    tell(boss, attempt)
    assert decide(other, "refuse") == 302
    assert decide(other) == 409
    assert not GatewayTransaction.objects.exists()
    assert tell(boss, attempt) == 302  # refused: it may be written down anew, rightly


def test_what_is_written_down_wrongly_is_refused_in_words(boss, attempt):
    future = (clock.local_day() + dt.timedelta(days=1)).isoformat()
    for wrong in ({"amount": 0}, {"reference": ""}, {"day": future}, {"day": "soon"}):
        assert tell(boss, attempt, **wrong) == 422
    address = f"/desk/money/receipts/ask/{attempt.invoice.reference}/"
    assert boss.post(address, {"attempt": "nobody"}).status_code == 404
    assert tell(boss, attempt) == 302
    assert tell(boss, attempt) == 422
    assert Receipt.objects.count() == 1


def test_what_is_not_asked_for_by_transfer_is_not_confirmed_so(boss, attempt):
    card = ask(attempt.invoice.reference, "by-card", "card")

    assert tell(boss, card) == 422
