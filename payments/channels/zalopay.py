"""ZaloPay v2: a wallet with its own page, which calls back for payments alone, never for failures.

Source: docs.zalopay.vn, specifications of create, callback, query (read November 2026). What ended
without money is known by asking only.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from marketplace.records import clock
from payments.channels import secrets
from payments.channels.base import (
    Asked,
    AskedBefore,
    BadNotice,
    BadSignature,
    ChannelError,
    Kind,
    Notice,
    RawRequest,
    Redirect,
    RefundAnswer,
    RefundAsked,
    Result,
    Unknown,
    Words,
)
from payments.channels.gateway import Gateway, page
from payments.channels.moments import milliseconds
from payments.channels.strict_json import BadJson, read_object, whole, words
from payments.channels.wallet_seals import mac

NOTIFY = "/payments/zalopay/callback"
LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
LEAST_SECONDS, MOST_SECONDS = 300, 2_592_000
MOST_NUMBER = 2**63 - 1
DONE, REFUSED = 1, 2
ASKED_BEFORE = -68
NEVER_ASKED = -101
REFUND_ASKED_BEFORE = -23

_REASONS = {-54: "too_late", -63: "not_enough_money"}
_ANSWERS = {
    Result.TAKEN: b'{"return_code":1,"return_message":"success"}',
    Result.AGAIN: b'{"return_code":1,"return_message":"success"}',
    Result.OTHER_SUM: b'{"return_code":1,"return_message":"success"}',
    Result.UNKNOWN: b'{"return_code":0,"return_message":"not found yet"}',
    Result.TRY_AGAIN: b'{"return_code":0,"return_message":"try again"}',
    Result.FORGED: b'{"return_code":-1,"return_message":"mac not equal"}',
    Result.UNREADABLE: b'{"return_code":2,"return_message":"unreadable"}',
}
_NUMBER = re.compile(r"[0-9]{6}_([\x21-\x7e]{1,33})")


def number_of(asked: Asked) -> str:
    """``app_trans_id``: the local day it was first asked on, and our code."""
    begun = asked.asked_at or clock.now()
    return f"{begun.astimezone(LOCAL):%y%m%d}_{asked.memo}"


class ZaloPay(Gateway):
    """The ZaloPay wallet."""

    code = "zalopay"
    name: Words = _("ZaloPay wallet")
    needed = ("ZALOPAY_APP_ID", "ZALOPAY_KEY1", "ZALOPAY_KEY2", "ZALOPAY_API_URL")
    limits = (1_000, 50_000_000)

    def merchant(self) -> str:
        """The app's number."""
        return str(settings.ZALOPAY_APP_ID)

    def ask(self, asked: Asked) -> Redirect:
        """Let ZaloPay make its page; the same number asked twice raises ``AskedBefore``.

        A number holds its day: one that was first asked for yesterday counts as asked before.
        """
        self._must_be_on()
        now = clock.now()
        number = number_of(asked)
        if not number.startswith(f"{now.astimezone(LOCAL):%y%m%d}_"):
            raise AskedBefore(number)
        fields: dict[str, Any] = {
            "app_id": int(self.merchant()),
            "app_user": "cho-son-la",
            "app_trans_id": number,
            "app_time": int(now.timestamp() * 1000),
            "expire_duration_seconds": _seconds(asked, now),
            "amount": asked.amount,
            "item": "[]",
            "description": f"Don hang {asked.invoice}",
            "embed_data": json.dumps({"redirecturl": asked.back_url}, separators=(",", ":")),
            "bank_code": "",
            "callback_url": f"{settings.PUBLIC_URL}{NOTIFY}",
        }
        signed = ("app_id", "app_trans_id", "app_user", "amount", "app_time", "embed_data", "item")
        fields["mac"] = mac(secrets.newest("ZALOPAY_KEY1"), *(fields[name] for name in signed))
        told = self._call("create", fields)
        if told.get("sub_return_code") == ASKED_BEFORE:
            raise AskedBefore(number)
        if told.get("return_code") != DONE:
            raise ChannelError(f"create answered {told.get('sub_return_code')!r}", retry=True)
        return Redirect(page(told.get("order_url"), settings.ZALOPAY_API_URL))

    def read(self, raw: RawRequest) -> list[Notice]:
        """The one payment in a message; the seal is over the very text of ``data``."""
        self._must_be_on()
        try:
            message = read_object(raw.body)
            data = words(message, "data", most=32_000)
            seal = words(message, "mac", most=200)
            known = secrets.given("ZALOPAY_KEY2")
            if not secrets.fits(seal, [mac(key, data) for key in known]):
                raise BadSignature("the mac is another")
            return [_paid(read_object(data.encode()), raw.received_at)]
        except BadJson as error:
            raise BadNotice(str(error)) from error

    def answer(self, result: Result) -> HttpResponse:
        """Always 200: ZaloPay reads ``return_code``, and calls again after 0."""
        return HttpResponse(_ANSWERS[result], content_type="application/json")

    def look_up(self, asked: Asked) -> Notice | Unknown:
        """What ZaloPay knows of a payment; raises ``ChannelError`` when it does not say."""
        self._must_be_on()
        number, key = number_of(asked), secrets.newest("ZALOPAY_KEY1")
        fields = {
            "app_id": int(self.merchant()),
            "app_trans_id": number,
            "mac": mac(key, self.merchant(), number, key),
        }
        told = self._call("query", fields)
        now = clock.now()
        if told.get("return_code") == DONE:
            try:
                facts = {**told, "app_id": int(self.merchant()), "app_trans_id": number}
                return _paid(facts, now)
            except BadJson as error:
                raise ChannelError(str(error), retry=True) from error
        if told.get("return_code") != REFUSED or told.get("sub_return_code") == NEVER_ASKED:
            return Unknown()
        return _refused(asked, told.get("sub_return_code"), self.merchant(), now)

    def refund(self, refund: RefundAsked) -> RefundAnswer:
        """Ask for money to go back to the wallet; ZaloPay decides a while later."""
        self._must_be_on()
        fields: dict[str, Any] = {
            "app_id": int(self.merchant()),
            "m_refund_id": self._refund_number(refund),
            "zp_trans_id": refund.transaction,
            "amount": refund.amount,
            "timestamp": int(clock.now().timestamp() * 1000),
            "description": f"Hoan tien {refund.asked.invoice}",
        }
        signed = ("app_id", "zp_trans_id", "amount", "description", "timestamp")
        fields["mac"] = mac(secrets.newest("ZALOPAY_KEY1"), *(fields[name] for name in signed))
        return _of_refund(self._call("refund", fields))

    def look_up_refund(self, refund: RefundAsked) -> RefundAnswer:
        """What ZaloPay has decided."""
        self._must_be_on()
        fields: dict[str, Any] = {
            "app_id": int(self.merchant()),
            "m_refund_id": self._refund_number(refund),
            "timestamp": int(clock.now().timestamp() * 1000),
        }
        fields["mac"] = mac(secrets.newest("ZALOPAY_KEY1"), *fields.values())
        return _of_refund(self._call("query_refund", fields))

    def _refund_number(self, refund: RefundAsked) -> str:
        day = refund.requested_at.astimezone(LOCAL)
        return f"{day:%y%m%d}_{self.merchant()}_{refund.key}"

    def _call(self, verb: str, fields: dict[str, Any]) -> dict[str, Any]:
        return self._caller.post(f"{settings.ZALOPAY_API_URL}/v2/{verb}", fields)


def _of_refund(told: dict[str, Any]) -> RefundAnswer:
    """Done, refused, or still to be decided; a number that was used, or not found, says nothing."""
    if told.get("sub_return_code") in (REFUND_ASKED_BEFORE, NEVER_ASKED):
        return RefundAnswer.UNKNOWN
    answers = {DONE: RefundAnswer.DONE, REFUSED: RefundAnswer.REJECTED, 3: RefundAnswer.ACCEPTED}
    return answers.get(told.get("return_code", 0), RefundAnswer.UNKNOWN)


def _seconds(asked: Asked, now: dt.datetime) -> int:
    """How long the page may be paid, within what ZaloPay allows."""
    left = (asked.expires_at - now).total_seconds() if asked.expires_at else 900
    return int(min(max(left, LEAST_SECONDS), MOST_SECONDS))


def _paid(data: dict[str, Any], received_at: dt.datetime) -> Notice:
    number = _NUMBER.fullmatch(words(data, "app_trans_id", most=40))
    if number is None:
        raise BadJson("app_trans_id is none of ours")
    return Notice(
        provider=ZaloPay.code,
        external_id=str(whole(data, "zp_trans_id", most=MOST_NUMBER)),
        kind=Kind.CAPTURED,
        amount=whole(data, "amount", most=MOST_NUMBER),
        occurred_at=milliseconds(data.get("server_time")) or received_at,
        reference=number[1],
        merchant=str(whole(data, "app_id", most=2**31)),
    )


def _refused(asked: Asked, code: object, merchant: str, now: dt.datetime) -> Notice:
    reason = _REASONS.get(code, "refused") if isinstance(code, int) else "refused"
    return Notice(
        provider=ZaloPay.code,
        external_id=f"{asked.memo}-{code}",
        kind=Kind.EXPIRED if reason == "too_late" else Kind.FAILED,
        amount=asked.amount,
        occurred_at=now,
        reference=asked.memo,
        merchant=merchant,
        reason=reason,
    )
