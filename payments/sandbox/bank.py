"""The bank's account book, and SePay, who reads it and posts each transfer to the market."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import itertools
import json
import time
import urllib.request
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from django.conf import settings

from payments.sandbox import telling

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
WEBHOOK = "/payments/bank/sepay"
KEPT = 50
STALE_SECONDS = 600

_ids = itertools.count(time.time_ns() // 1_000_000)
_sent: dict[int, Transfer] = {}


@dataclass(frozen=True)
class Order:
    """What the payer wants: to which account, how much in đồng, with which words, and how."""

    account: str
    gateway: str
    amount: int
    memo: str
    how: str = "once"
    delay: int = 0


@dataclass
class Transfer:
    """One transfer on the account, and every answer the market gave to its message."""

    number: int
    order: Order
    body: bytes
    answers: list[str] = field(default_factory=list)
    due_at: dt.datetime | None = None

    @property
    def is_taken(self) -> bool:
        """Whether the market took the message."""
        return any(answer.startswith("200 ") for answer in self.answers)


def send(order: Order) -> Transfer:
    """Make a transfer and tell the market of it: at once, or after the delay."""
    transfer = _write(order)
    if order.how == "apart":  # the payer pressed the button twice: two transfers
        _deliver(_write(order))
    if order.delay:
        transfer.due_at = dt.datetime.now(LOCAL) + dt.timedelta(seconds=order.delay)
        telling.later(order.delay, lambda: _deliver(transfer))
    else:
        _deliver(transfer)
        if order.how == "twice":  # SePay tells twice of one transfer
            _deliver(transfer)
    return transfer


def transfer(number: int) -> Transfer | None:
    """A transfer made since the sandbox started."""
    return _sent.get(number)


def latest() -> list[Transfer]:
    """The latest transfers, newest first."""
    return [_sent[number] for number in sorted(_sent, reverse=True)][:10]


def _write(order: Order) -> Transfer:
    number = next(_ids)
    body = {
        "id": number,
        "gateway": order.gateway,
        "transactionDate": dt.datetime.now(LOCAL).strftime("%Y-%m-%d %H:%M:%S"),
        "accountNumber": order.account,
        "code": None,
        "content": order.memo,
        "transferType": "in",
        "transferAmount": order.amount,
        "accumulated": 0,
        "subAccount": None,
        "referenceCode": f"SANDBOX.{number}",
        "description": f"BankAPINotify {order.memo}",
    }
    raw = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    made = Transfer(number, order, raw)
    _sent[number] = made
    for old in sorted(_sent)[:-KEPT]:
        _sent.pop(old, None)
    return made


def _deliver(transfer: Transfer) -> None:
    telling.deliver(lambda: _tell(transfer))


def _tell(transfer: Transfer) -> bool:
    answer = _post(transfer)
    transfer.answers.append(answer)
    return answer.startswith("20")


def _signed(transfer: Transfer) -> dict[str, str]:
    moment = int(time.time())
    if transfer.order.how == "stale":
        moment -= STALE_SECONDS
    secret = settings.SEPAY_WEBHOOK_SECRET.split(",")[0].strip()  # the first of two valid ones
    if transfer.order.how == "forged":
        secret += "-of-somebody-else"
    text = str(moment).encode() + b"." + transfer.body
    digest = hmac.new(secret.encode(), text, hashlib.sha256).hexdigest()
    return {
        "Content-Type": "application/json",
        "X-SePay-Timestamp": str(moment),
        "X-SePay-Signature": f"sha256={digest}",
        "User-Agent": "SePay-Webhook (sandbox)",
    }


def _post(transfer: Transfer) -> str:
    """The market's answer as ``status body``, or why there was none."""
    request = urllib.request.Request(  # noqa: S310 -- the market's own address, from its settings
        f"{settings.PUBLIC_URL}{WEBHOOK}",
        data=transfer.body,
        headers=_signed(transfer),
        method="POST",
    )
    return telling.send(request)
