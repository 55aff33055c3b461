"""What a bank would never send: refused, nothing changed, one line in the log."""

from __future__ import annotations

import gzip
import json
import logging
import time

import pytest
from django.test import Client

from payments.models import Attempt, BankTransaction, Incident, Message
from tests.payments.conftest import TOTAL
from tests.payments.sending import ADDRESS, post, signature, transfer

pytestmark = pytest.mark.django_db
REFUSED = b'{"success": false}'


def nothing_changed() -> bool:
    """Whether no row was written and every attempt still waits."""
    rows = Message.objects.count() + BankTransaction.objects.count() + Incident.objects.count()
    return rows == 0 and set(Attempt.objects.values_list("state", "received")) <= {("pending", 0)}


@pytest.fixture
def log_lines(caplog):
    caplog.set_level(logging.INFO, logger="payments.inbox")
    return lambda: [r.getMessage() for r in caplog.records if r.name == "payments.inbox"]


@pytest.mark.parametrize(
    "headers",
    [
        {"X-SePay-Signature": ""},
        {"X-SePay-Signature": "sha256="},
        {"X-SePay-Signature": "sha256=" + "0" * 64},
        {"X-SePay-Signature": "chữ ký"},
        {"X-SePay-Timestamp": ""},
        {"X-SePay-Timestamp": "now"},
        {"X-SePay-Timestamp": "１７９５２３１８００"},
        {"X-SePay-Timestamp": "9" * 400},
        {"X-SePay-Timestamp": "-1"},
        {"X-SePay-Signature": "", "X-SePay-Timestamp": "", "Authorization": "Apikey guess"},
    ],
)
def test_message_without_the_right_signature_is_refused(attempt, headers, log_lines):
    answer = post(transfer(attempt.memo, TOTAL), headers=headers)

    assert (answer.status_code, answer.content) == (401, REFUSED)
    assert nothing_changed()
    assert len(set(log_lines())) == 1


@pytest.mark.parametrize("age", [301, 86_400, -302, -86_400])
def test_message_five_minutes_away_is_refused_both_ways(attempt, age):
    assert post(transfer(attempt.memo, TOTAL), age=age).status_code == 401
    assert nothing_changed()


@pytest.mark.parametrize("age", [0, 298, -298])
def test_message_within_five_minutes_is_taken(attempt, age):
    assert post(transfer(attempt.memo, TOTAL), age=age).status_code == 200


def test_signature_of_another_provider_or_encoding_is_refused(attempt):
    body = transfer(f"{attempt.memo} đơn", TOTAL)
    escaped = json.dumps(body).encode()
    plain = json.dumps(body, ensure_ascii=False).encode()
    now = str(int(time.time()))

    assert post(body, secret="the-secret-of-casso").status_code == 401
    answer = post(
        plain,
        headers={
            "X-SePay-Timestamp": now,
            "X-SePay-Signature": signature(escaped, now, "sandbox-sepay-webhook-secret"),
        },
    )

    assert answer.status_code == 401
    assert nothing_changed()


def test_tampered_amount_is_refused(attempt):
    body = json.dumps(transfer(attempt.memo, 1)).encode()
    now = str(int(time.time()))
    right = signature(body, now, "sandbox-sepay-webhook-secret")
    richer = body.replace(b'"transferAmount": 1,', f'"transferAmount": {TOTAL},'.encode())

    answer = post(richer, headers={"X-SePay-Timestamp": now, "X-SePay-Signature": right})

    assert answer.status_code == 401
    assert nothing_changed()


def test_both_secrets_count_while_one_is_exchanged(attempt, settings):
    settings.SEPAY_WEBHOOK_SECRET = "the-new-one,the-old-one"

    assert post(transfer(attempt.memo, 1000), secret="the-old-one").status_code == 200
    assert post(transfer(attempt.memo, 1000), secret="the-new-one").status_code == 200
    assert post(transfer(attempt.memo, 1000), secret="the-new-one,the-old-one").status_code == 401
    assert post(transfer(attempt.memo, 1000), secret="").status_code == 401


def test_without_a_secret_everything_is_refused(attempt, settings):
    settings.SEPAY_WEBHOOK_SECRET = ""

    empty_key = {"Authorization": "Apikey "}
    assert post(transfer(attempt.memo, TOTAL), secret="").status_code == 401
    assert post(transfer(attempt.memo, TOTAL), headers=empty_key).status_code == 401
    assert nothing_changed()


def test_api_key_counts_only_where_no_secret_is_kept(attempt, settings):
    key = {"Authorization": "Apikey a-key", "X-SePay-Signature": "", "X-SePay-Timestamp": ""}
    settings.SEPAY_API_KEY = "a-key"
    assert post(transfer(attempt.memo, 1000), headers=key).status_code == 401

    settings.SEPAY_WEBHOOK_SECRET = ""

    assert post(transfer(attempt.memo, 1000), secret="x", headers=key).status_code == 200


@pytest.mark.parametrize(
    "change",
    [
        {"transferAmount": 0},
        {"transferAmount": -5},
        {"transferAmount": 1.5},
        {"transferAmount": 1000.0},
        {"transferAmount": "1000"},
        {"transferAmount": "１０００"},
        {"transferAmount": True},
        {"transferAmount": None},
        {"transferAmount": [1000]},
        {"transferAmount": 10**13},
        {"id": None},
        {"id": 0},
        {"id": -1},
        {"id": "7"},
        {"id": 2**63},
        {"transferType": "IN"},
        {"transferType": None},
        {"accountNumber": None},
        {"accountNumber": ""},
        {"accountNumber": 952000000014},
        {"content": "a\x00b"},
        {"content": "a\ud800b"},
        {"content": ["SL"]},
        {"content": "x" * 1001},
        {"transactionDate": "2026-02-30 10:00:00"},
        {"transactionDate": "２０２６-11-20 10:00:00"},
        {"transactionDate": "0001-01-01 00:00:00"},
        {"transactionDate": "yesterday"},
        {"transactionDate": None},
        {"referenceCode": "x" * 101},
    ],
    ids=lambda change: json.dumps(change)[:40],
)
def test_field_that_is_not_what_it_should_be_is_refused(attempt, change, log_lines):
    body = json.dumps(transfer(attempt.memo, TOTAL) | change).encode()

    answer = post(body)

    assert (answer.status_code, answer.content) == (400, REFUSED)
    assert nothing_changed()
    assert len(log_lines()) == 1


GOOD = b'{"id":7,"transferType":"in","transferAmount":1000'
BODIES = {
    "empty": b"",
    "no json": b"transferAmount=1000",
    "no object": b"[]",
    "null": b"null",
    "cut": GOOD,
    "two objects": b"{}{}",
    "key twice": GOOD + b',"transferAmount":2000000}',
    "infinite": GOOD.replace(b"1000", b"1e400") + b"}",
    "nan": GOOD.replace(b"1000", b"NaN") + b"}",
    "infinity": GOOD.replace(b"1000", b"-Infinity") + b"}",
    "huge number": GOOD.replace(b"1000", b"9" * 5000) + b"}",
    "deep": b"[" * 10_000 + b"]" * 10_000,
    "deep inside": b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
    "not utf-8": GOOD + b',"content":"\xff\xfe"}',
    "utf-16": '{"id": 7}'.encode("utf-16"),
    "byte order mark": b"\xef\xbb\xbf{}",
    "only quotes": b'"' * 60_000,
    "backslashes": b'"' + b"\\" * 60_000,
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_body_that_cannot_be_read_is_refused_at_once(attempt, body, log_lines):
    began = time.monotonic()

    answer = post(body)

    assert (answer.status_code, answer.content) == (400, REFUSED)
    assert nothing_changed()
    assert len(log_lines()) == 1
    assert time.monotonic() - began < 2


def test_body_of_ten_megabytes_is_refused_unread(attempt, log_lines):
    answer = post(b"x" * 10_000_000)

    assert answer.status_code == 413
    assert log_lines() == ["message from sepay refused: it is longer than 64 kB"]
    assert nothing_changed()


def test_compressed_body_is_refused(attempt):
    bomb = gzip.compress(b"0" * 10_000_000)

    assert post(bomb, headers={"Content-Encoding": "gzip"}).status_code == 415
    assert nothing_changed()


@pytest.mark.parametrize("method", ["get", "put", "delete", "patch", "head", "options"])
def test_only_post_is_answered(db, method):
    assert getattr(Client(), method)(ADDRESS).status_code == 405


def test_bank_needs_no_session_and_no_form_token(attempt):
    answer = Client(enforce_csrf_checks=True).get("/payments/bank/sepay")
    assert answer.status_code == 405

    answer = post(transfer(attempt.memo, TOTAL))

    assert answer.cookies == {}
    assert "sepay" not in answer.get("Location", "")


def test_extra_fields_change_nothing(attempt, told):
    post(transfer(attempt.memo, 1000, total=TOTAL, price=TOTAL, accumulated=1.5))

    assert [outcome.amount for outcome in told] == [1000]


def test_real_money_one_dong_short_is_not_paid(attempt, told):
    post(transfer(attempt.memo, TOTAL - 1))

    assert [(outcome.kind, outcome.is_paid) for outcome in told] == [("underpaid", False)]
    assert Attempt.objects.get().state == "pending"
