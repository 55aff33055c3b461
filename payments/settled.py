"""Takes a provider's settlement file: which payments it handed over, less which fee.

The money leaves ``gateway:{provider}`` for ``coming:{provider}`` until the transfer is seen on our
account; what the provider kept is ``fee:{provider}``. What does not fit becomes an incident.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q, Sum

from marketplace.records import clock
from payments import incidents, ledger
from payments.channels.base import Kind
from payments.models import Attempt, BankFile, GatewayTransaction, SettledLine

Problem = SettledLine.Problem


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file: our code or the provider's number, đồng, the fee of it."""

    number: int
    reference: str
    amount: int
    fee: int


def look(provider: str, rows: Sequence[Row]) -> Counter[str]:
    """How many rows would end as what, without writing anything."""
    return Counter(line.problem or "settled" for line in _lines(None, provider, rows))


@transaction.atomic
def take(file: BankFile, provider: str, rows: Sequence[Row]) -> Counter[str]:
    """Write a file's rows and move its money; a file that is written already changes nothing."""
    locked = BankFile.objects.select_for_update().defer("content").get(pk=file.pk)
    known = list(SettledLine.objects.filter(file=locked))
    lines = known or _lines(locked, provider, rows)
    if not known:
        SettledLine.objects.bulk_create(lines)
        for line in lines:
            if line.problem:
                _ask_staff(locked, provider, line)
        gross, fee = sum(line.amount for line in lines), sum(line.fee for line in lines)
        ledger.handed_over(locked, provider, gross, fee, clock.now())
    return Counter(line.problem or "settled" for line in lines)


def _lines(file: BankFile | None, provider: str, rows: Sequence[Row]) -> list[SettledLine]:
    found, seen = [], set[int]()
    for row in rows:
        attempt = _attempt(provider, row.reference)
        line = SettledLine(
            file=file,
            attempt=attempt,
            row=row.number,
            reference=row.reference,
            amount=row.amount,
            fee=row.fee,
        )
        line.problem = _problem(line, seen)
        if attempt is not None and row.amount > 0:
            seen.add(attempt.pk)
        found.append(line)
    return found


def _attempt(provider: str, reference: str) -> Attempt | None:
    """The payment a row means, by our code, the provider's page, or its own number for it."""
    told = GatewayTransaction.objects.filter(provider=provider, external_id=reference)
    named = Q(memo=reference) | Q(provider_reference=reference) | Q(pk__in=told.values("attempt"))
    return Attempt.objects.filter(named, channel=provider).order_by("pk").first()


def _problem(line: SettledLine, seen: set[int]) -> str:
    if line.attempt is None:
        return Problem.UNKNOWN
    if line.amount < 0:
        return Problem.NONE
    handed = SettledLine.objects.filter(attempt=line.attempt, problem=Problem.NONE, amount__gt=0)
    if line.attempt.pk in seen or handed.exists():
        return Problem.TWICE
    booked = GatewayTransaction.objects.filter(attempt=line.attempt, kind=Kind.CAPTURED)
    amount = booked.aggregate(total=Sum("amount"))["total"] or 0
    return Problem.NONE if amount == line.amount else Problem.OTHER_SUM


def _ask_staff(file: BankFile, provider: str, line: SettledLine) -> None:
    incidents.difference(
        f"settled:{file.pk}:{line.row}",
        f"settled_{line.problem}",
        invoice=line.attempt.invoice if line.attempt else None,
        amount=abs(line.amount),
    )


def unsettled(provider: str, days: int) -> int:
    """How many payments booked more than so many days ago stand in no file of their provider."""
    before = clock.day_begins(clock.local_day()) - days * clock.A_DAY
    booked = GatewayTransaction.objects.filter(
        provider=provider, kind=Kind.CAPTURED, occurred_at__lt=before
    )
    return booked.exclude(attempt__settled_lines__amount__gt=0).count()
