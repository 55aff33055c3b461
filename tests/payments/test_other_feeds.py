"""Casso and payOS tell of transfers too: by their own seals, and never twice of the same money."""

from __future__ import annotations

import hashlib
import hmac
import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as market
from django.http import HttpResponse
from django.test import Client

from payments.channels import FEEDS, casso, payos
from payments.channels.base import BadSignature, RawRequest
from payments.models import Attempt, BankTransaction, Incident, Message
from tests.payments import sending
from tests.payments.conftest import TOTAL, broken

pytestmark = pytest.mark.django_db
NOTICES = Path(__file__).with_name("notices")
CASSO, PAYOS = "/payments/bank/casso", "/payments/bank/payos"


def facts(name: str) -> dict[str, Any]:
    """What others published."""
    return json.loads((NOTICES / f"{name}.json").read_text())


def casso_data(memo: str, amount: int, **other: Any) -> dict[str, Any]:
    """One transfer as Casso tells it."""
    return {
        "id": 15391223613,
        "reference": "FT26324000001",
        "description": f"{memo} chuyển/khoản",
        "amount": amount,
        "runningBalance": 25_000_000,
        "transactionDateTime": "2026-11-20 10:00:00",
        "accountNumber": market.VIETQR_ACCOUNT,
        "counterAccountName": "NGUYỄN VĂN THU",
    } | other


def tell_casso(data: dict[str, Any], key: str = "") -> HttpResponse:
    """Post it, sealed as Casso seals: the keys in order, nothing escaped."""
    body = {"error": 0, "data": data}
    text = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    key = key or market.CASSO_CHECKSUM_KEY
    seal = hmac.new(key.encode(), f"1795231800000.{text}".encode(), hashlib.sha512).hexdigest()
    headers = {"X-Casso-Signature": f"t=1795231800000,v1={seal}"}
    return Client().post(CASSO, json.dumps(body), content_type="application/json", headers=headers)


def payos_data(memo: str, amount: int, **other: Any) -> dict[str, Any]:
    """One transfer as payOS tells it."""
    return {
        "orderCode": 123,
        "amount": amount,
        "description": memo,
        "accountNumber": market.VIETQR_ACCOUNT,
        "reference": "FT26324000001",
        "transactionDateTime": "2026-11-20 10:00:00",
        "currency": "VND",
        "paymentLinkId": "124c33293c43417ab7879e14c8d9eb18",
        "code": "00",
        "counterAccountName": None,
    } | other


def tell_payos(data: dict[str, Any]) -> HttpResponse:
    """Post it, sealed as payOS seals: the fields by name."""
    text = "&".join(f"{n}={'' if data[n] is None else data[n]}" for n in sorted(data))
    key = market.PAYOS_CHECKSUM_KEY.encode()
    seal = hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
    body = {"code": "00", "success": True, "data": data, "signature": seal}
    return Client().post(PAYOS, json.dumps(body), content_type="application/json")


def raw(body: object, header: str = "") -> RawRequest:
    """A message as it came."""
    name, _, value = header.partition(": ")
    sent = json.dumps(body).encode()
    return RawRequest(sent, {name.lower(): value}, received_at=None)  # type: ignore[arg-type] # unread


def test_the_published_trial_of_casso_is_taken_and_books_nothing(settings):
    told = facts("casso")
    settings.CASSO_CHECKSUM_KEY = told["checksum_key"]

    assert casso.canonical(told["body"]) == told["signed"].partition(".")[2]
    assert FEEDS["casso"].read(raw(told["body"], told["header"])) == []
    with pytest.raises(BadSignature):
        FEEDS["casso"].read(raw(told["body"] | {"error": 1}, told["header"]))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ({"b": 1.0, "a": [True, None, -2.5]}, '{"a":[true,null,-2.5],"b":1}'),
        ({"é": "a/b", "z": "\u2028\n"}, '{"z":"\u2028\\n","é":"a/b"}'),
        ({"\U0001f600": 1, "\uff01": 2}, '{"\U0001f600":1,"\uff01":2}'),
    ],
)
def test_casso_seals_what_javascript_writes(value, written):
    assert casso.canonical(value) == written


def test_the_published_message_of_payos_is_read(settings):
    told = facts("payos")
    settings.PAYOS_CHECKSUM_KEY = told["checksum_key"]
    body = {
        "code": "00",
        "data": told["webhook"]["data"],
        "signature": told["webhook"]["signature"],
    }
    (notice,) = FEEDS["payos"].read(raw(body))

    assert (notice.external_id, notice.amount) == ("TF230204212323", 3000)
    asked = told["create_payment_request"]
    assert payos.sign(told["checksum_key"], asked["data"]) == asked["signature"]
    with pytest.raises(BadSignature):
        FEEDS["payos"].read(raw(body | {"data": body["data"] | {"amount": 30000}}))


@pytest.mark.parametrize("tell", ["casso", "payos"])
def test_a_transfer_pays_whoever_tells_of_it(attempt, told, tell):
    answer = (
        tell_casso(casso_data(attempt.memo, TOTAL))
        if tell == "casso"
        else tell_payos(payos_data(attempt.memo, TOTAL))
    )

    assert (answer.status_code, answer.content) == (200, b'{"success":true}')
    attempt.refresh_from_db()
    assert (attempt.state, attempt.received) == ("captured", TOTAL)
    assert [outcome.kind for outcome in told] == ["paid"]
    assert broken() == []


def test_three_who_tell_of_one_transfer_book_it_once(attempt, told):
    sending.post(sending.transfer(attempt.memo, TOTAL, referenceCode="FT26324000001"))
    tell_casso(casso_data(attempt.memo, TOTAL))
    tell_payos(payos_data(attempt.memo, TOTAL))

    assert [outcome.kind for outcome in told] == ["paid"]
    states = BankTransaction.objects.order_by("pk").values_list("source", "state")
    assert list(states) == [("sepay", "matched"), ("casso", "copy"), ("payos", "copy")]
    assert Incident.objects.count() == 0


def test_the_same_sum_under_another_number_from_another_teller_waits_for_staff(attempt, told):
    sending.post(sending.transfer(attempt.memo, TOTAL, referenceCode="MBVCB.1"))
    tell_casso(casso_data(attempt.memo, TOTAL))

    assert [outcome.kind for outcome in told] == ["paid"]
    waiting = BankTransaction.objects.get(source="casso")
    assert waiting.state == "unmatched"
    assert Incident.objects.get().reason == "maybe_copy"


def test_money_out_and_trials_move_nothing(attempt):
    assert tell_casso(casso_data(attempt.memo, -TOTAL)).status_code == 200
    assert tell_casso(casso_data("x", 599_000, id=0)).status_code == 200
    assert tell_payos(payos_data("VQRIO123", 3000, accountNumber="12345678")).status_code == 200
    assert tell_payos(payos_data(attempt.memo, TOTAL, code="01")).status_code == 200

    attempt.refresh_from_db()
    assert attempt.received == 0
    assert list(BankTransaction.objects.values_list("state", flat=True)) == ["apart", "apart"]


def test_a_code_nobody_knows_yet_is_kept(attempt):
    memo = attempt.memo
    Attempt.objects.filter(pk=attempt.pk).update(memo="SLNOTYET")

    assert tell_casso(casso_data(memo, TOTAL)).status_code == 503
    assert tell_payos(payos_data(memo, TOTAL, reference="FT2")).status_code == 200
    assert set(Message.objects.values_list("error", flat=True)) == {"unknown_reference"}


def test_a_forged_message_changes_nothing(attempt):
    assert tell_casso(casso_data(attempt.memo, TOTAL), key="another").status_code == 401
    no_seal = Client().post(CASSO, "{}", content_type="application/json")
    assert no_seal.status_code == 401
    body = {"data": payos_data(attempt.memo, TOTAL), "signature": "0" * 64}
    answer = Client().post(PAYOS, json.dumps(body), content_type="application/json")
    assert answer.status_code == 401
    assert Message.objects.count() == 0


@pytest.mark.parametrize("body", [b"", b"[]", b"\xff", b'{"data": 1}', b'{"data": {}}'])
def test_what_is_no_message_is_refused(db, body):
    answer = Client().post(PAYOS, body, content_type="application/json")

    assert answer.status_code in (400, 401)
    assert Message.objects.count() == 0


@pytest.mark.parametrize(
    ("door", "setting"), [(CASSO, "CASSO_CHECKSUM_KEY"), (PAYOS, "PAYOS_CHECKSUM_KEY")]
)
def test_without_its_key_a_door_believes_nobody(settings, attempt, door, setting):
    setattr(settings, setting, "")
    data = payos_data(attempt.memo, TOTAL)
    text = "&".join(f"{n}={'' if data[n] is None else data[n]}" for n in sorted(data))
    seal = hmac.new(b"", text.encode(), hashlib.sha256).hexdigest()

    body = json.dumps({"data": data, "signature": seal})
    answer = Client().post(door, body, content_type="application/json")

    assert answer.status_code == 401
    attempt.refresh_from_db()
    assert attempt.received == 0
