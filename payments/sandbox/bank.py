"""The bank's account book, and SePay, who reads it and posts each transfer to the market."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import http.client
import itertools
import json
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from django.conf import settings

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
WEBHOOK = "/payments/bank/sepay"
PATIENCE_SECONDS = 10
# SePay tells again up to seven times, at Fibonacci's distances; here seconds stand for its minutes.
RETRY_SECONDS = (1, 1, 2, 3, 5, 8, 13)
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
        _deliver(_write(order), 0)
    if order.delay:
        transfer.due_at = dt.datetime.now(LOCAL) + dt.timedelta(seconds=order.delay)
        _later(order.delay, transfer, 0)
    else:
        _deliver(transfer, 0)
        if order.how == "twice":  # SePay tells twice of one transfer
            _deliver(transfer, 0)
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


def _later(seconds: float, transfer: Transfer, tries: int) -> None:
    timer = threading.Timer(seconds, _deliver, (transfer, tries))
    timer.daemon = True
    timer.start()


def _deliver(transfer: Transfer, tries: int) -> None:
    answer = _post(transfer)
    transfer.answers.append(answer)
    if not answer.startswith("20") and tries < len(RETRY_SECONDS):
        _later(RETRY_SECONDS[tries], transfer, tries + 1)


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
    try:
        with urllib.request.urlopen(  # noqa: S310 -- as above
            request, timeout=PATIENCE_SECONDS
        ) as answer:
            return f"{answer.status} {answer.read(200).decode(errors='replace')}"
    except urllib.error.HTTPError as error:
        return f"{error.code} {error.read(200).decode(errors='replace')}"
    except urllib.error.URLError as error:
        return f"--- {error.reason}"
    except (OSError, http.client.HTTPException) as error:
        return f"--- {error}"
