"""From the QR code to the booked order, through the bank's message over HTTP."""

from __future__ import annotations

import datetime as dt

import pytest

from marketplace.records import clock
from payments import attempts, bank, incidents, invoicing, memos
from payments.models import (
    Attempt,
    BankTransaction,
    GatewayTransaction,
    Incident,
    Invoice,
    Message,
)
from payments.outcomes import OutcomeKind
from payments.reconciling import reconcile
from payments.signals import booked
from tests.payments.conftest import TOTAL, ask, make_invoice
from tests.payments.sending import post, transfer

pytestmark = pytest.mark.django_db
TAKEN = b'{"success": true}'
REFUSED = b'{"success": false}'


def due() -> list[tuple[str, int]]:
    """What is due for refund: why and how much."""
    rows = Incident.objects.filter(kind="refund_due").exclude(state="withdrawn").order_by("pk")
    return list(rows.values_list("reason", "amount"))


def test_right_transfer_pays_the_invoice(attempt, told):
    answer = post(transfer(attempt.memo, TOTAL))

    assert (answer.status_code, answer.content) == (200, TAKEN)
    assert answer["Content-Type"] == "application/json"
    attempt.refresh_from_db()
    assert (attempt.state, attempt.received) == ("captured", TOTAL)
    assert Invoice.objects.get().covered_at is not None
    assert [(o.kind, o.amount, o.missing, o.is_paid) for o in told] == [("paid", TOTAL, 0, True)]
    assert due() == []


def test_code_carries_amount_account_and_memo(attempt, settings):
    assert attempt.show == {
        "payload": attempt.show["payload"],
        "bank_bin": "970436",
        "bank": "Vietcombank",
        "account": settings.VIETQR_ACCOUNT,
        "account_name": settings.VIETQR_ACCOUNT_NAME,
        "amount": TOTAL,
        "memo": attempt.memo,
    }
    assert attempt.memo.startswith("SL")
    assert len(attempt.memo) == 10
    assert attempt.state == "pending"


def test_same_key_is_the_same_attempt(invoice):
    assert ask(invoice.reference, "key").pk == ask(invoice.reference, "key").pk
    assert Attempt.objects.count() == 1


@pytest.mark.parametrize(
    "written",
    [
        "{0}",
        "{0} ",
        "{lower}",
        "MBVCB.3278907687.{0}.CT tu 0123 NGUYEN VAN A",
        "{2} {3}-{4}",
        "thanh toán đơn {0} cảm ơn chợ",
        "IBFT{0}IBFT",
    ],
)
def test_code_is_found_as_banks_write_it(attempt, told, written):
    memo = attempt.memo
    text = written.format(memo, memo, memo[:2], memo[2:6], memo[6:], lower=memo.lower())

    post(transfer(text, TOTAL))

    assert [outcome.kind for outcome in told] == ["paid"]


@pytest.mark.parametrize("field", ["code", "description"])
def test_code_is_found_where_the_content_lacks_it(attempt, told, field):
    post(transfer("chuyen tien", TOTAL, **{field: attempt.memo}))

    assert [outcome.kind for outcome in told] == ["paid"]


def test_underpaid_asks_for_the_rest_under_the_same_code(attempt, told):
    post(transfer(attempt.memo, 700_000))

    attempt.refresh_from_db()
    assert (attempt.state, attempt.received) == ("pending", 700_000)
    assert (attempt.show["amount"], attempt.show["memo"]) == (53_000, attempt.memo)
    assert "540553000" in attempt.show["payload"]
    assert [(o.kind, o.missing) for o in told] == [("underpaid", 53_000)]

    post(transfer(attempt.memo, 53_000))

    attempt.refresh_from_db()
    assert (attempt.state, attempt.received) == ("captured", TOTAL)
    assert [outcome.kind for outcome in told] == ["underpaid", "paid"]
    assert due() == []


def test_overpaid_is_paid_and_the_rest_goes_back(attempt, told):
    post(transfer(attempt.memo, TOTAL + 1000))

    attempt.refresh_from_db()
    assert (attempt.state, attempt.received) == ("captured", TOTAL)
    assert [(o.kind, o.is_paid) for o in told] == [("overpaid", True)]
    assert due() == [("overpaid", 1000)]


def test_second_transfer_for_a_paid_invoice_goes_back_whole(attempt, told):
    post(transfer(attempt.memo, TOTAL))
    post(transfer(attempt.memo, TOTAL))

    assert [outcome.kind for outcome in told] == ["paid", "duplicate"]
    assert due() == [("duplicate_payment", TOTAL)]
    assert Attempt.objects.get().received == TOTAL


def test_two_attempts_both_paid_are_one_order_and_one_refund(invoice, told):
    first, second = ask(key="first"), ask(key="second")

    post(transfer(first.memo, TOTAL))
    post(transfer(second.memo, TOTAL))

    assert [outcome.kind for outcome in told] == ["paid", "duplicate"]
    assert due() == [("duplicate_payment", TOTAL)]
    assert list(Attempt.objects.order_by("pk").values_list("state", "received")) == [
        ("captured", TOTAL),
        ("cancelled", 0),
    ]


def test_second_attempt_asks_for_what_is_missing_only(attempt):
    post(transfer(attempt.memo, 700_000))

    assert ask(key="second").amount == 53_000


def test_covered_invoice_cannot_be_asked_for_again(attempt):
    post(transfer(attempt.memo, TOTAL))

    with pytest.raises(attempts.NothingToPay):
        ask(key="second")


def test_money_for_a_closed_invoice_goes_back(attempt, told):
    invoicing.close(attempt.invoice.reference, reason="expired")

    answer = post(transfer(attempt.memo, TOTAL))

    assert answer.status_code == 200
    attempt.refresh_from_db()
    assert (attempt.state, attempt.received) == ("expired", 0)
    assert [outcome.kind for outcome in told] == ["late"]
    assert due() == [("late_payment", TOTAL)]


def test_late_money_revives_an_order_whose_stock_is_free(attempt, told):
    invoicing.close(attempt.invoice.reference, reason="expired")

    def revive(sender, invoice, outcome, **_):
        if outcome.kind == OutcomeKind.LATE:
            invoicing.reopen(invoice.reference)

    booked.connect(revive)
    try:
        post(transfer(attempt.memo, TOTAL))
    finally:
        booked.disconnect(revive)

    attempt.refresh_from_db()
    assert (attempt.state, attempt.received) == ("captured", TOTAL)
    assert [outcome.kind for outcome in told] == ["late", "paid"]
    assert due() == []
    assert Invoice.objects.get().state == "open"


def test_part_payment_goes_back_when_the_order_expires(attempt):
    post(transfer(attempt.memo, 100_000))

    invoicing.close(attempt.invoice.reference, reason="expired")
    invoicing.close(attempt.invoice.reference, reason="expired")

    assert due() == [("closed_with_money", 100_000)]


def test_refund_paid_out_forbids_reviving(attempt, django_user_model):
    staff = django_user_model.objects.create(email="staff@example.vn")
    post(transfer(attempt.memo, 100_000))
    invoicing.close(attempt.invoice.reference, reason="expired")
    incidents.settle(Incident.objects.get().pk, by=staff, note="sent back by transfer")

    with pytest.raises(invoicing.ReopenRefused):
        invoicing.reopen(attempt.invoice.reference)

    assert Invoice.objects.get().state == "closed"


def test_money_after_the_attempt_expired_counts_while_the_order_waits(invoice, told):
    with clock.moved_to(clock.now() - dt.timedelta(hours=1)):
        attempt = ask(invoice.reference)

    assert reconcile().expired == 1
    assert Attempt.objects.get().state == "expired"

    post(transfer(attempt.memo, TOTAL))

    assert Attempt.objects.get().state == "captured"
    assert [outcome.kind for outcome in told] == ["paid"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [("mua nhan", "no_code"), ("{cut}", "no_code"), ("{wrong}", "no_code"), ("{two}", "several_codes")],
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
