"""What the practice gateways know of each payment that was asked of them; kept while they run."""

from __future__ import annotations

import datetime as dt
import itertools
import secrets
import threading
import time
from dataclasses import dataclass, field

KEPT = 200

_numbers = itertools.count(time.time_ns() // 10_000_000 % 10**9)
_orders: dict[str, Order] = {}
_lock = threading.Lock()


@dataclass
class Order:
    """One payment: who asked for how much, in đồng, and how it stands."""

    provider: str
    reference: str
    amount: int
    title: str
    back_url: str
    notify_url: str
    expires_at: dt.datetime
    facts: dict[str, str] = field(default_factory=dict)
    key: str = field(default_factory=lambda: secrets.token_urlsafe(12))
    number: int = field(default_factory=lambda: next(_numbers))
    asked_at: dt.datetime = field(default_factory=lambda: dt.datetime.now(dt.UTC))
    result: str = ""  # empty while nothing is decided, else a word of ``forms.RESULTS``
    answers: list[str] = field(default_factory=list)

    @property
    def is_over(self) -> bool:
        """Whether the payer's time has run out."""
        return dt.datetime.now(dt.UTC) > self.expires_at


def keep(order: Order) -> bool:
    """Keep a new order; False when its provider knows the reference already."""
    with _lock:
        if _find(order.provider, order.reference) is not None:
            return False
        _orders[order.key] = order
        for old in list(_orders)[:-KEPT]:
            del _orders[old]
        return True


def find(provider: str, reference: str) -> Order | None:
    """The order a provider knows under the market's reference."""
    with _lock:
        return _find(provider, reference)


def of_key(key: str) -> Order | None:
    """The order of a payment page's address."""
    return _orders.get(key)


def latest() -> list[Order]:
    """The latest orders, newest first."""
    with _lock:
        return list(_orders.values())[:-11:-1]


def _find(provider: str, reference: str) -> Order | None:
    known = (one for one in _orders.values() if one.provider == provider)
    return next((one for one in known if one.reference == reference), None)
