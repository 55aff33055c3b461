"""What is asked about statements: their orders, a payee's standing, what waits to be paid."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, fields

from django.db.models import QuerySet, Sum

from payments.models import LedgerPosting, Payee, Payout, Statement, StatementLine
from payments.settlement import closing


@dataclass(slots=True)
class Sold:
    """One order on a statement; what the payee gains is above zero, in đồng."""

    reference: str
    at: dt.datetime
    sales: int = 0
    returns: int = 0
    commission: int = 0
    tax: int = 0
    kept: int = 0
    vouchers: int = 0
    awaited: int = 0
    fees: int = 0

    @property
    def left(self) -> int:
        """What of it is the payee's, and was not taken yet."""
        return sum(getattr(self, name) for name in COLUMNS)


COLUMNS = tuple(field.name for field in fields(Sold))[2:]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a payee stands: not on a statement yet, carried from the last one, to be sent; đồng."""

    fresh: int
    carried: int
    under_way: int


def statement(number: str) -> Statement | None:
    """The statement of this number."""
    return Statement.objects.select_related("payee").filter(number=number).first()


def statements(payee_key: str = "") -> QuerySet[Statement]:
    """The statements of a payee, or of all, the latest first."""
    rows = Statement.objects.select_related("payee").prefetch_related("payouts")
    if payee_key:
        rows = rows.filter(payee__key=payee_key)
    return rows.order_by("-last_day", "payee__name", "pk")


def orders(told: Statement) -> list[Sold]:
    """The orders on a statement, in the order in which they reached their buyers."""
    lines = StatementLine.objects.filter(statement=told)
    lines = lines.select_related("posting__entry__invoice").order_by("posting__entry__at", "pk")
    found: dict[str, Sold] = {}
    for line in lines:
        entry = line.posting.entry
        reference = entry.invoice.reference if entry.invoice else entry.key
        sold = found.setdefault(reference, Sold(reference, entry.at))
        column = closing.COLUMNS[closing.What(entry.what)]
        setattr(sold, column, getattr(sold, column) + line.amount)
    return list(found.values())


def payout(told: Statement) -> Payout | None:
    """What a statement led to: the payout that is due, on its way or sent, the latest."""
    rows: Iterable[Payout] = told.payouts.all()
    return max(rows, key=lambda row: row.pk, default=None)


def standing(payee_key: str) -> Standing:
    """Where a payee stands now."""
    fresh = LedgerPosting.objects.filter(
        account__code=f"payee:{payee_key}",
        entry__what__in=closing.COLUMNS,
        statement_line__isnull=True,
    ).aggregate(total=Sum("amount"))["total"]
    last = Statement.objects.filter(payee__key=payee_key).order_by("-last_day").first()
    waiting = Payout.objects.filter(
        payee__key=payee_key, state__in=(Payout.State.DUE, Payout.State.ORDERED)
    ).aggregate(total=Sum("amount"))["total"]
    return Standing(-(fresh or 0), last.leaves if last else 0, waiting or 0)


def payee(payee_key: str) -> Payee | None:
    """Who is known by this key."""
    return Payee.objects.filter(key=payee_key).first()
