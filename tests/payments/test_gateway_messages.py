"""What VNPAY, MoMo and ZaloPay tell us is booked once, or answered so that they tell it again."""

from __future__ import annotations

import datetime as dt
import logging
import threading

import pytest
from django.db import connections
from django.test import Client

from marketplace.records import clock
from payments import reconciling
from payments.models import Attempt, GatewayTransaction, Incident, Message
from tests.payments import telling
from tests.payments.conftest import TOTAL, ask, broken, make_invoice
from tests.payments.telling import PROVIDERS, message, post, said

pytestmark = pytest.mark.django_db

OK = b'{"RspCode":"00","Message":"Confirm Success"}'
AGAIN = b'{"RspCode":"02","Message":"Order already confirmed"}'
NOT_FOUND = b'{"RspCode":"01","Message":"Order not found"}'
OTHER_SUM = b'{"RspCode":"04","Message":"Invalid amount"}'
FORGED = b'{"RspCode":"97","Message":"Invalid signature"}'
SUCCESS = b'{"return_code":1,"return_message":"success"}'

TAKEN = {
    "vnpay": (200, OK),
    "momo": (204, b""),
    "zalopay": (200, SUCCESS),
    "card": (200, b""),
}
REPLAYED = TAKEN | {"vnpay": (200, AGAIN)}
UNKNOWN = {
    "vnpay": (200, NOT_FOUND),
    "momo": (503, b""),
    "zalopay": (200, b'{"return_code":0,"return_message":"not found yet"}'),
    "card": (503, b""),
}
REFUSED = {
    "vnpay": (200, FORGED),
    "momo": (401, b""),
    "zalopay": (200, b'{"return_code":-1,"return_message":"mac not equal"}'),
    "card": (400, b""),
}
WRONG_SUM = TAKEN | {"vnpay": (200, OTHER_SUM)}


@pytest.fixture(params=(*PROVIDERS, "card"))
def provider(request) -> str:
    """Each provider in turn."""
    return str(request.param)


@pytest.fixture
def asked(invoice, provider) -> Attempt:
    """An invoice that is to be paid on the provider's page."""
    return ask(invoice.reference, channel=provider)


def state(attempt: Attempt) -> tuple[str, int]:
    """Where it stands and what it received."""
    attempt.refresh_from_db()
    return attempt.state, attempt.received


def incidents() -> list[tuple[str, int]]:
    """What staff are asked to look at."""
    return list(Incident.objects.order_by("pk").values_list("kind", "amount"))


def test_money_is_booked_and_the_shop_told(provider, asked, told):
    assert said(post(provider, message(provider, asked))) == TAKEN[provider]

    assert state(asked) == ("captured", TOTAL)
    assert [outcome.kind for outcome in told] == ["paid"]
    assert broken() == []


def test_the_same_message_again_is_answered_as_one_knows(provider, asked, told):
    body = message(provider, asked)
    post(provider, body)

    for _ in range(3):
        assert said(post(provider, body)) == REPLAYED[provider]
    assert state(asked) == ("captured", TOTAL)
    assert len(told) == GatewayTransaction.objects.count() == Message.objects.count() == 1


def test_another_sum_books_nothing_and_staff_look_at_it(provider, asked, told):
    body = message(provider, asked, less=1)

    for _ in range(2):
        assert said(post(provider, body)) == WRONG_SUM[provider]
    assert state(asked) == ("created", 0)
    assert incidents() == [("other_sum", TOTAL - 1)]
    assert told == []


def test_an_unknown_reference_is_kept_and_asked_for_again(provider, asked):
    body = message(provider, asked)
    memo = asked.memo
    Attempt.objects.filter(pk=asked.pk).update(memo="SLNOTYET")

    assert said(post(provider, body)) == UNKNOWN[provider]
    assert Message.objects.get().error == "unknown_reference"
    Attempt.objects.filter(pk=asked.pk).update(memo=memo)
    assert said(post(provider, body)) == TAKEN[provider]
    assert state(asked) == ("captured", TOTAL)


def test_a_reference_nobody_ever_knew_waits_for_staff_after_a_day(provider, asked):
    body = message(provider, asked)
    Attempt.objects.filter(pk=asked.pk).update(memo="SLNOTYET", next_poll_at=None)
    post(provider, body)

    with clock.moved_to(clock.now() + dt.timedelta(hours=25)):
        reconciling.reconcile()
        reconciling.reconcile()

    assert incidents() == [("orphan", TOTAL)]
    assert Message.objects.get().error == "given_up"


def test_a_message_for_another_merchant_is_not_ours(provider, asked, settings):
    body = message(provider, asked)
    settings.VNPAY_TMN_CODE, settings.MOMO_PARTNER_CODE = "OTHER001", "OTHER"
    settings.ZALOPAY_APP_ID, settings.STRIPE_SECRET_KEY = "953", "sk_live_x"

    answer = post(provider, body)

    assert said(answer) == UNKNOWN[provider]
    assert state(asked)[1] == 0


def test_a_forged_message_leaves_one_line_and_nothing_else(provider, asked, caplog):
    caplog.set_level(logging.INFO, logger="payments.inbox")
    body = message(provider, asked)
    if provider == "vnpay":
        answer = Client().get(f"{telling.VNPAY}?{telling.vnpay_query(body)[:-1]}x")
    elif provider == "momo":
        answer = post(provider, body | {"transId": 1})
    elif provider == "card":
        answer = telling.card(body, secret="whsec_of_somebody_else")
    else:
        answer = post(provider, body | {"data": body["data"].replace("38", "39")})

    assert said(answer) == REFUSED[provider]
    assert Message.objects.count() == 0
    assert state(asked) == ("created", 0)
    assert len([r for r in caplog.records if r.name == "payments.inbox"]) == 1


def test_both_secrets_count_while_one_is_exchanged(provider, asked, settings):
    body = message(provider, asked)
    for name in ("VNPAY_HASH_SECRET", "MOMO_SECRET_KEY", "ZALOPAY_KEY2"):
        setattr(settings, name, f"quite-new,{getattr(settings, name)}")
    if provider == "card":
        old = settings.STRIPE_WEBHOOK_SECRET
        settings.STRIPE_WEBHOOK_SECRET = f"quite-new,{old}"
        answer = telling.card(body, secret=old)
    elif provider == "vnpay":
        old = settings.VNPAY_HASH_SECRET.split(",")[1]
        settings.VNPAY_HASH_SECRET = old
        query = telling.vnpay_query(body)
        settings.VNPAY_HASH_SECRET = f"quite-new,{old}"
        answer = Client().get(f"{telling.VNPAY}?{query}")
    else:
        answer = post(provider, body)

    assert said(answer) == TAKEN[provider]
    assert state(asked) == ("captured", TOTAL)


def test_money_after_the_end_is_never_turned_away(provider, asked, told):
    body = message(provider, asked)
    with clock.moved_to(clock.now() + dt.timedelta(minutes=31)):
        Attempt.objects.update(next_poll_at=None)
        reconciling.reconcile()
        assert state(asked) == ("expired", 0)

        assert said(post(provider, body)) == TAKEN[provider]

    assert state(asked) == ("captured", TOTAL)


def test_two_providers_paid_for_one_invoice_are_one_payment_and_one_refund(invoice, told):
    one, two = (ask(invoice.reference, key=name, channel=name) for name in ("vnpay", "momo"))

    assert said(post("vnpay", message("vnpay", one))) == TAKEN["vnpay"]
    assert said(post("momo", message("momo", two))) == TAKEN["momo"]

    assert incidents() == [("refund_due", TOTAL)]
    assert [outcome.kind for outcome in told] == ["paid", "duplicate"]
    assert broken() == []


@pytest.mark.parametrize(
    ("code", "ended", "reason"),
    [
        ("24", "cancelled", "given_up"),
        ("51", "failed", "not_enough_money"),
        ("11", "expired", "too_late"),
    ],
)
def test_a_failure_at_vnpay_is_noted_and_money_may_still_come(invoice, code, ended, reason):
    attempt = ask(invoice.reference, channel="vnpay")

    assert said(telling.vnpay(telling.vnpay_fields(attempt, code=code))) == (200, OK)
    assert state(attempt) == (ended, 0)
    assert attempt.reason == reason
    assert said(telling.vnpay(telling.vnpay_fields(attempt))) == (200, OK)
    assert state(attempt) == ("captured", TOTAL)


def test_two_failures_in_a_row_are_two_messages_and_no_changed_one(invoice):
    attempt = ask(invoice.reference, channel="vnpay")
    for code in ("24", "51", "13"):
        assert said(telling.vnpay(telling.vnpay_fields(attempt, code=code))) == (200, OK)

    assert Message.objects.count() == 3
    assert Incident.objects.count() == 0


def test_a_failure_after_the_money_changes_nothing(invoice):
    attempt = ask(invoice.reference, channel="momo")
    telling.momo(telling.momo_fields(attempt))

    assert telling.momo(telling.momo_fields(attempt, code=1006)).status_code == 204
    assert state(attempt) == ("captured", TOTAL)


@pytest.mark.parametrize("code", [1000, 7000, 7002, 99, -1, 31337])
def test_a_code_of_momo_that_decides_nothing_ends_nothing(invoice, code):
    attempt = ask(invoice.reference, channel="momo")

    assert telling.momo(telling.momo_fields(attempt, code=code)).status_code == 204
    assert state(attempt) == ("created", 0)


def test_money_held_for_fraud_is_not_booked_and_staff_look_at_it(invoice, told):
    attempt = ask(invoice.reference, channel="vnpay")

    assert said(telling.vnpay(telling.vnpay_fields(attempt, code="07"))) == (200, OK)
    assert state(attempt) == ("created", 0)
    assert attempt.reason == "held"
    assert incidents() == [("held", TOTAL)]
    assert told == []


def test_success_of_one_code_alone_is_none(invoice):
    attempt = ask(invoice.reference, channel="vnpay")
    telling.vnpay(telling.vnpay_fields(attempt, vnp_TransactionStatus="02"))

    assert state(attempt)[1] == 0


@pytest.mark.parametrize(
    "changed",
    [
        {"vnp_Amount": "75300001"},
        {"vnp_Amount": str(TOTAL)},
        {"vnp_CurrCode": "USD"},
        {"vnp_Amount": "0"},
    ],
)
def test_parts_of_a_dong_and_other_money_are_other_sums(invoice, changed):
    attempt = ask(invoice.reference, channel="vnpay")

    assert said(telling.vnpay(telling.vnpay_fields(attempt, **changed))) == (200, OTHER_SUM)
    assert state(attempt)[1] == 0


@pytest.mark.django_db(transaction=True)
def test_twenty_copies_at_once_are_booked_once(provider):
    make_invoice()
    attempt = ask(channel=provider)
    body, answers, ready = message(provider, attempt), [], threading.Barrier(20)

    def tell() -> None:
        ready.wait()
        answers.append(said(post(provider, body)))
        connections.close_all()

    threads = [threading.Thread(target=tell) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert set(answers) <= {TAKEN[provider], REPLAYED[provider]}
    assert answers.count(TAKEN[provider]) >= 1
    assert state(attempt) == ("captured", TOTAL)
    assert GatewayTransaction.objects.count() == 1
    assert broken() == []
