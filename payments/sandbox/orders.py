"""What the practice gateways know of each payment that was asked of them; kept while they run."""

from __future__ import annotations

import datetime as dt
import itertools
import secrets
import threading
import time
from dataclasses import dataclass, field

from payments.sandbox import faults

KEPT = 200

_numbers = itertools.count(time.time_ns() // 10_000_000 % 10**9)
_orders: dict[str, Order] = {}
_lock = threading.Lock()


@dataclass
class Refund:
    """Money that goes back: done, refused, or decided when it is asked about the second time.

    What ``is_undone`` is refused after it was called done.
    """

    amount: int
    state: str
    is_undone: bool = False
    number: int = field(default_factory=lambda: next(_numbers))

    def asked(self) -> str:
        """How it stands; whoever asks moves it on."""
        told = self.state
        if told == "later":
            self.state = "done"
        elif told == "done" and self.is_undone:
            self.state = "refused"
        return told


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
    refunds: dict[str, Refund] = field(default_factory=dict)

    def send_back(self, key: str, amount: int) -> Refund | None:
        """Begin a refund; None when more would go back than came, or the key was used."""
        gone = sum(one.amount for one in self.refunds.values() if one.state != "refused")
        if self.result != "paid" or key in self.refunds or gone + amount > self.amount:
            return None
        state = faults.of_refund(self.provider)
        undone = state == "undone"
        self.refunds[key] = Refund(amount, "done" if undone else state, is_undone=undone)
        return self.refunds[key]

    @property
    def is_over(self) -> bool:
        """Whether the payer's time has run out."""
        return dt.datetime.now(dt.UTC) > self.expires_at


def forget() -> None:
    """Know of no payment any more."""
    with _lock:
        _orders.clear()


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


def of_number(provider: str, number: int) -> Order | None:
    """The order a provider gave this number."""
    with _lock:
        known = (one for one in _orders.values() if one.provider == provider)
        return next((one for one in known if one.number == number), None)


def of_key(key: str) -> Order | None:
    """The order of a payment page's address."""
    return _orders.get(key)


def every() -> list[Order]:
    """Every order that is kept."""
    with _lock:
        return list(_orders.values())


def latest() -> list[Order]:
    """The latest orders, newest first."""
    with _lock:
        return list(_orders.values())[:-11:-1]


def _find(provider: str, reference: str) -> Order | None:
    known = (one for one in _orders.values() if one.provider == provider)
    return next((one for one in known if one.reference == reference), None)
