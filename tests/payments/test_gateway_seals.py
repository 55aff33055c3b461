"""Seals are the ones others have published or built."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from django.test import Client

from payments.channels import GATEWAYS, momo, zalopay
from payments.channels import vnpay_seals as vnpay
from payments.channels.base import Asked, BadSignature, Kind, RawRequest
from tests.payments.telling import VNPAY, ZALOPAY

NOTICES = Path(__file__).with_name("notices")
AT = dt.datetime(2026, 11, 21, 2, 30, tzinfo=dt.UTC)


def facts(name: str) -> dict[str, Any]:
    """What others published of a provider."""
    return json.loads((NOTICES / f"{name}.json").read_text())


def raw(body: object = None, query: str = "") -> RawRequest:
    """A message as it came."""
    sent = body if isinstance(body, bytes) else json.dumps(body).encode()
    return RawRequest(body=sent, headers={}, received_at=AT, query=query)


@pytest.fixture
def keys(settings):
    """The keys the published seals were made with."""
    settings.VNPAY_TMN_CODE, settings.VNPAY_HASH_SECRET = (
        facts("vnpay")["tmn"],
        facts("vnpay")["secret"],
    )
    tested = facts("momo")["test_keys"]
    settings.MOMO_PARTNER_CODE, settings.MOMO_ACCESS_KEY = (
        tested["partnerCode"],
        tested["accessKey"],
    )
    settings.MOMO_SECRET_KEY = tested["secretKey"]
    tested = facts("zalopay")["sandbox_keys"]
    settings.ZALOPAY_APP_ID = str(tested["app_id"])
    settings.ZALOPAY_KEY1, settings.ZALOPAY_KEY2 = tested["key1"], tested["key2"]
    return settings


def test_vnpays_page_has_the_address_a_peer_builds(keys):
    (built,) = facts("vnpay")["payment_urls"]["items"]
    url = urlsplit(built["url"])
    keys.VNPAY_PAY_URL = f"{url.scheme}://{url.netloc}{url.path}"

    page = GATEWAYS["vnpay"].ask(
        Asked(
            amount=250_000,
            memo="100001A1",
            expires_at=AT + dt.timedelta(minutes=15),
            asked_at=AT,
            invoice="100001",
            back_url="http://localhost:8000/payments/vnpay/return/",
            address="127.0.0.1",
        )
    )

    assert page.url == built["url"]


def test_vnpays_message_is_read_and_a_changed_one_is_not(keys):
    told = facts("vnpay")["ipn"]["params"]
    (notice,) = GATEWAYS["vnpay"].read(raw(query=urlencode(told)))

    assert (notice.kind, notice.amount, notice.reference) == (Kind.CAPTURED, 250_000, "100001A1")
    assert notice.occurred_at == dt.datetime(2026, 11, 21, 2, 35, 12, tzinfo=dt.UTC)
    for changed in ({"vnp_Amount": "25000100"}, {"vnp_New": "1"}, {"vnp_SecureHash": ""}):
        with pytest.raises(BadSignature):
            GATEWAYS["vnpay"].read(raw(query=urlencode(told | changed)))


def test_what_stands_beside_vnpays_fields_changes_nothing(keys):
    told = facts("vnpay")["ipn"]["params"] | {"vnp_SecureHashType": "HmacSHA512", "utm": "x"}

    assert GATEWAYS["vnpay"].read(raw(query=urlencode(told)))[0].kind == Kind.CAPTURED


def test_vnpays_message_in_another_spelling_is_read_too(keys):
    fields = dict(facts("vnpay")["ipn"]["params"])
    fields.pop("vnp_SecureHash")
    text = urlencode(sorted((fields | {"vnp_OrderInfo": "nhan *"}).items())).replace("%2A", "*")
    query = f"{text}&vnp_SecureHash={vnpay.sign(facts('vnpay')['secret'], text)}"

    assert dict(parse_qsl(query))["vnp_OrderInfo"] == "nhan *"
    assert GATEWAYS["vnpay"].read(raw(query=query))[0].amount == 250_000


def test_queries_of_vnpay_are_sealed_as_a_peer_seals_them():
    told = facts("vnpay")
    for name in ("querydr_request", "refund_request"):
        assert vnpay.sign(told["secret"], told[name]["signed"]) == told[name]["hash"]


def test_momos_published_results_are_read_or_refused(keys):
    right, wrong = facts("momo")["ipn_and_redirect"]["items"]
    (notice,) = GATEWAYS["momo"].read(raw(right["params"]))

    assert (notice.kind, notice.amount) == (Kind.CAPTURED, 1000)
    assert (notice.external_id, notice.reference) == ("4225107942", "MOMO1731137931267")
    with pytest.raises(BadSignature):
        GATEWAYS["momo"].read(raw(wrong["params"]))
    with pytest.raises(BadSignature):
        GATEWAYS["momo"].read(raw(right["params"] | {"amount": 100_000}))


@pytest.mark.parametrize("name", ["create", "query", "refund", "confirm"])
def test_calls_to_momo_are_sealed_by_its_recipe(name):
    told = facts("momo")

    assert momo.sign(told["test_keys"]["secretKey"], told[name]["raw"]) == told[name]["signature"]


def test_zalopays_published_call_back_is_read_to_the_letter(keys):
    body = facts("zalopay")["callback"]["body"]
    (notice,) = GATEWAYS["zalopay"].read(raw(body))

    assert (notice.kind, notice.amount, notice.merchant) == (Kind.CAPTURED, 10_000, "2553")
    assert (notice.external_id, notice.reference) == ("200904000000389", "2553_1598435687208")
    written_anew = json.dumps(json.loads(body["data"]), indent=1)
    with pytest.raises(BadSignature):
        GATEWAYS["zalopay"].read(raw(body | {"data": written_anew}))


@pytest.mark.parametrize("name", ["create", "query", "refund", "query_refund", "redirect_checksum"])
def test_calls_to_zalopay_are_sealed_by_its_recipe(name):
    told = facts("zalopay")
    key = told["sandbox_keys"][told[name]["key"]]

    assert zalopay.mac(key, *told[name]["signed"].split("|")) == told[name]["mac"]


def test_a_day_of_zalopay_begins_in_vietnam():
    late = dt.datetime(2026, 11, 21, 17, 30, tzinfo=dt.UTC)  # half past midnight in Vietnam

    assert zalopay.number_of(Asked(1000, "SL1", None, asked_at=late)) == "261122_SL1"


@pytest.mark.django_db
@pytest.mark.parametrize("setting", ["VNPAY_HASH_SECRET", "ZALOPAY_KEY2"])
def test_without_its_secret_a_door_believes_nobody(settings, setting):
    setattr(settings, setting, "")

    if setting == "VNPAY_HASH_SECRET":
        answer = Client().get(VNPAY)
        assert answer.content == b'{"RspCode":"97","Message":"Invalid signature"}'
    else:
        answer = Client().post(ZALOPAY, "{}", content_type="application/json")
        assert answer.content == b'{"return_code":-1,"return_message":"mac not equal"}'
