"""Plays MoMo v2: create, query, the message to the market, the way back."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import json
import urllib.parse
import urllib.request
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from payments.sandbox import faults, orders
from payments.sandbox.orders import Order

NAME = "MoMo"
MINUTES = 15
LEAST, MOST = 1_000, 50_000_000
CODES = {
    "": (1000, "Transaction is initiated, waiting for user confirmation."),
    "paid": (0, "Successful."),
    "cancelled": (1006, "Transaction denied by user."),
    "wrong_code": (4100, "User fails to log in."),
    "no_money": (1001, "Insufficient funds."),
    "too_late": (1005, "The url or QR code expired."),
    "held": (7000, "Transaction is being processed."),
}
REFUNDS = {"done": 0, "refused": 1080, "later": 7002}
_requests: set[str] = set()


def _seal(**fields: object) -> str:
    """The fields are given in the order in which MoMo signs them."""
    text = "&".join(f"{name}={value}" for name, value in fields.items())
    key = settings.MOMO_SECRET_KEY.split(",")[0].strip()
    return hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()


def _milliseconds(twist: str = "") -> int:
    return int(faults.now(twist).timestamp() * 1000)


def _read(request: HttpRequest) -> dict[str, Any]:
    try:
        fields = json.loads(request.body)
    except ValueError:
        return {}
    return fields if isinstance(fields, dict) else {}


@require_POST
def create(request: HttpRequest) -> HttpResponse:
    """Make a payment page for an order."""
    broken = faults.struck("momo")
    if broken is not None and not faults.is_done_all_the_same(broken):
        return broken
    asked = _read(request)
    if refused := _fault(asked):
        return _said(asked, *refused)
    order = Order(
        provider="momo",
        reference=asked["orderId"],
        amount=asked["amount"],
        title=asked["orderInfo"],
        back_url=asked["redirectUrl"],
        notify_url=asked["ipnUrl"],
        expires_at=dt.datetime.now(dt.UTC) + dt.timedelta(minutes=MINUTES),
        facts={
            "request": asked["requestId"],
            "extra": asked["extraData"],
            "held": "" if asked.get("autoCapture", True) else "held",
        },
    )
    if not orders.keep(order):
        return _said(asked, 41, "OrderId is duplicated.")
    _requests.add(asked["requestId"])
    page = request.build_absolute_uri(f"/pay/{order.key}")
    return broken or _said(asked, 0, "Successful.", payUrl=page, deeplink=page, qrCodeUrl=page)


def _fault(asked: dict[str, Any]) -> tuple[int, str] | None:
    """What is wrong with a call to create: MoMo's code and words."""
    right = _seal(
        accessKey=settings.MOMO_ACCESS_KEY,
        amount=asked.get("amount"),
        extraData=asked.get("extraData"),
        ipnUrl=asked.get("ipnUrl"),
        orderId=asked.get("orderId"),
        orderInfo=asked.get("orderInfo"),
        partnerCode=asked.get("partnerCode"),
        redirectUrl=asked.get("redirectUrl"),
        requestId=asked.get("requestId"),
        requestType=asked.get("requestType"),
    )
    if not hmac.compare_digest(str(asked.get("signature")), right):
        return 13, "Merchant authentication failed."
    amount = asked["amount"]
    if type(amount) is not int or not LEAST <= amount <= MOST:
        return 22, "The transaction amount is out of range."
    if asked["requestType"] not in ("captureWallet", "payWithMethod"):
        return 20, "Bad format request."
    if asked["requestId"] in _requests:
        return 40, "RequestId is duplicated."
    return None


@require_POST
def query(request: HttpRequest) -> HttpResponse:
    """Say how an order stands."""
    if broken := faults.struck("momo"):
        return broken
    asked = _read(request)
    right = _seal(
        accessKey=settings.MOMO_ACCESS_KEY,
        orderId=asked.get("orderId"),
        partnerCode=asked.get("partnerCode"),
        requestId=asked.get("requestId"),
    )
    if not hmac.compare_digest(str(asked.get("signature")), right):
        return _said(asked, 13, "Merchant authentication failed.")
    order = orders.find("momo", asked["orderId"])
    if order is None:
        return _said(asked, 42, "OrderId is not found.")
    code, words = _code(order, order.result)
    paid = order.result == "paid"
    return _said(
        asked,
        code,
        words,
        amount=order.amount,
        transId=order.number if paid else 0,
        payType="qr",
        refundTrans=[
            {
                "orderId": key,
                "amount": one.amount,
                "resultCode": REFUNDS[one.asked()],
                "transId": one.number,
                "createdTime": _milliseconds(),
            }
            for key, one in order.refunds.items()
        ],
        extraData=order.facts["extra"],
    )


@require_POST
def refund(request: HttpRequest) -> HttpResponse:
    """Send money back to the wallet."""
    broken = faults.struck("momo")
    if broken is not None and not faults.is_done_all_the_same(broken):
        return broken
    asked = _read(request)
    right = _seal(
        accessKey=settings.MOMO_ACCESS_KEY,
        amount=asked.get("amount"),
        description=asked.get("description"),
        orderId=asked.get("orderId"),
        partnerCode=asked.get("partnerCode"),
        requestId=asked.get("requestId"),
        transId=asked.get("transId"),
    )
    if not hmac.compare_digest(str(asked.get("signature")), right):
        return _said(asked, 13, "Merchant authentication failed.")
    paid = orders.of_number("momo", int(asked["transId"]))
    made = paid.send_back(asked["orderId"], int(asked["amount"])) if paid else None
    if made is None:
        return broken or _said(asked, 1080, "Refund is rejected.")
    return broken or _said(asked, REFUNDS[made.state], "refund", transId=made.number)


@require_POST
def confirm(request: HttpRequest) -> HttpResponse:
    """Take the money that is held, or let it go; each once."""
    if broken := faults.struck("momo"):
        return broken
    asked = _read(request)
    signed = (
        *("amount", "description", "orderId", "partnerCode"),
        *("requestId", "requestType"),
    )
    right = _seal(accessKey=settings.MOMO_ACCESS_KEY, **{name: asked.get(name) for name in signed})
    if not hmac.compare_digest(str(asked.get("signature")), right):
        return _said(asked, 13, "Merchant authentication failed.")
    order = orders.find("momo", asked["orderId"])
    if order is None or order.result != "paid" or order.facts["held"] != "held":
        return _said(asked, 1080, "Transaction cannot be confirmed.")
    order.facts["held"] = "taken"
    if asked["requestType"] == "cancel":
        order.result = "cancelled"
    return _said(asked, 0, "Successful.", transId=order.number, requestType=asked["requestType"])


def _code(order: Order, result: str) -> tuple[int, str]:
    """How an order stands; 9000 while the market has not confirmed."""
    if result == "paid" and order.facts["held"] == "held":
        return 9000, "Transaction is authorized successfully."
    return CODES[result]


def _said(asked: dict[str, Any], code: int, words: str, **more: object) -> HttpResponse:
    return JsonResponse(
        {
            "partnerCode": asked.get("partnerCode"),
            "requestId": asked.get("requestId"),
            "orderId": asked.get("orderId"),
            "amount": asked.get("amount"),
            "responseTime": _milliseconds(),
            "message": words,
            "resultCode": code,
        }
        | more
    )


def _result(order: Order, result: str, amount: int, twist: str = "") -> dict[str, object]:
    code, words = _code(order, result)
    told: dict[str, object] = {
        "partnerCode": settings.MOMO_PARTNER_CODE,
        "orderId": order.reference,
        "requestId": order.facts["request"],
        "amount": amount,
        "orderInfo": order.title,
        "orderType": "momo_wallet",
        "transId": order.number,
        "resultCode": code,
        "message": words,
        "payType": "qr",
        "responseTime": _milliseconds(twist),
        "extraData": order.facts["extra"],
    }
    signed = {"accessKey": settings.MOMO_ACCESS_KEY} | told
    told["signature"] = _seal(**dict(sorted(signed.items())))
    return told


def message(order: Order, result: str, twist: str) -> urllib.request.Request | None:
    """The message of a result, as the market is told of it."""
    amount = order.amount - 1 if twist == "other_sum" else order.amount
    told = _result(order, result, amount, twist)
    if twist == "forged":
        told["message"] = "Paid."
    return urllib.request.Request(  # noqa: S310 -- the market's own address, told by the market
        order.notify_url,
        data=json.dumps(told).encode(),
        headers={"Content-Type": "application/json; charset=UTF-8"},
        method="POST",
    )


def is_taken(answer: str) -> bool:
    """Whether MoMo stops telling: it wants 204 without a body."""
    return answer.startswith("204")


def way_back(order: Order, result: str) -> str:
    """Where the payer is led afterwards."""
    told = urllib.parse.urlencode(_result(order, result, order.amount))
    return f"{order.back_url}?{told}"
