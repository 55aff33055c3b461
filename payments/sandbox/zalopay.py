"""Plays ZaloPay v2: create, query, the call back after a payment, the way back."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import json
import re
import time
import urllib.parse
import urllib.request
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from payments.sandbox import faults, orders
from payments.sandbox.orders import Order

NAME = "ZaloPay"
LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
DRIFT_MILLISECONDS = 15 * 60 * 1000
SIGNED = ("app_id", "app_trans_id", "app_user", "amount", "app_time", "embed_data", "item")
# How a query answers: return_code and sub_return_code.
CODES = {
    "": (3, -49),
    "paid": (1, 1),
    "cancelled": (2, -217),
    "wrong_code": (2, -117),
    "no_money": (2, -63),
    "too_late": (2, -54),
    "held": (3, -49),
}


def _mac(name: str, *parts: object) -> str:
    key = getattr(settings, name).split(",")[0].strip()
    text = "|".join(map(str, parts))
    return hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()


def _read(request: HttpRequest) -> dict[str, Any]:
    """ZaloPay takes JSON and forms."""
    if request.content_type == "application/x-www-form-urlencoded":
        return dict(urllib.parse.parse_qsl(request.body.decode(), keep_blank_values=True))
    try:
        fields = json.loads(request.body)
    except ValueError:
        return {}
    return fields if isinstance(fields, dict) else {}


def _said(code: int, sub: int, words: str, **more: object) -> HttpResponse:
    return JsonResponse(
        {
            "return_code": code,
            "return_message": words,
            "sub_return_code": sub,
            "sub_return_message": words,
        }
        | more
    )


@require_POST
def create(request: HttpRequest) -> HttpResponse:
    """Make a payment page for an order."""
    broken = faults.struck("zalopay")
    if broken is not None and not faults.is_done_all_the_same(broken):
        return broken
    asked = _read(request)
    if refused := _fault(asked):
        return _said(2, *refused)
    seconds = int(asked.get("expire_duration_seconds") or 900)
    order = Order(
        provider="zalopay",
        reference=str(asked["app_trans_id"]),
        amount=int(asked["amount"]),
        title=str(asked["description"]),
        back_url=json.loads(asked["embed_data"])["redirecturl"],
        notify_url=str(asked["callback_url"]),
        expires_at=dt.datetime.now(dt.UTC) + dt.timedelta(seconds=seconds),
        facts={name: str(asked[name]) for name in SIGNED},
    )
    if not orders.keep(order):
        return _said(2, -68, "app_trans_id is duplicated")
    page = request.build_absolute_uri(f"/pay/{order.key}")
    return broken or _said(1, 1, "success", order_url=page, zp_trans_token=order.key)


def _fault(asked: dict[str, Any]) -> tuple[int, str] | None:
    """What is wrong with a call to create: ZaloPay's code and words."""
    right = _mac("ZALOPAY_KEY1", *(asked.get(name) for name in SIGNED))
    if not hmac.compare_digest(str(asked.get("mac")), right):
        return -402, "signature is wrong"
    today = dt.datetime.now(LOCAL).strftime("%y%m%d")
    if not re.fullmatch(f"{today}_.{{1,33}}", str(asked["app_trans_id"])):
        return -92, "app_trans_id is wrong"
    if abs(int(asked["app_time"]) - time.time() * 1000) > DRIFT_MILLISECONDS:
        return -53, "app_time is out of range"
    if str(asked["app_id"]) != settings.ZALOPAY_APP_ID or int(asked["amount"]) < 1:
        return -2, "app_id or amount are wrong"
    return None


@require_POST
def query(request: HttpRequest) -> HttpResponse:
    """Say how an order stands."""
    if broken := faults.struck("zalopay"):
        return broken
    asked = _read(request)
    key = settings.ZALOPAY_KEY1.split(",")[0].strip()
    right = _mac("ZALOPAY_KEY1", asked.get("app_id"), asked.get("app_trans_id"), key)
    if not hmac.compare_digest(str(asked.get("mac")), right):
        return _said(2, -402, "signature is wrong")
    order = orders.find("zalopay", str(asked["app_trans_id"]))
    if order is None:
        return _said(2, -101, "app_trans_id is unknown")
    code, sub = CODES[order.result]
    return _said(
        code,
        sub,
        "success" if code == 1 else "not paid",
        is_processing=code not in (1, 2),
        amount=order.amount,
        zp_trans_id=order.number if code == 1 else 0,
        server_time=int(time.time() * 1000),
    )


@require_POST
def refund(request: HttpRequest) -> HttpResponse:
    """Take a refund in; what becomes of it is to be asked."""
    broken = faults.struck("zalopay")
    if broken is not None and not faults.is_done_all_the_same(broken):
        return broken
    asked = _read(request)
    signed = ("app_id", "zp_trans_id", "amount", "description", "timestamp")
    right = _mac("ZALOPAY_KEY1", *(asked.get(name) for name in signed))
    if not hmac.compare_digest(str(asked.get("mac")), right):
        return _said(2, -402, "signature is wrong")
    number = str(asked["m_refund_id"])
    if not re.fullmatch(rf"[0-9]{{6}}_{settings.ZALOPAY_APP_ID}_[0-9A-Za-z]{{1,30}}", number):
        return _said(2, -92, "m_refund_id is wrong")
    paid = orders.of_number("zalopay", int(asked["zp_trans_id"]))
    if paid is not None and number in paid.refunds:
        return _said(2, -23, "m_refund_id is duplicated")
    made = paid.send_back(number, int(asked["amount"])) if paid else None
    if made is None:
        return broken or _said(2, -14, "amount is wrong")
    if made.state == "done":
        made.state = "later"  # ZaloPay never decides at once
    return broken or _said(3, 2, "processing", refund_id=made.number)


@require_POST
def query_refund(request: HttpRequest) -> HttpResponse:
    """Say what became of a refund."""
    if broken := faults.struck("zalopay"):
        return broken
    asked = _read(request)
    number = str(asked.get("m_refund_id"))
    right = _mac("ZALOPAY_KEY1", asked.get("app_id"), number, asked.get("timestamp"))
    if not hmac.compare_digest(str(asked.get("mac")), right):
        return _said(2, -402, "signature is wrong")
    made = next((o.refunds[number] for o in orders.every() if number in o.refunds), None)
    if made is None:
        return _said(2, -101, "m_refund_id is unknown")
    code = {"done": 1, "refused": 2, "later": 3}[made.asked()]
    return _said(code, 1 if code == 1 else -14, "refund")


def message(order: Order, result: str, twist: str) -> urllib.request.Request | None:
    """The call back; None for everything but a payment, which alone is called back."""
    if result != "paid":
        return None
    told = {
        "app_id": int(order.facts["app_id"]),
        "app_trans_id": order.reference,
        "app_time": int(order.facts["app_time"]),
        "app_user": order.facts["app_user"],
        "amount": order.amount - 1 if twist == "other_sum" else order.amount,
        "embed_data": order.facts["embed_data"],
        "item": order.facts["item"],
        "zp_trans_id": order.number,
        "server_time": int(faults.now(twist).timestamp() * 1000),
        "channel": 38,
        "merchant_user_id": "practice",
        "user_fee_amount": 0,
        "discount_amount": 0,
    }
    data = json.dumps(told)
    mac = _mac("ZALOPAY_KEY1" if twist == "forged" else "ZALOPAY_KEY2", data)
    return urllib.request.Request(  # noqa: S310 -- the market's own address, told by the market
        order.notify_url,
        data=json.dumps({"data": data, "mac": mac, "type": 1}).encode(),
        headers={"Content-Type": "application/json"},
        method="POST",
    )


def is_taken(answer: str) -> bool:
    """Whether ZaloPay stops calling: it calls again after anything but 1 and 2."""
    return bool(re.search(r'^200 .*"return_code":(1|2)\b', answer))


def way_back(order: Order, result: str) -> str:
    """Where the payer is led afterwards."""
    app_id, status = order.facts["app_id"], 1 if result == "paid" else CODES[result][1]
    parts = (app_id, order.reference, 38, "", order.amount, 0, status)
    told = {
        "appid": app_id,
        "apptransid": order.reference,
        "pmcid": 38,
        "bankcode": "",
        "amount": order.amount,
        "discountamount": 0,
        "status": status,
        "checksum": _mac("ZALOPAY_KEY2", *parts),
    }
    return f"{order.back_url}?{urllib.parse.urlencode(told)}"
