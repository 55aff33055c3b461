"""The same news many times at once, and two ways at once: booked exactly once, on PostgreSQL."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections, transaction

from marketplace.records import clock
from payments import bank, inbox, invoicing
from payments.channels import FEEDS
from payments.channels.base import Kind, Notice, RawRequest, Result
from payments.models import Attempt, BankTransaction, GatewayTransaction, Incident, Match, Message
from payments.reconciling import reconcile
from tests.payments.conftest import TOTAL, ask, broken, make_invoice
from tests.payments.sending import post, signature, transfer

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*deeds: Callable[[], object]) -> list[object]:
    """Run deeds in threads that start together, each on its own connection."""
    gate = Barrier(len(deeds))

    def run(deed: Callable[[], object]) -> object:
        try:
            gate.wait(timeout=20)
            return deed()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return [future.result() for future in [pool.submit(run, deed) for deed in deeds]]


def test_twenty_copies_of_one_message_are_booked_once(told):
    make_invoice()
    attempt = ask()
    body = transfer(attempt.memo, TOTAL)

    answers = at_once(*[lambda: post(body).content] * 20)

    assert answers == [b'{"success": true}'] * 20
    assert [outcome.kind for outcome in told] == ["paid"]
    assert (Message.objects.count(), BankTransaction.objects.count()) == (1, 1)
    assert (Match.objects.count(), GatewayTransaction.objects.count()) == (1, 1)
    assert Attempt.objects.get().received == TOTAL
    assert broken() == []


def test_ten_transfers_at_once_count_each_once(told):
    make_invoice()
    attempt = ask()
    bodies = [transfer(attempt.memo, 100_000) for _ in range(10)]

    at_once(*[lambda body=body: post(body) for body in bodies])

    assert Attempt.objects.get().received == TOTAL
    assert GatewayTransaction.objects.count() == 10
    assert sorted(Incident.objects.values_list("reason", "amount")) == [
        ("duplicate_payment", 100_000),
        ("duplicate_payment", 100_000),
        ("overpaid", 47_000),
    ]
    assert (
        sorted(outcome.kind for outcome in told)
        == ["duplicate"] * 2 + ["overpaid"] + ["underpaid"] * 7
    )
    assert broken() == []


def test_two_attempts_paid_at_once_are_one_order(told):
    make_invoice()
    memos = [ask(key="one").memo, ask(key="two").memo]

    at_once(*[lambda memo=memo: post(transfer(memo, TOTAL)) for memo in memos])

    assert sorted(outcome.kind for outcome in told) == ["duplicate", "paid"]
    assert list(Incident.objects.values_list("reason", "amount")) == [("duplicate_payment", TOTAL)]
    assert broken() == []


def test_same_transfer_by_two_ways_at_once_is_booked_once(told):
    make_invoice()
    attempt = ask()
    told_by = [
        Notice(
            provider=provider,
            external_id="1",
            kind=Kind.BANK_IN,
            amount=TOTAL,
            occurred_at=clock.now(),
            account=attempt.show["account"],
            bank_reference="MBVCB.3278907687",
            memos=(attempt.memo,),
        )
        for provider in ("sepay", "statement")
    ]

    answers = at_once(*[lambda notice=notice: bank.take(notice) for notice in told_by])

    assert answers == [Result.TAKEN, Result.TAKEN]
    assert [outcome.kind for outcome in told] == ["paid"]
    assert sorted(BankTransaction.objects.values_list("state", flat=True)) == ["copy", "matched"]
    assert Incident.objects.count() == 0
    assert broken() == []


def test_expiry_and_payment_at_once_never_lose_money(told):
    make_invoice()
    attempt = ask()

    at_once(
        lambda: post(transfer(attempt.memo, TOTAL)),
        lambda: invoicing.close(attempt.invoice.reference, reason="expired"),
    )

    assert list(Incident.objects.values_list("amount", flat=True)) == [TOTAL]
    assert [outcome.kind for outcome in told] in (["paid"], ["late"])
    assert broken() == []


def test_one_key_from_many_tabs_is_one_attempt():
    make_invoice()

    started = at_once(*[lambda: ask(key="one").pk] * 8)

    assert len(set(started)) == 1
    assert Attempt.objects.count() == 1


def test_message_waits_while_the_invoice_is_locked_and_is_booked_after(told):
    """A webhook may not wait for ever: it asks the bank to tell again, and loses nothing."""
    make_invoice()
    attempt = ask()
    body = transfer(attempt.memo, TOTAL)
    inbox.BUDGET_MS, usual = 300, inbox.BUDGET_MS
    try:
        with transaction.atomic():
            invoicing.lock(attempt.invoice.reference)
            (answer,) = at_once(lambda: post(body))
        again = post(body)
    finally:
        inbox.BUDGET_MS = usual

    assert (answer.status_code, again.status_code) == (503, 200)
    assert [outcome.kind for outcome in told] == ["paid"]
    assert Message.objects.get().tries == 2


def test_message_stored_and_not_worked_through_is_found_again(told):
    """A process killed between storing and booking leaves the row; the next round books it."""
    make_invoice()
    attempt = ask()
    with clock.moved_to(clock.now() - dt.timedelta(minutes=1)):
        stamp = str(int(clock.now().timestamp()))
        raw = json.dumps(transfer(attempt.memo, TOTAL)).encode()
        request = RawRequest(
            raw,
            {
                "x-sepay-timestamp": stamp,
                "x-sepay-signature": signature(raw, stamp, "sandbox-sepay-webhook-secret"),
            },
            clock.now(),
        )
        (notice,) = FEEDS["sepay"].read(request)
        inbox.keep(notice, request)

    first, second = reconcile(), reconcile()

    assert (first.processed, second.processed) == (1, 0)
    assert [outcome.kind for outcome in told] == ["paid"]
    assert broken() == []


def test_database_refuses_what_must_not_be():
    make_invoice()
    attempt = ask()

    with pytest.raises(Exception, match="attempt_credits_what_it_asked_at_most"):
        Attempt.objects.filter(pk=attempt.pk).update(received=TOTAL + 1)
    with pytest.raises(Exception, match="attempt_captured_with_money"):
        Attempt.objects.filter(pk=attempt.pk).update(state="captured")
    with pytest.raises(Exception, match="attempt_state_is_known"):
        Attempt.objects.filter(pk=attempt.pk).update(state="paid")
    assert connection.is_usable()
