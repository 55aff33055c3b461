"""From the QR code to the booked order, through the bank's message over HTTP."""

from __future__ import annotations

import datetime as dt

import pytest

from marketplace.records import clock
from payments import attempts, incidents, invoicing
from payments.models import Attempt, Incident, Invoice
from payments.outcomes import OutcomeKind
from payments.reconciling import reconcile
from payments.signals import booked
from tests.payments.conftest import TOTAL, ask
from tests.payments.sending import post, transfer

pytestmark = pytest.mark.django_db
TAKEN = b'{"success": true}'


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
