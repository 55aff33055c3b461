"""Plays SePay at our door: transfers as it tells them, signed as it signs them."""

from __future__ import annotations

import hashlib
import hmac
import itertools
import json
import time
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.test import Client

ADDRESS = "/payments/bank/sepay"
_numbers = itertools.count(1)


def transfer(memo: str, amount: int, **other: Any) -> dict[str, Any]:
    """The body of one incoming transfer; every one has a number and a reference of its own."""
    number = next(_numbers)
    return {
        "id": number,
        "gateway": "Vietcombank",
        "transactionDate": "2026-11-20 10:00:00",
        "accountNumber": settings.VIETQR_ACCOUNT,
        "code": None,
        "content": memo,
        "transferType": "in",
        "transferAmount": amount,
        "accumulated": 19077000,
        "subAccount": None,
        "referenceCode": f"MBVCB.{number:010d}",
        "description": "",
    } | other


def signature(body: bytes, timestamp: str, secret: str) -> str:
    """What SePay writes into ``X-SePay-Signature``, by its documentation."""
    signed = timestamp.encode() + b"." + body
    return "sha256=" + hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()


def post(
    body: bytes | dict[str, Any],
    *,
    age: int = 0,
    secret: str | None = None,
    headers: dict[str, str] | None = None,
) -> HttpResponse:
    """Post a body, signed ``age`` seconds ago; ``headers`` stand in place of the right ones."""
    raw = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
    timestamp = str(int(time.time()) - age)
    secret = settings.SEPAY_WEBHOOK_SECRET.split(",")[0] if secret is None else secret
    signed = {
        "X-SePay-Timestamp": timestamp,
        "X-SePay-Signature": signature(raw, timestamp, secret),
    } | (headers or {})
    return Client().post(ADDRESS, raw, content_type="application/json", headers=signed)
