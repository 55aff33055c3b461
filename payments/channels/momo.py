"""MoMo v2: a wallet with its own page, which tells us by a signed POST.

Source: developers.momo.vn, payment API v3 pages: create, IPN, query, confirm (read November 2026).
Only 0 means paid, and 9000 where we ask for capture at once; else 9000 means that the money is held
until we confirm. Only the listed codes mean refused; everything else means: ask again.
"""

from __future__ import annotations

import datetime as dt
import re
import secrets as random
from typing import Any

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
from payments.channels.wallet_seals import raw, sign

NOTIFY = "/payments/momo/ipn"
PAID, HELD = 0, 9000
GIVEN_UP = 1003
BEFORE = (40, 41)  # this request or this order was asked for already
MOST_NUMBER = 2**63 - 1

# What is signed, in MoMo's order, which is the alphabet's.
_CREATE = (
    "accessKey amount extraData ipnUrl orderId orderInfo partnerCode redirectUrl requestId "
    "requestType"
)
_TOLD = (
    "accessKey amount extraData message orderId orderInfo orderType partnerCode payType requestId "
    "responseTime resultCode transId"
)
_REFUND = "accessKey amount description orderId partnerCode requestId transId"
_REFUND_REFUSED = (13, 20, 22, 42, 1080, 1081, 1088)
_CONFIRM = "accessKey amount description orderId partnerCode requestId requestType"
_QUERY = "accessKey orderId partnerCode requestId"
_REASONS = {
    1001: "not_enough_money",
    1002: "refused",
    1003: "given_up",
    1004: "over_limit",
    1005: "too_late",
    1006: "given_up",
    1007: "account_locked",
    1026: "refused",
    4001: "account_locked",
    4100: "wrong_code",
}
_ENDED = {1003: Kind.CANCELLED, 1006: Kind.CANCELLED, 1005: Kind.EXPIRED}
_ANSWERS = {
    Result.TAKEN: 204,
    Result.AGAIN: 204,
    Result.OTHER_SUM: 204,
    Result.UNKNOWN: 503,
    Result.TRY_AGAIN: 503,
    Result.FORGED: 401,
    Result.UNREADABLE: 400,
}
_REFERENCE = re.compile(r"[0-9A-Za-z](?:[-_.]*[0-9A-Za-z]+)*", re.ASCII)


class MoMo(Gateway):
    """The MoMo wallet."""

    code = "momo"
    name: Words = _("MoMo wallet")
    needed = ("MOMO_PARTNER_CODE", "MOMO_ACCESS_KEY", "MOMO_SECRET_KEY", "MOMO_API_URL")
    limits = (1_000, 50_000_000)

    def merchant(self) -> str:
        """The partner's code."""
        return str(settings.MOMO_PARTNER_CODE)

    def ask(self, asked: Asked) -> Redirect:
        """Let MoMo make its page; the same reference asked twice raises ``AskedBefore``."""
        self._must_be_on()
        fields: dict[str, Any] = {
            "partnerCode": self.merchant(),
            "requestId": asked.memo,
            "amount": asked.amount,
            "orderId": asked.memo,
            "orderInfo": f"Don hang {asked.invoice}",
            "redirectUrl": asked.back_url,
            "ipnUrl": f"{settings.PUBLIC_URL}{NOTIFY}",
            "requestType": settings.MOMO_REQUEST_TYPE,
            "extraData": "",
            "lang": "en" if asked.language == "en" else "vi",
            "autoCapture": _takes_at_once(),
        }
        told = self._call("create", self._sealed(fields, _CREATE))
        if told.get("resultCode") in BEFORE:
            raise AskedBefore(asked.memo)
        if told.get("resultCode") != 0:
            raise ChannelError(f"create answered {told.get('resultCode')!r}", retry=True)
        if told.get("orderId") != asked.memo or told.get("amount") != asked.amount:
            raise ChannelError("create answered for another order", retry=False)
        return Redirect(page(told.get("payUrl"), settings.MOMO_API_URL))

    def read(self, raw: RawRequest) -> list[Notice]:
        """The one result in a message, its fields under the signature."""
        self._must_be_on()
        try:
            fields = read_object(raw.body)
            return [self._read(fields, raw.received_at)]
        except BadJson as error:
            raise BadNotice(str(error)) from error

    def answer(self, result: Result) -> HttpResponse:
        """MoMo takes 204 without a body for an answer."""
        answer = HttpResponse(status=_ANSWERS[result])
        del answer["Content-Type"]
        return answer

    def look_up(self, asked: Asked) -> Notice | Unknown:
        """What MoMo knows of a payment; raises ``ChannelError`` when it does not say."""
        told = self._ask(asked)
        if told.get("orderId") != asked.memo or told.get("partnerCode") != self.merchant():
            return Unknown()
        code = told.get("resultCode")
        if type(code) is int and _kind(code) == Kind.PENDING:
            return Unknown()
        try:
            return _notice(told, clock.now())
        except BadJson as error:
            raise ChannelError(str(error), retry=True) from error

    def confirm(self, asked: Asked, *, take: bool) -> Notice | Unknown:
        """Take what MoMo holds, or let it go; what it does not answer clearly is looked up."""
        self._must_be_on()
        verb = "capture" if take else "cancel"
        fields: dict[str, Any] = {
            "partnerCode": self.merchant(),
            "requestId": f"{asked.memo}-{verb}",
            "orderId": asked.memo,
            "requestType": verb,
            "amount": asked.amount,
            "lang": "vi",
            "description": f"Don hang {asked.invoice}",
        }
        told = self._call("confirm", self._sealed(fields, _CONFIRM))
        if told.get("resultCode") != PAID or told.get("orderId") != asked.memo:
            return Unknown()
        try:
            return _notice(told if take else {**told, "resultCode": GIVEN_UP}, clock.now())
        except BadJson as error:
            raise ChannelError(str(error), retry=True) from error

    def refund(self, refund: RefundAsked) -> RefundAnswer:
        """Send money back to the wallet; the refund's key is its order at MoMo."""
        self._must_be_on()
        fields: dict[str, Any] = {
            "partnerCode": self.merchant(),
            "orderId": refund.key,
            "requestId": refund.key,
            "amount": refund.amount,
            "transId": int(refund.transaction),
            "lang": "vi",
            "description": f"Hoan tien {refund.asked.invoice}",
        }
        told = self._call("refund", self._sealed(fields, _REFUND))
        return _of_refund(told.get("resultCode"))

    def look_up_refund(self, refund: RefundAsked) -> RefundAnswer:
        """What became of it, by the list of refunds MoMo keeps with the payment."""
        told = self._ask(refund.asked)
        rows = told.get("refundTrans")
        for row in rows if isinstance(rows, list) else []:
            if isinstance(row, dict) and row.get("orderId") == refund.key:
                return _of_refund(row.get("resultCode"))
        return RefundAnswer.UNKNOWN

    def _ask(self, asked: Asked) -> dict[str, Any]:
        self._must_be_on()
        fields = {
            "partnerCode": self.merchant(),
            "requestId": f"Q{random.token_hex(12)}",
            "orderId": asked.memo,
            "lang": "vi",
        }
        return self._call("query", self._sealed(fields, _QUERY))

    def _read(self, fields: dict[str, Any], received_at: dt.datetime) -> Notice:
        seal = words(fields, "signature", most=200)
        text = raw({**fields, "accessKey": settings.MOMO_ACCESS_KEY}, _TOLD)
        known = secrets.given("MOMO_SECRET_KEY")
        if not secrets.fits(seal, [sign(secret, text) for secret in known]):
            raise BadSignature("the signature is another")
        return _notice(fields, received_at)

    def _sealed(self, fields: dict[str, Any], names: str) -> dict[str, Any]:
        text = raw({**fields, "accessKey": settings.MOMO_ACCESS_KEY}, names)
        return {**fields, "signature": sign(secrets.newest("MOMO_SECRET_KEY"), text)}

    def _call(self, verb: str, fields: dict[str, Any]) -> dict[str, Any]:
        return self._caller.post(f"{settings.MOMO_API_URL}/v2/gateway/api/{verb}", fields)


def _notice(fields: dict[str, Any], received_at: dt.datetime) -> Notice:
    code = fields.get("resultCode")
    if type(code) is not int:
        raise BadJson("resultCode is no whole number")
    reference = words(fields, "orderId", most=200)
    if not _REFERENCE.fullmatch(reference):
        raise BadJson("orderId is none of ours")
    kind = _kind(code)
    paid = kind == Kind.CAPTURED
    number = whole(fields, "transId", most=MOST_NUMBER) if paid else code
    return Notice(
        provider=MoMo.code,
        external_id=str(number) if paid else f"{reference}-{code}",
        kind=kind,
        amount=whole(fields, "amount", most=MOST_NUMBER),
        occurred_at=milliseconds(fields.get("responseTime")) or received_at,
        reference=reference,
        merchant=words(fields, "partnerCode", most=50),
        reason=_REASONS.get(code, ""),
    )


def _of_refund(code: object) -> RefundAnswer:
    """Only 0 is done and only the listed codes are refused: of the rest nobody knows."""
    if code == 0:
        return RefundAnswer.DONE
    return RefundAnswer.REJECTED if code in _REFUND_REFUSED else RefundAnswer.UNKNOWN


def _takes_at_once() -> bool:
    return str(settings.MOMO_CAPTURE) == "at_once"


def _kind(code: int) -> Kind:
    if code == HELD and not _takes_at_once():
        return Kind.AUTHORIZED
    if code in (PAID, HELD):
        return Kind.CAPTURED
    if code in _REASONS:
        return _ENDED.get(code, Kind.FAILED)
    return Kind.PENDING
