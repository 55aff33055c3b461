"""Takes a courier's remittance file: for which parcels it paid our account how much, less its fee.

A row in good order frees the seller's money. One for a parcel that is still on its way in our books
says that it was delivered and paid: whoever keeps the order hears of it (``signals.carried``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.db import transaction

from marketplace.people.models import User
from marketplace.records import clock
from payments import couriers, incidents, ledger
from payments.models import BankFile, CashParcel, Courier, SettledLine
from payments.settled import Row
from payments.signals import carried

Problem = SettledLine.Problem
State = CashParcel.State
OWED = (State.ON_ROAD, State.TAKEN, State.FORGIVEN)


def look(courier: Courier, rows: Sequence[Row]) -> Counter[str]:
    """How many rows would end as what, without writing anything."""
    with transaction.atomic():
        return Counter(line.problem or "settled" for line in _lines(None, courier, rows))


@transaction.atomic
def take(file: BankFile, courier: Courier, rows: Sequence[Row]) -> Counter[str]:
    """Write a file's rows and free what they paid; a file that is written already changes nothing.

    Parcels on their way are told as delivered first, each with its order's locks.
    """
    locked = BankFile.objects.select_for_update().defer("content").get(pk=file.pk)
    if known := list(SettledLine.objects.filter(file=locked)):
        return _counted(known)
    # Its files wait for each other: each locks many orders and parcels. Whoever sends a parcel
    # holds its order and only points to the courier: with a stronger lock the two would meet.
    Courier.objects.select_for_update(no_key=True).get(pk=courier.pk)
    _deliver(courier, rows, locked.brought_by)
    lines = _lines(locked, courier, rows)
    SettledLine.objects.bulk_create(lines)
    for line in lines:
        if line.problem:
            _ask_staff(locked, line)
        elif line.parcel is not None and line.amount > 0:
            couriers.remitted(line.parcel, line.fee)
    gross, fee = sum(line.amount for line in lines), sum(line.fee for line in lines)
    ledger.remitted(locked, courier, gross, fee, clock.now())
    return _counted(lines)


def _counted(lines: Sequence[SettledLine]) -> Counter[str]:
    return Counter(line.problem or "settled" for line in lines)


def _deliver(courier: Courier, rows: Sequence[Row], by: User) -> None:
    """Tell of parcels that are on their way only in our books, in the order of their numbers."""
    told = {row.reference: row.amount for row in rows}
    found = CashParcel.objects.filter(courier=courier, state=State.ON_ROAD)
    waiting = [
        row
        for row in found.order_by("number")
        if row.amount == told.get(row.number, told.get(row.tracking or row.number))
    ]
    for row in waiting:
        carried.send(sender=CashParcel, number=row.number, by=by)


def _lines(file: BankFile | None, courier: Courier, rows: Sequence[Row]) -> list[SettledLine]:
    found, seen = [], set[int]()
    parcels = couriers.find(courier, [row.reference for row in rows])
    for row in rows:
        parcel = parcels.get(row.reference)
        line = SettledLine(
            file=file,
            parcel=parcel,
            row=row.number,
            reference=row.reference,
            amount=row.amount,
            fee=row.fee,
        )
        line.problem = _problem(line, seen, is_written=file is not None)
        if parcel is not None and row.amount > 0:
            seen.add(parcel.pk)
        found.append(line)
    return found


def _problem(line: SettledLine, seen: set[int], *, is_written: bool) -> str:
    parcel = line.parcel
    if parcel is None:
        return Problem.UNKNOWN
    if parcel.pk in seen or parcel.state == State.REMITTED:
        return Problem.TWICE
    # Once the orders have heard of it, what is still on its way was not theirs to deliver.
    owed = OWED[1:] if is_written else OWED
    is_right = parcel.state in owed and parcel.amount == line.amount
    return Problem.NONE if is_right else Problem.OTHER_SUM


def _ask_staff(file: BankFile, line: SettledLine) -> None:
    incidents.difference(
        f"remitted:{file.pk}:{line.row}",
        f"remitted_{line.problem}",
        invoice=line.parcel.invoice if line.parcel else None,
        amount=abs(line.amount),
    )
