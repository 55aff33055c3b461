"""VNPAY 2.1.0: the buyer pays on VNPAY's page, VNPAY tells us by a signed GET.

Source: sandbox.vnpayment.vn, integration guide for PAY 2.1.0, IPN, querydr (read November 2026).
Amounts travel in hundredths of a đồng, times in Vietnam's zone without saying so.
"""

from __future__ import annotations

import datetime as dt
import re
import secrets as random
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from marketplace.records import clock
from payments.channels import secrets
from payments.channels.base import (
    Asked,
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
from payments.channels.gateway import Gateway
from payments.channels.vnpay_seals import LOCAL, as_it_came, joined, local, piped, plain, sign

VERSION = "2.1.0"
MOST_FIELDS = 60
HELD = "07"  # money taken, fraud suspected
NOT_COMPLETE = "01"
REFUNDS = ("02", "03")  # kinds of transaction: the whole of it, a part

# What a signed query or answer is made of, in this order; what is missing is empty.
_QUERY = "RequestId Version Command TmnCode TxnRef TransactionDate CreateDate IpAddr OrderInfo"
_REFUND = (
    "RequestId Version Command TmnCode TransactionType TxnRef Amount TransactionNo "
    "TransactionDate CreateBy CreateDate IpAddr OrderInfo"
)
_REFUNDED = (
    "ResponseId Command ResponseCode Message TmnCode TxnRef Amount BankCode PayDate TransactionNo "
    "TransactionType TransactionStatus OrderInfo"
)
_REFUSED = ("02", "03", "91", "95", "97")
_TOLD = (
    "ResponseId Command ResponseCode Message TmnCode TxnRef Amount BankCode PayDate TransactionNo "
    "TransactionType TransactionStatus OrderInfo PromotionCode PromotionAmount"
)
_REASONS = {
    "09": "not_enabled",
    "10": "wrong_card",
    "11": "too_late",
    "12": "account_locked",
    "13": "wrong_code",
    "24": "given_up",
    "51": "not_enough_money",
    "65": "over_limit",
    "75": "bank_closed",
    "79": "wrong_code",
}
_ENDED = {"24": Kind.CANCELLED, "11": Kind.EXPIRED}
_ANSWERS = {
    Result.TAKEN: b'{"RspCode":"00","Message":"Confirm Success"}',
    Result.AGAIN: b'{"RspCode":"02","Message":"Order already confirmed"}',
    Result.UNKNOWN: b'{"RspCode":"01","Message":"Order not found"}',
    Result.OTHER_SUM: b'{"RspCode":"04","Message":"Invalid amount"}',
    Result.FORGED: b'{"RspCode":"97","Message":"Invalid signature"}',
    Result.TRY_AGAIN: b'{"RspCode":"99","Message":"Unknown error"}',
    Result.UNREADABLE: b'{"RspCode":"99","Message":"Unknown error"}',
}
_REFERENCE = re.compile(r"[\x21-\x7e]{1,100}")
_DIGITS = re.compile(r"[0-9]{1,12}", re.ASCII)
_NUMBER = re.compile(r"[0-9]{1,20}", re.ASCII)
_MOMENT = re.compile(r"[0-9]{14}", re.ASCII)


class VNPay(Gateway):
    """Cards, accounts and wallets of Vietnamese banks, on VNPAY's page."""

    code = "vnpay"
    name: Words = _("Card or bank account by VNPAY")
    needed = ("VNPAY_TMN_CODE", "VNPAY_HASH_SECRET", "VNPAY_PAY_URL", "VNPAY_API_URL")
    limits = (5_000, 9_999_999_999)  # the least by VNPAY's practice, the most by twelve digits

    def merchant(self) -> str:
        """The terminal's code."""
        return str(settings.VNPAY_TMN_CODE)

    def ask(self, asked: Asked) -> Redirect:
        """The signed address of VNPAY's page; nothing is called for it."""
        self._must_be_on()
        begun = asked.asked_at or clock.now()
        query = joined(
            {
                "vnp_Version": VERSION,
                "vnp_Command": "pay",
                "vnp_TmnCode": self.merchant(),
                "vnp_Amount": str(asked.amount * 100),
                "vnp_CreateDate": local(begun),
                "vnp_ExpireDate": local(asked.expires_at or begun + dt.timedelta(minutes=15)),
                "vnp_CurrCode": "VND",
                "vnp_IpAddr": asked.address or "127.0.0.1",
                "vnp_Locale": "en" if asked.language == "en" else "vn",
                "vnp_OrderInfo": plain(f"Thanh toan don hang {asked.invoice}"),
                "vnp_OrderType": "other",
                "vnp_ReturnUrl": asked.back_url,
                "vnp_TxnRef": asked.memo,
            }
        )
        seal = sign(secrets.newest("VNPAY_HASH_SECRET"), query)
        return Redirect(f"{settings.VNPAY_PAY_URL}?{query}&vnp_SecureHash={seal}")

    def read(self, raw: RawRequest) -> list[Notice]:
        """The one result in a message; all of its ``vnp_`` fields are under the signature."""
        self._must_be_on()
        fields = _fields(raw.query)
        seal = fields.pop("vnp_SecureHash", "").lower()
        fields.pop("vnp_SecureHashType", None)
        # Encoders differ on a few signs: what was sealed is our spelling or the one that came.
        if not _sealed(joined(fields), seal) and not _sealed(as_it_came(raw.query), seal):
            raise BadSignature("the signature is another")
        return [_notice(fields, raw.received_at)]

    def answer(self, result: Result) -> HttpResponse:
        """Always 200: VNPAY reads the code, and tells again after 01, 04, 97 and 99."""
        return HttpResponse(_ANSWERS[result], content_type="application/json")

    def look_up(self, asked: Asked) -> Notice | Unknown:
        """What VNPAY knows of a payment; raises ``ChannelError`` when it does not say."""
        now = clock.now()
        told = self._post(self._query(asked, "querydr"), _QUERY, _TOLD)
        if told.get("vnp_ResponseCode") != "00" or told.get("vnp_TxnRef") != asked.memo:
            return Unknown()
        fields = {name: str(value) for name, value in told.items() if name != "vnp_SecureHash"}
        if fields.get("vnp_TransactionStatus") == NOT_COMPLETE:
            return Unknown()
        if fields.get("vnp_TransactionType") in REFUNDS:
            return Unknown()  # it speaks of money that went back, not of what came
        try:
            return _notice(fields, now)
        except BadNotice as error:
            raise ChannelError(str(error), retry=True) from error

    def refund(self, refund: RefundAsked) -> RefundAnswer:
        """Ask for money to go back the way it came; VNPAY sends it to the bank a while later."""
        self._must_be_on()
        whole = refund.amount == refund.paid
        body = self._query(refund.asked, "refund", refund.key) | {
            "vnp_TransactionType": "02" if whole else "03",
            "vnp_Amount": str(refund.amount * 100),
            "vnp_TransactionNo": refund.transaction,
            "vnp_CreateBy": plain(refund.by)[:245] or "staff",
        }
        told = self._post(body, _REFUND, _REFUNDED)
        answers = {"00": RefundAnswer.ACCEPTED, **dict.fromkeys(_REFUSED, RefundAnswer.REJECTED)}
        return answers.get(str(told.get("vnp_ResponseCode")), RefundAnswer.UNKNOWN)

    def look_up_refund(self, refund: RefundAsked) -> RefundAnswer:
        """What became of it: 06 is on its way through the bank, 09 was refused by it."""
        told = self._post(self._query(refund.asked, "querydr"), _QUERY, _TOLD)
        if told.get("vnp_TransactionType") not in REFUNDS:
            return RefundAnswer.UNKNOWN
        if told.get("vnp_Amount") != str(refund.amount * 100):
            return RefundAnswer.UNKNOWN
        answers = {
            "05": RefundAnswer.ACCEPTED,
            "06": RefundAnswer.DONE,
            "00": RefundAnswer.DONE,
            "09": RefundAnswer.REJECTED,
        }
        return answers.get(str(told.get("vnp_TransactionStatus")), RefundAnswer.UNKNOWN)

    def _query(self, asked: Asked, command: str, number: str = "") -> dict[str, Any]:
        now = clock.now()
        return {
            "vnp_RequestId": number or random.token_hex(16),
            "vnp_Version": VERSION,
            "vnp_Command": command,
            "vnp_TmnCode": self.merchant(),
            "vnp_TxnRef": asked.memo,
            "vnp_OrderInfo": f"{command} {asked.memo}",
            "vnp_TransactionDate": local(asked.asked_at or now),
            "vnp_CreateDate": local(now),
            "vnp_IpAddr": "127.0.0.1",
        }

    def _post(self, body: dict[str, Any], signed: str, told_signed: str) -> dict[str, Any]:
        """VNPAY's answer, its seal checked over its own list of fields."""
        self._must_be_on()
        seal = sign(secrets.newest("VNPAY_HASH_SECRET"), piped(body, signed))
        told = self._caller.post(settings.VNPAY_API_URL, body | {"vnp_SecureHash": seal})
        if not _sealed(piped(told, told_signed), str(told.get("vnp_SecureHash", "")).lower()):
            raise ChannelError("the answer's signature is another", retry=True)
        return told


def _sealed(text: str, seal: str) -> bool:
    """Whether a seal is ours over this text, by any secret that is valid now."""
    known = secrets.given("VNPAY_HASH_SECRET")
    return secrets.fits(seal, [sign(secret, text) for secret in known])


def _fields(query: str) -> dict[str, str]:
    try:
        pairs = parse_qsl(
            query,
            keep_blank_values=True,
            strict_parsing=True,
            errors="strict",
            max_num_fields=MOST_FIELDS,
        )
    except ValueError as error:
        raise BadNotice("the query cannot be read") from error
    fields = {name: value for name, value in pairs if name.startswith("vnp_")}
    if len(fields) != sum(name.startswith("vnp_") for name, _value in pairs):
        raise BadNotice("a field comes twice")
    return fields


def _notice(fields: Mapping[str, str], received_at: dt.datetime) -> Notice:
    reference, number = fields.get("vnp_TxnRef", ""), fields.get("vnp_TransactionNo", "") or "0"
    hundredths = fields.get("vnp_Amount", "")
    if not _REFERENCE.fullmatch(reference):
        raise BadNotice("vnp_TxnRef is none of ours")
    if not _NUMBER.fullmatch(number):
        raise BadNotice("vnp_TransactionNo is no number")
    if not _DIGITS.fullmatch(hundredths):
        raise BadNotice("vnp_Amount is no number")
    amount, rest = divmod(int(hundredths), 100)
    code, status = fields.get("vnp_ResponseCode", ""), fields.get("vnp_TransactionStatus", "")
    return Notice(
        provider=VNPay.code,
        # A payment that failed bears no number: what happened to which of ours tells it apart.
        external_id=number if int(number) else f"{reference}-{code or status}",
        kind=_kind(code, status),
        amount=0 if rest else amount,  # a part of a đồng is never what was asked
        occurred_at=_moment(fields.get("vnp_PayDate", "")) or received_at,
        currency=fields.get("vnp_CurrCode", "") or "VND",
        reference=reference,
        merchant=fields.get("vnp_TmnCode", ""),
        reason=_REASONS.get(code, "refused"),
    )


def _kind(code: str, status: str) -> Kind:
    """Paid only where both say so."""
    if HELD in (code, status):
        return Kind.HELD
    if code == "00" and status == "00":
        return Kind.CAPTURED
    if status == NOT_COMPLETE and code == "00":
        return Kind.PENDING
    return _ENDED.get(code, Kind.FAILED)


def _moment(text: str) -> dt.datetime | None:
    if not _MOMENT.fullmatch(text):
        return None
    try:
        return dt.datetime.strptime(text, "%Y%m%d%H%M%S").replace(tzinfo=LOCAL).astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return None
