"""Cash on delivery: nothing to ask, each cooperative's parcel brings its own part."""

from __future__ import annotations

import pytest

from payments import attempts, booking, invoicing, parts
from payments.channels import CHANNELS, offered
from payments.models import Attempt, GatewayTransaction, Incident, Invoice
from tests.payments.conftest import TOTAL, ask, broken
from tests.payments.sending import post, transfer

pytestmark = pytest.mark.django_db


@pytest.fixture
def cash(invoice):
    return ask(invoice.reference, channel="cod")


def test_cash_shows_nothing_and_waits(cash):
    assert CHANNELS["cod"].confirms_at_once
    assert (cash.state, cash.memo, cash.show) == ("pending", "", {})
    assert "qr" not in attempts.presentation(cash)


def test_each_parcel_brings_its_part(cash, told):
    first = booking.confirm_cash(cash.invoice.reference, "cooperative-1")
    assert (first.credited, first.missing) == (210_000, 543_000)
    assert told == []

    booking.confirm_cash(cash.invoice.reference, "cooperative-2")

    cash.refresh_from_db()
    assert (cash.state, cash.received) == ("captured", TOTAL)
    assert [(outcome.kind, outcome.channel) for outcome in told] == [("paid", "cod")]


def test_part_is_confirmed_once(cash):
    booking.confirm_cash(cash.invoice.reference, "cooperative-1")

    with pytest.raises(booking.NothingCollected):
        booking.confirm_cash(cash.invoice.reference, "cooperative-1")

    assert Attempt.objects.get().received == 210_000
    assert GatewayTransaction.objects.count() == 1


def test_order_paid_by_transfer_has_no_cash_to_confirm(attempt):
    with pytest.raises(booking.NothingCollected):
        booking.confirm_cash(attempt.invoice.reference, "cooperative-1")


def test_refused_parcels_leave_no_money_behind(cash):
    invoicing.close(cash.invoice.reference, reason="cancelled")

    with pytest.raises(booking.NothingCollected):
        booking.confirm_cash(cash.invoice.reference, "cooperative-1")

    assert Attempt.objects.get().state == "cancelled"
    assert Incident.objects.count() == 0


def test_channel_without_its_account_is_not_offered(invoice, settings):
    every = ["vietqr", "mobile_money", "vnpay", "momo", "zalopay", "card", "cod"]
    assert [channel.code for channel in offered()] == every
    settings.VIETQR_ACCOUNT = settings.VNPAY_HASH_SECRET = settings.ZALOPAY_KEY2 = ""

    assert [channel.code for channel in offered()] == ["momo", "card", "cod"]
    with pytest.raises(attempts.UnknownChannel):
        ask(invoice.reference)
    assert Attempt.objects.count() == 0


@pytest.mark.parametrize("channel", ["", "cards", "VIETQR"])
def test_unknown_channel_is_refused(invoice, channel):
    with pytest.raises(attempts.UnknownChannel):
        ask(invoice.reference, channel=channel)


def test_all_sentences_about_money_stay_true(cash):
    booking.confirm_cash(cash.invoice.reference, "cooperative-1")

    assert broken() == []


def test_dropped_part_is_asked_for_no_more(cash, told):
    booking.confirm_cash(cash.invoice.reference, "cooperative-1")

    parts.drop(cash.invoice.reference, "cooperative-2")
    parts.drop(cash.invoice.reference, "cooperative-2")

    cash.refresh_from_db()
    assert (cash.state, cash.received) == ("captured", 210_000)
    assert Invoice.objects.get().total == 210_000
    assert Invoice.objects.get().covered_at is not None
    with pytest.raises(booking.NothingCollected):
        booking.confirm_cash(cash.invoice.reference, "cooperative-2")
    assert broken() == []


def test_dropping_a_part_lowers_what_the_code_asks(attempt, told):
    parts.drop(attempt.invoice.reference, "cooperative-1")

    attempt.refresh_from_db()
    assert (attempt.amount, attempt.show["amount"]) == (543_000, 543_000)
    post(transfer(attempt.memo, TOTAL))
    assert [outcome.kind for outcome in told] == ["overpaid"]
    assert list(Incident.objects.values_list("reason", "amount")) == [("overpaid", 210_000)]
    assert broken() == []


def test_part_that_is_paid_or_last_is_not_dropped(attempt):
    post(transfer(attempt.memo, 700_000))
    with pytest.raises(parts.PartIsPaid):
        parts.drop(attempt.invoice.reference, "cooperative-2")

    invoicing.issue("SL-ONE", [invoicing.LineDraft("cooperative-1", 1000, "", "1")])
    with pytest.raises(parts.LastPart):
        parts.drop("SL-ONE", "cooperative-1")

    assert [invoice.total for invoice in Invoice.objects.order_by("pk")] == [TOTAL, 1000]
