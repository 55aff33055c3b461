"""Plays VNPAY 2.1.0: the payment page's address, the message to the market, querydr."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import json
import re
import secrets
import urllib.parse
import urllib.request
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_POST

from payments.sandbox import faults, orders
from payments.sandbox.orders import Order

NAME = "VNPAY"
LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
_NEEDED = (
    "Version Command TmnCode Amount CreateDate ExpireDate CurrCode IpAddr Locale OrderInfo "
    "OrderType ReturnUrl TxnRef"
)
# What is answered for each end: the response code of the payment, the status of the transaction.
CODES = {
    "": ("00", "01"),
    "paid": ("00", "00"),
    "cancelled": ("24", "02"),
    "wrong_code": ("13", "02"),
    "no_money": ("51", "02"),
    "too_late": ("11", "02"),
    "held": ("07", "07"),
}
_asked_by: set[str] = set()  # request numbers of queries: none may come twice


class Refused(Exception):
    """The address is not one VNPAY would open; the text says why."""


def _key() -> bytes:
    return settings.VNPAY_HASH_SECRET.split(",")[0].strip().encode()


def _hash(text: str) -> str:
    return hmac.new(_key(), text.encode(), hashlib.sha512).hexdigest()


def _sealed(fields: dict[str, str]) -> str:
    """The fields as a query with its seal."""
    text = urllib.parse.urlencode(sorted(fields.items()))
    return f"{text}&vnp_SecureHash={_hash(text)}"


def _moment(text: str) -> dt.datetime:
    if not re.fullmatch("[0-9]{14}", text, re.ASCII):
        raise Refused(gettext_noop("a date is not fourteen digits"))
    return dt.datetime.strptime(text, "%Y%m%d%H%M%S").replace(tzinfo=LOCAL)


def opened(query: str) -> Order:
    """The order of a payment address; ``Refused`` for one VNPAY would not open."""
    fields = dict(urllib.parse.parse_qsl(query, keep_blank_values=True))
    seal = fields.pop("vnp_SecureHash", "")
    if any(not fields.get(f"vnp_{name}") for name in _NEEDED.split()):
        raise Refused(gettext_noop("a field is missing"))
    signed = urllib.parse.urlencode(sorted(fields.items()))
    if not hmac.compare_digest(seal.lower(), _hash(signed)):
        raise Refused(gettext_noop("the signature is wrong"))
    if fields["vnp_TmnCode"] != settings.VNPAY_TMN_CODE or fields["vnp_CurrCode"] != "VND":
        raise Refused(gettext_noop("terminal or currency are others"))
    if not re.fullmatch("[0-9]{3,12}", fields["vnp_Amount"], re.ASCII):
        raise Refused(gettext_noop("the amount is no number of at most twelve digits"))
    if not re.fullmatch("[A-Za-z0-9 ._-]{1,255}", fields["vnp_OrderInfo"], re.ASCII):
        raise Refused(gettext_noop("the description has accents or signs"))
    order = Order(
        provider="vnpay",
        reference=fields["vnp_TxnRef"],
        amount=int(fields["vnp_Amount"]) // 100,
        title=fields["vnp_OrderInfo"],
        back_url=fields["vnp_ReturnUrl"],
        notify_url=f"{settings.PUBLIC_URL}/payments/vnpay/ipn",
        expires_at=_moment(fields["vnp_ExpireDate"]),
        asked_at=_moment(fields["vnp_CreateDate"]),
    )
    if not orders.keep(order):
        known = orders.find("vnpay", order.reference)
        assert known is not None
        return known
    return order


def _result(order: Order, result: str, amount: int, twist: str = "") -> dict[str, str]:
    code, status = CODES[result]
    paid = result in ("paid", "held")
    return {
        "vnp_Amount": str(amount * 100),
        "vnp_BankCode": "NCB",
        **({"vnp_BankTranNo": f"VNP{order.number}"} if paid else {}),
        "vnp_CardType": "ATM",
        "vnp_OrderInfo": order.title,
        "vnp_PayDate": _written(faults.now(twist)),
        "vnp_ResponseCode": code,
        "vnp_TmnCode": settings.VNPAY_TMN_CODE,
        "vnp_TransactionNo": str(order.number) if paid else "0",
        "vnp_TransactionStatus": status,
        "vnp_TxnRef": order.reference,
    }


def message(order: Order, result: str, twist: str) -> urllib.request.Request | None:
    """The message of a result, as the market is told of it."""
    amount = order.amount - 1 if twist == "other_sum" else order.amount
    query = _sealed(_result(order, result, amount, twist))
    if twist == "forged":
        query = query[:-1] + ("0" if query[-1] != "0" else "1")
    return urllib.request.Request(f"{order.notify_url}?{query}")  # noqa: S310 -- the market's own


def is_taken(answer: str) -> bool:
    """Whether VNPAY stops telling: any code but 00 and 02 makes it tell again."""
    return bool(re.search(r'^200 .*"RspCode":"(00|02)"', answer))


def way_back(order: Order, result: str) -> str:
    """Where the payer is led afterwards."""
    return f"{order.back_url}?{_sealed(_result(order, result, order.amount))}"


_ASKED = "RequestId Version Command TmnCode TxnRef TransactionDate CreateDate IpAddr OrderInfo"
_ASKED_BACK = (
    "RequestId Version Command TmnCode TransactionType TxnRef Amount TransactionNo "
    "TransactionDate CreateBy CreateDate IpAddr OrderInfo"
)
_SAID_BACK = (
    "ResponseId Command ResponseCode Message TmnCode TxnRef Amount BankCode PayDate TransactionNo "
    "TransactionType TransactionStatus OrderInfo"
)
_SAID = (
    "ResponseId Command ResponseCode Message TmnCode TxnRef Amount BankCode PayDate TransactionNo "
    "TransactionType TransactionStatus OrderInfo PromotionCode PromotionAmount"
)


def _piped(fields: dict[str, str], names: str) -> str:
    return "|".join(fields.get("vnp_" + name, "") for name in names.split())


@require_POST
def api(request: HttpRequest) -> HttpResponse:
    """Answer a querydr or a refund."""
    broken = faults.struck("vnpay")
    if broken is not None and not faults.is_done_all_the_same(broken):
        return broken
    try:
        fields = {name: str(value) for name, value in json.loads(request.body).items()}
    except (ValueError, AttributeError):
        return _said({}, "03", "Invalid format")
    known = {"refund": _refund, "querydr": _query}.get(fields.get("vnp_Command", ""))
    answer = known(fields) if known else _said(fields, "03", "Invalid format")
    return broken or answer


def _query(fields: dict[str, str]) -> HttpResponse:
    if refused := _fault(fields, _ASKED):
        return _said(fields, *refused)
    order = orders.find("vnpay", fields.get("vnp_TxnRef", ""))
    if order is None or fields["vnp_TransactionDate"] != _written(order.asked_at):
        return _said(fields, "91", "Transaction not found")
    told = _result(order, order.result, order.amount) | {"vnp_TransactionType": "01"}
    told.pop("vnp_CardType")
    if order.refunds:
        told |= _back(order)
    return _said(fields, "00", "Query success", told)


def _refund(fields: dict[str, str]) -> HttpResponse:
    if refused := _fault(fields, _ASKED_BACK):
        return _said(fields, *refused, signed=_SAID_BACK)
    order = orders.find("vnpay", fields.get("vnp_TxnRef", ""))
    if order is None or fields["vnp_TransactionDate"] != _written(order.asked_at):
        return _said(fields, "91", "Transaction not found", signed=_SAID_BACK)
    amount = int(fields["vnp_Amount"]) // 100
    if (fields["vnp_TransactionType"] == "02") != (amount == order.amount):
        return _said(fields, "03", "Invalid format", signed=_SAID_BACK)
    if order.send_back(fields["vnp_RequestId"], amount) is None:
        return _said(fields, "95", "Transaction was not successful", signed=_SAID_BACK)
    told = {"vnp_Amount": fields["vnp_Amount"], "vnp_TransactionStatus": "05"}
    return _said(fields, "00", "Refund success", told, signed=_SAID_BACK)


def _back(order: Order) -> dict[str, str]:
    """What a query says of an order of which money goes back: the latest refund."""
    made = list(order.refunds.values())[-1]
    return {
        "vnp_TransactionType": "02" if made.amount == order.amount else "03",
        "vnp_Amount": str(made.amount * 100),
        "vnp_TransactionNo": str(made.number),
        "vnp_TransactionStatus": {"done": "06", "refused": "09", "later": "05"}[made.asked()],
    }


def _fault(fields: dict[str, str], signed: str) -> tuple[str, str] | None:
    """What is wrong with a query: VNPAY's code and words."""
    if not hmac.compare_digest(fields.get("vnp_SecureHash", ""), _hash(_piped(fields, signed))):
        return "97", "Invalid checksum"
    if fields.get("vnp_TmnCode") != settings.VNPAY_TMN_CODE:
        return "02", "Invalid terminal"
    if fields["vnp_RequestId"] in _asked_by:
        return "94", "Duplicate request"
    _asked_by.add(fields["vnp_RequestId"])
    return None


def _written(moment: dt.datetime) -> str:
    return moment.astimezone(LOCAL).strftime("%Y%m%d%H%M%S")


def _said(
    asked: dict[str, str],
    code: str,
    words: str,
    told: dict[str, str] | None = None,
    *,
    signed: str = _SAID,
) -> HttpResponse:
    body = (told or {}) | {
        "vnp_ResponseId": secrets.token_hex(16),
        "vnp_Command": asked.get("vnp_Command", "querydr"),
        "vnp_ResponseCode": code,
        "vnp_Message": words,
        "vnp_TmnCode": settings.VNPAY_TMN_CODE,
        "vnp_TxnRef": asked.get("vnp_TxnRef", ""),
    }
    return JsonResponse(body | {"vnp_SecureHash": _hash(_piped(body, signed))})
