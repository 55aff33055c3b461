"""Cash that couriers take at doors for the market: with them until they have remitted it.

A parcel is entrusted when it goes on its way. Its cash lies on ``courier:{courier}`` once it was
taken, and what its seller earned of it on ``awaited:{payee}``: the market pays nobody with money
it has not seen. ``remitting`` reads what couriers say they paid.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count, Min, Q, QuerySet
from django.utils.text import slugify

from marketplace.people.models import User
from marketplace.records import audit, clock
from payments import incidents, invoicing, ledger, memos, queries
from payments.channels import CHANNELS, FEEDS
from payments.models import CashParcel, Courier, Invoice, LedgerEntry, Payee

State = CashParcel.State


class NotWithCourier(Exception):
    """The parcel's cash is not with a courier, or not any more."""


class NameTaken(Exception):
    """A provider or another courier is known by this name."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What one courier has of the market's; đồng."""

    courier: Courier
    on_road: int  # parcels
    taken: int  # parcels
    owes: int
    oldest: dt.datetime | None
    coming: int


@transaction.atomic
def add(name: str, *, by: User) -> Courier:
    """Let a courier take cash for the market; its code is its name in small letters.

    Raises ``NameTaken`` when the code is another's already, or none can be made of the name.
    """
    code = slugify(memos.normal(name))[:20].strip("-")
    if not code or code in {*CHANNELS, *FEEDS} or Courier.objects.filter(code=code).exists():
        raise NameTaken(name)
    made = Courier.objects.create(code=code, name=name)
    audit.record(by, made, "courier.added", after={"code": code, "name": name})
    return made


def standings() -> list[Standing]:
    """Every courier with the parcels and the money it has."""
    on_road = Count("parcels", filter=Q(parcels__state=State.ON_ROAD))
    is_taken = Q(parcels__state=State.TAKEN)
    rows = Courier.objects.annotate(
        on_road=on_road,
        taken=Count("parcels", filter=is_taken),
        oldest=Min("parcels__taken_at", filter=is_taken),
    )
    return [
        Standing(
            courier=row,
            on_road=row.on_road,
            taken=row.taken,
            owes=ledger.balance(f"courier:{row.code}"),
            oldest=row.oldest,
            coming=ledger.balance(f"coming:{row.code}"),
        )
        for row in rows
    ]


def with_couriers() -> QuerySet[CashParcel]:
    """The parcels whose cash couriers have taken and not remitted, the longest first."""
    rows = CashParcel.objects.filter(state=State.TAKEN)
    return rows.select_related("courier", "payee", "invoice").order_by("taken_at", "pk")


@transaction.atomic
def entrust(
    reference: str, payee_key: str, courier: Courier, *, number: str, tracking: str = ""
) -> CashParcel | None:
    """Note that a courier takes the cash of one payee's parcel; None where there is none to take.

    In the direct flow the market holds no money: there the courier pays the seller itself.
    """
    invoice = invoicing.lock(reference)
    payee = Payee.objects.get(key=payee_key)
    amount = queries.part(invoice, payee)
    if invoice.flow == Invoice.Flow.DIRECT or not amount:
        return None
    facts = {
        "invoice": invoice,
        "payee": payee,
        "courier": courier,
        "tracking": tracking,
        "amount": amount,
    }
    return CashParcel.objects.get_or_create(number=number, defaults=facts)[0]


@transaction.atomic
def not_taken(number: str) -> None:
    """The parcel came back, or was paid another way: its courier owes nothing for it."""
    row = CashParcel.objects.select_for_update().filter(number=number).first()
    if row is not None and row.can_become(State.NOTHING):
        _move(row, State.NOTHING)


def taken(invoice: Invoice, payee: Payee, amount: int) -> None:
    """Note that the cash of a parcel is with its courier now; nothing for other parcels.

    The caller has locked the invoice.
    """
    rows = CashParcel.objects.select_for_update().filter(invoice=invoice, payee=payee)
    row = rows.first()
    if row is not None and row.can_become(State.TAKEN):
        row.amount, row.taken_at, row.state = amount, clock.now(), State.TAKEN
        row.save(update_fields=("amount", "taken_at", "state"))


def await_money(entry: LedgerEntry, payee_key: str) -> None:
    """Hold back what a seller earned by ``entry`` of cash that is still with a courier."""
    rows = CashParcel.objects.select_for_update().filter(payee__key=payee_key, state=State.TAKEN)
    row = rows.filter(invoice=entry.invoice, held=0).first()
    if row is None:
        return
    earned = -ledger.balance(f"payee:{payee_key}", invoice=row.invoice)
    row.held = max(0, min(row.amount, earned))
    row.save(update_fields=("held",))
    ledger.keep_off(entry, payee_key, LedgerEntry.What.AWAITED, {f"awaited:{payee_key}": row.held})


def find(courier: Courier, references: Collection[str]) -> dict[str, CashParcel]:
    """The parcels a courier's file means, by our number or its own, locked in key order.

    A number of its own that was typed for two parcels means neither: staff look.
    """
    named = Q(number__in=references) | Q(tracking__in=references)
    rows = CashParcel.objects.select_for_update(of=("self",)).filter(named, courier=courier)
    found = list(rows.select_related("payee", "invoice", "courier").order_by("pk"))
    counted = Counter(row.tracking for row in found)
    by_tracking = {row.tracking: row for row in found if counted[row.tracking] == 1}
    return by_tracking | {row.number: row for row in found}


def remitted(row: CashParcel, fee: int) -> None:
    """The courier has remitted it: the seller's money is free, less the courier's fee (đồng).

    The caller has locked the row, and moves the money from the courier to our account.
    """
    if row.state == State.TAKEN:
        ledger.freed(row, clock.now(), None)
    ledger.courier_fee(row, fee, clock.now())
    _move(row, State.REMITTED)


@transaction.atomic
def forgive(parcel_id: int, *, reason: str, by: User) -> CashParcel:
    """Give a seller its money although the courier has not paid; ``NotWithCourier`` if it has.

    The courier owes it still: what it remits later is the market's.
    """
    row = (
        CashParcel.objects.select_for_update(of=("self",))
        .select_related("payee", "invoice")
        .get(pk=parcel_id)
    )
    if row.state != State.TAKEN:
        raise NotWithCourier(row.state)
    ledger.freed(row, clock.now(), by)
    _move(row, State.FORGIVEN)
    audit.record(by, row, "courier.forgiven", after={"amount": row.amount, "reason": reason})
    return row


def ask_late(days: int) -> int:
    """Tell staff of cash a courier has had for more than so many days; how many parcels."""
    before = clock.day_begins(clock.local_day()) - days * clock.A_DAY
    rows = CashParcel.objects.filter(state=State.TAKEN, taken_at__lt=before)
    late = list(rows.select_related("invoice").order_by("pk"))
    for row in late:
        incidents.difference(
            f"courier:{row.pk}", "courier_owes", invoice=row.invoice, amount=row.amount
        )
    return len(late)


def _move(row: CashParcel, state: str) -> None:
    row.state, row.ended_at = state, clock.now()
    row.save(update_fields=("state", "ended_at"))
