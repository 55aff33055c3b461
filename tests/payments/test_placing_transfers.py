"""Transfers nobody can place at once, messages told twice, and what staff see of them."""

from __future__ import annotations

import datetime as dt

import pytest

from marketplace.records import clock
from payments import bank, memos, parts
from payments.models import Attempt, BankTransaction, GatewayTransaction, Incident, Message
from payments.signals import booked
from tests.payments.conftest import TOTAL, ask, make_invoice, settle_account
from tests.payments.sending import post, transfer

pytestmark = pytest.mark.django_db
TAKEN = b'{"success": true}'
REFUSED = b'{"success": false}'


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("mua nhan", "no_code"),
        ("{cut}", "no_code"),
        ("{wrong}", "no_code"),
        ("{two}", "several_codes"),
    ],
)
def test_transfer_nobody_can_place_waits_with_suggestions(attempt, told, text, reason):
    other = make_invoice("SL-2")
    second = ask(other.reference, "other")
    flipped = "0" if attempt.memo[5] != "0" else "1"
    words = {
        "cut": attempt.memo[:-2],
        "wrong": attempt.memo[:5] + flipped + attempt.memo[6:],
        "two": f"{attempt.memo} {second.memo}",
    }

    answer = post(transfer(text.format(**words), TOTAL))

    assert (answer.status_code, answer.content) == (200, TAKEN)
    row = BankTransaction.objects.get()
    assert row.state == "unmatched"
    assert list(Incident.objects.values_list("kind", "reason")) == [("unmatched", reason)]
    assert attempt in bank.suggestions(row)
    assert told == []
    assert GatewayTransaction.objects.count() == 0


def test_staff_place_a_transfer_once(attempt, told, django_user_model):
    staff = django_user_model.objects.create(email="staff@example.vn")
    post(transfer("mua nhan", TOTAL))
    row = BankTransaction.objects.get()

    bank.match(row.pk, attempt.pk, by=staff)
    with pytest.raises(bank.AlreadyPlaced):
        bank.match(row.pk, attempt.pk, by=staff)

    assert [outcome.kind for outcome in told] == ["paid"]
    assert Incident.objects.get().state == "settled"
    assert Attempt.objects.get().state == "captured"


def test_code_of_another_environment_is_kept_and_asked_for_again(db, told):
    answer = post(transfer("SL0000000" + "0", TOTAL))

    assert (answer.status_code, answer.content) == (503, REFUSED)
    assert BankTransaction.objects.get().state == "unmatched"
    assert Message.objects.get().processed_at is None
    assert told == []


def test_message_before_its_attempt_is_booked_when_told_again(invoice, told, monkeypatch):
    body = transfer("SL0000000" + "0", TOTAL)
    assert post(body).status_code == 503
    monkeypatch.setattr(memos, "fresh", lambda: "SL0000000" + "0")
    ask(invoice.reference)

    answer = post(body)

    assert answer.status_code == 200
    assert [outcome.kind for outcome in told] == ["paid"]
    assert Incident.objects.get().state == "settled"
    assert Message.objects.get().processed_at is not None


def test_money_out_and_foreign_accounts_are_put_aside(attempt, told):
    assert post(transfer(attempt.memo, TOTAL, transferType="out")).status_code == 200
    assert post(transfer("nothing", TOTAL, accountNumber="999")).status_code == 200
    assert post(transfer(attempt.memo, TOTAL, accountNumber="999")).status_code == 200

    states = list(BankTransaction.objects.order_by("pk").values_list("state", flat=True))
    assert states == ["apart", "apart", "unmatched"]
    assert Incident.objects.get().reason == "other_account"
    assert told == []
    assert Attempt.objects.get().state == "pending"


def test_same_message_again_is_answered_as_before(attempt, told):
    body = transfer(attempt.memo, TOTAL)

    answers = [post(body).content for _ in range(3)]

    assert answers == [TAKEN] * 3
    assert [outcome.kind for outcome in told] == ["paid"]
    assert GatewayTransaction.objects.count() == 1
    assert Message.objects.count() == 1


def test_same_number_with_other_content_changes_nothing(attempt, told):
    body = transfer(attempt.memo, TOTAL)
    post(body)

    assert post(body | {"transferAmount": 1}).status_code == 200

    assert [outcome.amount for outcome in told] == [TOTAL]
    assert Incident.objects.get().kind == "changed_message"


def test_listener_that_fails_undoes_the_booking(attempt):
    def fail(**_):
        raise RuntimeError("the shop is not ready")

    booked.connect(fail)
    try:
        answer = post(transfer(attempt.memo, TOTAL))
    finally:
        booked.disconnect(fail)

    assert (answer.status_code, answer.content) == (503, REFUSED)
    attempt.refresh_from_db()
    assert (attempt.state, attempt.received) == ("pending", 0)
    assert GatewayTransaction.objects.count() == 0
    assert BankTransaction.objects.count() == 0
    assert (Message.objects.get().processed_at, Message.objects.get().error) == (
        None,
        "RuntimeError",
    )


def test_what_has_the_sum_and_was_asked_for_before_is_suggested(attempt):
    cheaper = make_invoice("SL-2")
    parts.lower(cheaper.reference, "cooperative-1", {"1": 1_000}, "packed_lighter")
    other = ask(cheaper.reference, "other")
    post(transfer("mua nhan", TOTAL))
    row = BankTransaction.objects.get()
    with clock.moved_to(clock.now() + dt.timedelta(minutes=1)):
        later = ask(make_invoice("SL-3").reference, "later")

    assert list(bank.suggestions(row)) == [attempt]
    assert other.amount == later.amount - 1_000


def test_a_transfer_to_a_seller_s_own_account_waits_for_somebody_who_knows_it(db):
    post(transfer("mua nhan", 5_000, accountNumber="0952000001111"))
    settle_account("cooperative-1")
    post(transfer("mua nhan", 5_000, accountNumber="0952000001111"))
    post(transfer("mua nhan", 5_000, accountNumber=""))

    states = list(BankTransaction.objects.order_by("pk").values_list("state", flat=True))
    assert states[:2] == ["apart", "unmatched"]
    assert "unmatched" not in states[2:]
