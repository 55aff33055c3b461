"""Plays VNPAY, MoMo and ZaloPay at our doors: their messages, signed as their documents say."""

from __future__ import annotations

import hmac
import itertools
import json
import time
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from marketplace.records import clock
from payments.models import Attempt

VNPAY, MOMO, ZALOPAY = "/payments/vnpay/ipn", "/payments/momo/ipn", "/payments/zalopay/callback"
STRIPE = "/payments/stripe/webhook"
PROVIDERS = ("vnpay", "momo", "zalopay")
_numbers = itertools.count(14_226_112)


def _hex(name: str, text: str, method: str = "sha256") -> str:
    key = getattr(settings, name).split(",")[0].encode()
    return hmac.new(key, text.encode(), method).hexdigest()


def vnpay_fields(attempt: Attempt, *, code: str = "00", **other: str) -> dict[str, str]:
    """The fields of one result; a code that is not 00 is a payment that failed."""
    return {
        "vnp_Amount": str(attempt.amount * 100),
        "vnp_BankCode": "NCB",
        "vnp_CardType": "ATM",
        "vnp_OrderInfo": f"Thanh toan don hang {attempt.invoice.reference}",
        "vnp_PayDate": clock.now().astimezone(clock.LOCAL).strftime("%Y%m%d%H%M%S"),
        "vnp_ResponseCode": code,
        "vnp_TmnCode": settings.VNPAY_TMN_CODE,
        "vnp_TransactionNo": str(next(_numbers)) if code in ("00", "07") else "0",
        "vnp_TransactionStatus": {"00": "00", "07": "07"}.get(code, "02"),
        "vnp_TxnRef": attempt.memo,
    } | other


def vnpay_query(fields: dict[str, str]) -> str:
    """The fields, by name, with their seal."""
    text = urlencode(sorted(fields.items()))
    return f"{text}&vnp_SecureHash={_hex('VNPAY_HASH_SECRET', text, 'sha512')}"


def vnpay(fields: dict[str, str]) -> HttpResponse:
    """Tell it as VNPAY does."""
    return Client().get(f"{VNPAY}?{vnpay_query(fields)}")


def momo_fields(attempt: Attempt, *, code: int = 0, **other: Any) -> dict[str, Any]:
    """The fields of one result, sealed; ``other`` is changed before the seal."""
    fields = {
        "partnerCode": settings.MOMO_PARTNER_CODE,
        "orderId": attempt.memo,
        "requestId": attempt.memo,
        "amount": attempt.amount,
        "orderInfo": f"Don hang {attempt.invoice.reference}",
        "orderType": "momo_wallet",
        "transId": next(_numbers),
        "resultCode": code,
        "message": "Thành công." if code == 0 else "Bị từ chối.",
        "payType": "qr",
        "responseTime": int(clock.now().timestamp() * 1000),
        "extraData": "",
    } | other
    signed = sorted(({"accessKey": settings.MOMO_ACCESS_KEY} | fields).items())
    text = "&".join(f"{name}={value}" for name, value in signed)
    return fields | {"signature": _hex("MOMO_SECRET_KEY", text)}


def momo(fields: dict[str, Any]) -> HttpResponse:
    """Tell it as MoMo does."""
    return Client().post(MOMO, json.dumps(fields), content_type="application/json")


def zalopay_body(attempt: Attempt, **other: Any) -> dict[str, Any]:
    """One call back, sealed; ``other`` is changed before the seal."""
    day = attempt.created_at.astimezone(clock.LOCAL).strftime("%y%m%d")
    data = {
        "app_id": int(settings.ZALOPAY_APP_ID),
        "app_trans_id": f"{day}_{attempt.memo}",
        "app_time": int(attempt.created_at.timestamp() * 1000),
        "app_user": "cho-son-la",
        "amount": attempt.amount,
        "embed_data": "{}",
        "item": "[]",
        "zp_trans_id": next(_numbers),
        "server_time": int(clock.now().timestamp() * 1000),
        "channel": 38,
    } | other
    text = json.dumps(data)
    return {"data": text, "mac": _hex("ZALOPAY_KEY2", text), "type": 1}


def zalopay(body: dict[str, Any]) -> HttpResponse:
    """Tell it as ZaloPay does."""
    return Client().post(ZALOPAY, json.dumps(body), content_type="application/json")


def card_event(attempt: Attempt, kind: str = "payment_intent.succeeded", **other: Any) -> Any:
    """One event about an attempt's intent; ``other`` stands in place of the intent's fields."""
    number = attempt.provider_reference or f"pi_{attempt.memo}"
    found = {
        "id": number,
        "object": "payment_intent",
        "amount": attempt.amount,
        "amount_received": attempt.amount,
        "currency": "vnd",
        "metadata": {"attempt": attempt.memo},
    } | other
    event = {"id": f"evt_{next(_numbers)}", "type": kind, "livemode": False}
    return event | {"data": {"object": found}}


def card(event: Any, *, age: int = 0, secret: str = "") -> HttpResponse:
    """Tell it as Stripe does, sealed ``age`` seconds ago."""
    body, moment = json.dumps(event), int(time.time()) - age
    secret = secret or settings.STRIPE_WEBHOOK_SECRET.split(",")[0]
    text = f"{moment}.{body}".encode()
    seal = hmac.new(secret.encode(), text, "sha256").hexdigest()
    headers = {"Stripe-Signature": f"t={moment},v1={seal}"}
    return Client().post(STRIPE, body, content_type="application/json", headers=headers)


def message(provider: str, attempt: Attempt, *, less: int = 0) -> Any:
    """A message of money that came, ``less`` đồng short; sent by ``post``, as often as wanted."""
    amount = attempt.amount - less
    if provider == "vnpay":
        return vnpay_fields(attempt, vnp_Amount=str(amount * 100))
    if provider == "momo":
        return momo_fields(attempt, amount=amount)
    if provider == "card":
        return card_event(attempt, amount=amount, amount_received=amount)
    return zalopay_body(attempt, amount=amount)


def post(provider: str, body: Any) -> HttpResponse:
    """Tell it at the provider's own door."""
    tell = {"vnpay": vnpay, "momo": momo, "zalopay": zalopay, "card": card}
    return tell[provider](body)


def said(answer: HttpResponse) -> tuple[int, bytes]:
    """The answer's status and bytes."""
    return answer.status_code, answer.content
