"""Closes periods: one statement for each payee whose account moved, each posting on one of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet

from marketplace.people.models import User
from marketplace.records import audit, clock, rules
from payments.models import (
    LedgerEntry,
    LedgerPosting,
    Payee,
    Payout,
    Statement,
    StatementLine,
)
from payments.signals import settled

What = LedgerEntry.What
A_DAY = dt.timedelta(days=1)
#: Under which sum of a statement an entry counts; payouts are what statements lead to.
COLUMNS = {
    What.EARNED: "sales",
    What.TAKEN_BACK: "returns",
    What.COMMISSION: "commission",
    What.TAX: "tax",
    What.KEPT: "kept",
    What.VOUCHER: "vouchers",
    What.AWAITED: "awaited",
    What.FREED: "awaited",
    What.COURIER_FEE: "fees",
}


class TooEarly(Exception):
    """The period is not over, or its deliveries are so fresh that goods may still come back."""


def latest_day() -> dt.date:
    """The last local day that can be closed: ``settlement.hold_days`` lie between it and today."""
    return clock.local_day() - dt.timedelta(days=1 + rules.number("settlement.hold_days"))


def next_day() -> dt.date:
    """The local day on which the timetable writes the next statements."""
    day = latest_day() + A_DAY
    while not _ends_a_week(day):
        day += A_DAY
    return day + A_DAY * (1 + rules.number("settlement.hold_days"))


def close_due() -> int:
    """Close the last whole week, as the timetable does; how many statements that made."""
    day = latest_day()
    while not _ends_a_week(day):
        day -= A_DAY
    return close(day, by=None)


def _ends_a_week(day: dt.date) -> bool:
    """Whether the next week begins the day after, by ``settlement.weekday`` (1 is Monday)."""
    return (day + A_DAY).isoweekday() == rules.number("settlement.weekday")


def close(until: dt.date, *, by: User | None) -> int:
    """Write a statement of what moved up to the local day ``until``; how many were written.

    Each in its own transaction, in the order of the payees' keys: what a crash leaves out, the next
    call does. Raises ``TooEarly``.
    """
    if until > latest_day():
        raise TooEarly(until)
    codes = _open(until).values_list("account__code", flat=True).distinct()
    keys = sorted(code.removeprefix("payee:") for code in codes)
    return sum(_close(key, until, by) for key in keys)


def _open(until: dt.date) -> QuerySet[LedgerPosting]:
    """Postings on payees' accounts up to the end of a day that stand on no statement."""
    return LedgerPosting.objects.filter(
        account__code__startswith="payee:",
        entry__at__lt=clock.day_begins(until + A_DAY),
        entry__what__in=COLUMNS,
        statement_line__isnull=True,
    )


@transaction.atomic
def _close(key: str, until: dt.date, by: User | None) -> bool:
    payee = Payee.objects.select_for_update(no_key=True).get(key=key)
    last = Statement.objects.filter(payee=payee).order_by("-last_day").first()
    rows = _open(until).filter(account__code=f"payee:{key}").select_related("entry")
    postings = list(rows.order_by("entry__at", "pk"))
    if not postings or (last is not None and last.last_day >= until):
        return False
    statement = Statement(payee=payee, last_day=until, closed_by=by, **_sums(postings))
    statement.number = f"QT{until:%Y%m%d}-{payee.pk}"
    statement.first_day = last.last_day + A_DAY if last else clock.local_day(postings[0].entry.at)
    statement.carried = last.leaves if last else 0
    statement.payable = statement.carried + -sum(row.amount for row in postings)
    statement.is_paid_out = statement.payable >= max(1, rules.number("payout.least"))
    statement.save(force_insert=True)
    StatementLine.objects.bulk_create(
        StatementLine(statement=statement, posting=row, amount=-row.amount) for row in postings
    )
    if statement.is_paid_out:
        Payout.objects.create(statement=statement, payee=payee, amount=statement.payable)
    told = {"last_day": until.isoformat(), "payable": statement.payable}
    audit.record(by, statement, "statement.closed", after=told)
    settled.send(sender=Statement, statement=statement)
    return True


def _sums(postings: Iterable[LedgerPosting]) -> dict[str, int]:
    """What the payee gained or lost, by the columns of a statement."""
    sums = dict.fromkeys(COLUMNS.values(), 0)
    for row in postings:
        sums[COLUMNS[What(row.entry.what)]] -= row.amount
    return sums
