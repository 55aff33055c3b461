"""SePay, Casso and payOS read the bank's account book; each tells the market in its own way."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
import urllib.request
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from payments.sandbox.bank import Transfer

STALE_SECONDS = 600


def _request(path: str, body: str, **headers: str) -> urllib.request.Request:
    return urllib.request.Request(  # noqa: S310 -- the market's own address, from its settings
        f"{settings.PUBLIC_URL}/payments/bank/{path}",
        data=body.encode(),
        headers={"Content-Type": "application/json"}
        | {name.replace("_", "-"): value for name, value in headers.items()},
        method="POST",
    )


def _key(setting: str, transfer: Transfer) -> bytes:
    """The first of two valid secrets; a forger has another."""
    key = str(getattr(settings, setting)).split(",")[0].strip()
    return (key + "-of-somebody-else" if transfer.order.how == "forged" else key).encode()


def sepay(transfer: Transfer) -> urllib.request.Request:
    """SePay seals the very bytes, with the second they are sent."""
    body = json.dumps(
        {
            "id": transfer.number,
            "gateway": transfer.order.gateway,
            "transactionDate": transfer.written_at,
            "accountNumber": transfer.order.account,
            "code": None,
            "content": transfer.order.memo,
            "transferType": "in",
            "transferAmount": transfer.order.amount,
            "accumulated": 0,
            "subAccount": None,
            "referenceCode": transfer.reference,
            "description": f"BankAPINotify {transfer.order.memo}",
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
    moment = int(time.time()) - (STALE_SECONDS if transfer.order.how == "stale" else 0)
    key = _key("SEPAY_WEBHOOK_SECRET", transfer)
    digest = hmac.new(key, f"{moment}.{body}".encode(), hashlib.sha256).hexdigest()
    return _request(
        "sepay", body, X_SePay_Timestamp=str(moment), X_SePay_Signature=f"sha256={digest}"
    )


def casso(transfer: Transfer) -> urllib.request.Request:
    """Casso seals the body with its keys in order, but sends it as it likes."""
    data = {
        "id": transfer.number,
        "reference": transfer.reference,
        "description": transfer.order.memo,
        "amount": transfer.order.amount,
        "runningBalance": 0,
        "transactionDateTime": transfer.written_at,
        "accountNumber": transfer.order.account,
        "bankName": transfer.order.gateway,
        "counterAccountName": "NGUYEN VAN THU",
    }
    moment = int(time.time() * 1000)
    text = json.dumps(
        {"error": 0, "data": data}, ensure_ascii=False, separators=(",", ":"), sort_keys=True
    )
    key = _key("CASSO_CHECKSUM_KEY", transfer)
    digest = hmac.new(key, f"{moment}.{text}".encode(), hashlib.sha512).hexdigest()
    body = json.dumps({"error": 0, "data": data}, indent=1)
    return _request("casso", body, X_Casso_Signature=f"t={moment},v1={digest}")


def payos(transfer: Transfer) -> urllib.request.Request:
    """PayOS seals the fields of ``data`` by name and puts the seal beside them."""
    data = {
        "orderCode": transfer.number,
        "amount": transfer.order.amount,
        "description": transfer.order.memo,
        "accountNumber": transfer.order.account,
        "reference": transfer.reference,
        "transactionDateTime": transfer.written_at,
        "currency": "VND",
        "paymentLinkId": f"sandbox{transfer.number}",
        "code": "00",
        "desc": "Thành công",
        "counterAccountName": None,
    }
    text = "&".join(f"{name}={data[name] or ''}" for name in sorted(data))
    seal = hmac.new(_key("PAYOS_CHECKSUM_KEY", transfer), text.encode(), hashlib.sha256)
    body = {"code": "00", "desc": "success", "success": True, "data": data}
    return _request("payos", json.dumps(body | {"signature": seal.hexdigest()}))


ALL = {"sepay": sepay, "casso": casso, "payos": payos}
