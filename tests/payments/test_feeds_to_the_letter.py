"""What Casso, payOS, VNPAY and our codes take and refuse, to the letter, each for its reason."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import json
from typing import Any

import pytest

from marketplace.records import clock
from payments import bank, memos
from payments.channels import FEEDS, casso, payos, vnpay_seals
from payments.channels.bankfeed import MOST_DONG
from payments.channels.base import BadNotice, BadSignature, ChannelOff, Kind, RawRequest
from tests.payments.test_other_feeds import casso_data, payos_data

MOMENT = "1795231800000"


def casso_raw(data: Any, **headers: str) -> RawRequest:
    """A message of Casso's, sealed with the key of the settings."""
    body = {"error": 0, "data": data}
    text = f"{MOMENT}.{json.dumps(body, sort_keys=True, separators=(',', ':'), ensure_ascii=False)}"
    seal = hmac.new(b"sandbox-casso-checksum-key", text.encode(), hashlib.sha512).hexdigest()
    told = {"x-casso-signature": f"t={MOMENT}, v1={seal}"} | headers
    return RawRequest(json.dumps(body).encode(), told, clock.now())


def payos_raw(data: Any, **other: Any) -> RawRequest:
    """A message of payOS's, sealed with the key of the settings."""
    seal = payos.sign("sandbox-payos-checksum-key", data) if isinstance(data, dict) else ""
    body = {"code": "00", "data": data, "signature": seal} | other
    return RawRequest(json.dumps(body).encode(), {}, clock.now())


def why(feed: str, raw: RawRequest, error: type[Exception] = BadNotice) -> str:
    """The reason a message is refused for, as it stands in the log."""
    with pytest.raises(error) as refused:
        FEEDS[feed].read(raw)
    return str(refused.value)


def test_casso_says_all_it_knows_of_a_transfer():
    (notice,) = FEEDS["casso"].read(casso_raw(casso_data("SLAAAAAAAA", 150_000)))
    assert (notice.provider, notice.external_id, notice.kind) == (
        "casso",
        "15391223613",
        Kind.BANK_IN,
    )
    assert (notice.amount, notice.account) == (150_000, "0952000000014")
    assert notice.occurred_at == dt.datetime(2026, 11, 20, 3, tzinfo=dt.UTC)
    assert (notice.bank_reference, notice.payer) == ("FT26324000001", "NGUYỄN VĂN THU")
    assert notice.memos == ("SLAAAAAAAA chuyển/khoản",)


@pytest.mark.parametrize(
    ("changed", "kind", "amount"),
    [
        ({"amount": -1}, Kind.BANK_OUT, 1),
        ({"amount": 1}, Kind.BANK_IN, 1),
        ({"amount": MOST_DONG}, Kind.BANK_IN, MOST_DONG),
    ],
)
def test_casso_tells_money_in_from_money_out(changed, kind, amount):
    (notice,) = FEEDS["casso"].read(casso_raw(casso_data("x", 1) | changed))
    assert (notice.kind, notice.amount) == (kind, amount)


def test_what_casso_leaves_out_is_empty_and_its_trial_is_nothing():
    left = {"reference": None, "description": "", "counterAccountName": None}
    (notice,) = FEEDS["casso"].read(casso_raw(casso_data("x", 1) | left))
    assert (notice.bank_reference, notice.memos, notice.payer) == ("", (), "")
    assert FEEDS["casso"].read(casso_raw({"id": 0})) == []


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"amount": 0}, "amount is no whole sum"),
        ({"amount": "5"}, "amount is no whole sum"),
        ({"amount": True}, "amount is no whole sum"),
        ({"amount": MOST_DONG + 1}, "amount is no whole sum"),
        ({"accountNumber": ""}, "accountNumber is missing"),
        ({"accountNumber": "1" * 41}, "accountNumber cannot be stored"),
        ({"reference": "1" * 101}, "reference cannot be stored"),
        ({"description": "1" * 1001}, "description cannot be stored"),
        ({"counterAccountName": "1" * 201}, "counterAccountName cannot be stored"),
        ({"id": 2**63}, f"id is no whole number from 1 to {2**63 - 1}"),
        ({"transactionDateTime": "today"}, "transactionDateTime is no local time"),
    ],
)
def test_casso_is_refused_for_one_reason(changed, reason):
    assert why("casso", casso_raw(casso_data("x", 1) | changed)) == reason


@pytest.mark.parametrize(
    "longest",
    [
        {"accountNumber": "1" * 40},
        {"reference": "1" * 100},
        {"description": "1" * 1000},
        {"counterAccountName": "1" * 200},
        {"id": 2**63 - 1},
    ],
)
def test_casso_may_say_so_much(longest):
    assert len(FEEDS["casso"].read(casso_raw(casso_data("x", 1) | longest))) == 1


def test_casso_s_seal_is_asked_for_first(settings):
    assert why("casso", casso_raw([])) == "data is no object"
    none = casso_raw(casso_data("x", 1), **{"x-casso-signature": "v1=00"})
    assert why("casso", none, BadSignature) == "the signature is missing or none"
    other = casso_raw(casso_data("x", 1), **{"x-casso-signature": f"t={MOMENT},v1={'0' * 128}"})
    assert why("casso", other, BadSignature) == "the signature is another"
    settings.CASSO_CHECKSUM_KEY = ""
    assert why("casso", none, ChannelOff) == "CASSO_CHECKSUM_KEY is not set"
    assert not FEEDS["casso"].is_on()
    settings.CASSO_CHECKSUM_KEY = "one,two"
    assert FEEDS["casso"].is_on()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"b": [1, {"z": None, "a": True}], "a": "é/"}, '{"a":"é/","b":[1,{"a":true,"z":null}]}'),
        ({"\U0001f34a": 1, "\ue000": 2}, '{"\U0001f34a":1,"\ue000":2}'),  # by UTF-16 units
        ({"\ud83c": 1, "a": 2}, '{"a":2,"\\ud83c":1}'.replace("\\ud83c", "\ud83c")),
        ([1.0, 1.5, -0.25, 2.0**53], "[1,1.5,-0.25,9007199254740992.0]"),
        (float(2**53 - 1), "9007199254740991"),
        ([], "[]"),
        ({}, "{}"),
    ],
)
def test_casso_s_body_is_sealed_as_javascript_writes_it(value, text):
    assert casso.canonical(value) == text


def test_half_a_surrogate_is_sealed_and_does_not_stop_the_reader():
    half = {"a": "\ud83c"}
    right = hmac.new(b"k", b'1.{"a":"\xed\xa0\xbc"}', hashlib.sha512).hexdigest()
    assert casso.sign("k", "1", half) == right
    assert payos.sign("k", half) == hmac.new(b"k", b"a=\xed\xa0\xbc", hashlib.sha256).hexdigest()


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ({"b": 1, "a": "x y&é"}, "a=x y&é&b=1"),
        ({"a": None, "b": True, "c": False}, "a=&b=true&c=false"),
        ({"a": "null", "b": "undefined", "c": "nul"}, "a=&b=&c=nul"),
        (
            {"a": [{"z": 1, "b": "é"}], "b": {"y": [], "x": 2}},
            'a=[{"b":"é","z":1}]&b={"x":2,"y":[]}',
        ),
        ({"a": 1.5, "b": 0}, "a=1.5&b=0"),
    ],
)
def test_payos_seals_its_fields_by_name(data, text):
    assert payos.sign("k", data) == hmac.new(b"k", text.encode(), hashlib.sha256).hexdigest()


def test_payos_says_all_it_knows_of_a_transfer():
    data = payos_data("SLAAAAAAAA", 150_000) | {"counterAccountName": "NGUYEN VAN THU"}
    (notice,) = FEEDS["payos"].read(payos_raw(data))
    assert (notice.provider, notice.external_id, notice.kind) == (
        "payos",
        "FT26324000001",
        Kind.BANK_IN,
    )
    assert (notice.amount, notice.account) == (150_000, "0952000000014")
    assert notice.occurred_at == dt.datetime(2026, 11, 20, 3, tzinfo=dt.UTC)
    assert (notice.bank_reference, notice.payer) == ("FT26324000001", "NGUYEN VAN THU")
    assert notice.memos == ("SLAAAAAAAA",)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"accountNumber": ""}, "accountNumber or reference is missing"),
        ({"reference": None}, "accountNumber or reference is missing"),
        ({"accountNumber": "1" * 41}, "accountNumber cannot be stored"),
        ({"reference": "1" * 101}, "reference cannot be stored"),
        ({"description": "1" * 1001}, "description cannot be stored"),
        ({"counterAccountName": "1" * 201}, "counterAccountName cannot be stored"),
        ({"currency": "USD"}, "currency is another"),
        ({"amount": MOST_DONG + 1}, f"amount is no whole number from 1 to {MOST_DONG}"),
        ({"amount": 0}, f"amount is no whole number from 1 to {MOST_DONG}"),
        (
            {"transactionDateTime": "2026-02-30 10:00:00"},
            "transactionDateTime is no day of the calendar",
        ),
    ],
)
def test_payos_is_refused_for_one_reason(changed, reason):
    assert why("payos", payos_raw(payos_data("x", 1) | changed)) == reason


@pytest.mark.parametrize(
    "longest",
    [
        {"accountNumber": "1" * 40},
        {"reference": "1" * 100},
        {"description": "1" * 1000},
        {"counterAccountName": "1" * 200},
        {"currency": ""},
        {"currency": None},
        {"amount": MOST_DONG},
    ],
)
def test_payos_may_say_so_much(longest):
    assert len(FEEDS["payos"].read(payos_raw(payos_data("x", 1) | longest))) == 1


def test_payos_s_seal_and_success_are_asked_for(settings):
    data = payos_data("x", 1)
    assert FEEDS["payos"].read(payos_raw(data | {"code": "01"})) == []
    assert why("payos", payos_raw([])) == "data is no object"
    assert why("payos", payos_raw(data, signature="0"), BadSignature) == "the signature is another"
    assert why("payos", payos_raw(data, signature="0" * 201)) == "signature cannot be stored"
    exactly = payos_raw(data, signature="0" * 200)
    assert why("payos", exactly, BadSignature) == "the signature is another"
    settings.PAYOS_CHECKSUM_KEY = ""
    assert why("payos", payos_raw(data), ChannelOff) == "PAYOS_CHECKSUM_KEY is not set"
    assert not FEEDS["payos"].is_on()
    settings.PAYOS_CHECKSUM_KEY = "one"
    assert FEEDS["payos"].is_on()


def test_vnpay_s_texts_are_spelled_one_way():
    moment = dt.datetime(2026, 11, 20, 18, 5, 9, tzinfo=dt.UTC)
    assert vnpay_seals.local(moment) == "20261121010509"
    assert vnpay_seals.plain("Đơn_hàng-SL.1 (a/b)") == "n_hng-SL.1 ab"
    assert len(vnpay_seals.plain("a" * 300)) == 255
    assert vnpay_seals.piped({"vnp_A": "1", "vnp_C": 3}, "A B C") == "1||3"
    fields = {"vnp_B": "x y", "vnp_A": "é&", "vnp_C": ""}
    assert vnpay_seals.joined(fields) == "vnp_A=%C3%A9%26&vnp_B=x+y"


def test_vnpay_s_query_is_read_in_its_own_spelling():
    query = (
        "vnp_B=x%20y&vnp_SecureHash=00&other=1&vnp_A=a=b&vnp_C=&vnp_SecureHashType=SHA512&vnp_D=+"
    )
    assert vnpay_seals.as_it_came(query) == "vnp_A=a=b&vnp_B=x%20y&vnp_D=+"
    assert vnpay_seals.as_it_came("vnp_A==&vnp_SecureHash=0=0") == "vnp_A=="


def test_the_beginnings_of_a_cut_code_are_sought_the_longest_first():
    assert memos.beginnings("tra: SL7KX2M") == ["SL7KX2M"]
    assert memos.beginnings("SL234") == []
    assert memos.beginnings("SL2345") == ["SL2345"]
    assert memos.beginnings("SL234", least=3) == ["SL234"]
    assert memos.beginnings("SL9999-SL2222 SL3333") == ["SL2222S", "SL9999S", "SL3333"]
    assert memos.beginnings("SL23456789ABCDEF") == ["SL23456789"]


def test_a_transfer_s_print_names_account_number_sum_and_local_day():
    at = dt.datetime(2026, 11, 20, 18, tzinfo=dt.UTC)  # the 21st in Vietnam
    right = hashlib.sha256(b"0952|FT1|150000|2026-11-21").hexdigest()
    assert bank.fingerprint("0952", "FT1", 150_000, at) == right
    assert bank.fingerprint("0952", "", 150_000, at) == ""
