"""The bank's account book; whoever reads it tells the market of each transfer."""

from __future__ import annotations

import csv
import datetime as dt
import io
import itertools
import time
from dataclasses import dataclass, field, replace
from functools import partial
from zoneinfo import ZoneInfo

from payments.sandbox import dice, tellers, telling

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
KEPT = 50

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
    tellers: tuple[str, ...] = ("sepay",)


@dataclass
class Transfer:
    """One transfer on the account, and every answer the market gave to its message."""

    number: int
    order: Order
    written_at: str  # on the bank's clock
    answers: list[str] = field(default_factory=list)
    due_at: dt.datetime | None = None

    @property
    def reference(self) -> str:
        """The bank's own number, the same whoever tells of it."""
        return f"SANDBOX.{self.number}"

    @property
    def is_taken(self) -> bool:
        """Whether the market took the message."""
        return any(answer.startswith("200 ") for answer in self.answers)


def send(order: Order) -> Transfer:
    """Make a transfer and tell the market of it: at once, or after the delay."""
    how, delay = dice.fall(order.how, order.delay, dice.BANK)
    order = replace(order, how=how, delay=delay)
    transfer = _write(order)
    if order.how == "apart":  # the payer pressed the button twice: two transfers
        _deliver(_write(order))
    if order.how == "never":
        return transfer
    if order.delay:
        transfer.due_at = dt.datetime.now(LOCAL) + dt.timedelta(seconds=order.delay)
        telling.later(order.delay, lambda: _deliver(transfer))
    else:
        _deliver(transfer)
        if order.how == "twice":  # the message comes twice of one transfer
            _deliver(transfer)
    return transfer


def forget() -> None:
    """Begin the account book anew; numbers go on."""
    _sent.clear()


def transfer(number: int) -> Transfer | None:
    """A transfer made since the sandbox started."""
    return _sent.get(number)


def latest() -> list[Transfer]:
    """The latest transfers, newest first."""
    return [_sent[number] for number in sorted(_sent, reverse=True)][:10]


def statement() -> str:
    """Every transfer of the account as the bank's own file, CSV: with what stands above and below.

    Told or not, each is in it, the oldest first.
    """
    written = io.StringIO()
    rows = csv.writer(written)
    rows.writerow(["NGÂN HÀNG TẬP SỰ"])
    rows.writerow(["Ngày giao dịch", "Số tham chiếu", "Ghi nợ", "Ghi có", "Nội dung"])
    total = 0
    for number in sorted(_sent):
        made = _sent[number]
        total += made.order.amount
        day, _, hour = made.written_at.partition(" ")
        shown = "/".join(reversed(day.split("-")))
        amount = f"{made.order.amount:,}"
        rows.writerow([f"{shown} {hour}", made.reference, "", amount, made.order.memo])
    rows.writerow(["", "", "", f"{total:,}", "Cộng phát sinh"])
    return written.getvalue()


def _write(order: Order) -> Transfer:
    made = Transfer(next(_ids), order, dt.datetime.now(LOCAL).strftime("%Y-%m-%d %H:%M:%S"))
    _sent[made.number] = made
    for old in sorted(_sent)[:-KEPT]:
        _sent.pop(old, None)
    return made


def _deliver(transfer: Transfer) -> None:
    for name in transfer.order.tellers:
        telling.deliver(partial(_tell, transfer, name))


def _tell(transfer: Transfer, name: str) -> bool:
    answer = telling.send(tellers.ALL[name](transfer))
    transfer.answers.append(answer)
    return answer.startswith("20")
