"""Takes in transfers nothing tells of: one person writes them down, another confirms.

What is confirmed goes the way of every transfer: booked once, known as a copy when the bank's file
or a late message tells of it after all.
"""

from __future__ import annotations

import datetime as dt

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from marketplace.people.models import User
from marketplace.records import audit, clock
from payments import bank
from payments.channels.base import Kind, Notice
from payments.models import Attempt, BankTransaction, Receipt

SOURCE = "manual"
NOON = dt.timedelta(hours=12)
State = Receipt.State


class KnownAlready(Exception):
    """This transfer was written down before."""


class NoTransfer(Exception):
    """The payment is not asked for by transfer, or the day is still to come."""


class OtherPerson(Exception):
    """Whoever wrote a transfer down does not confirm it."""


class Moved(Exception):
    """Somebody else has decided meanwhile."""


def waiting() -> QuerySet[Receipt]:
    """What waits for a second person, the oldest first."""
    rows = Receipt.objects.filter(state=State.ASKED)
    return rows.select_related("attempt__invoice", "asked_by").order_by("asked_at", "pk")


@transaction.atomic
def ask(attempt: Attempt, amount: int, reference: str, day: dt.date, *, by: User) -> Receipt:
    """Write down that ``amount`` đồng came for a payment, under the bank's number, on a local day.

    Raises ``NoTransfer`` or ``KnownAlready``; nothing is booked yet.
    """
    if not attempt.show.get("account") or day > clock.local_day():
        raise NoTransfer(attempt.public_id)
    try:
        with transaction.atomic():
            made = Receipt.objects.create(
                attempt=attempt, amount=amount, reference=reference, day=day, asked_by=by
            )
    except IntegrityError as error:
        raise KnownAlready(reference) from error
    audit.record(by, made, "receipt.asked", after={"amount": amount, "reference": reference})
    return made


@transaction.atomic
def confirm(receipt_id: int, *, by: User) -> BankTransaction:
    """Book what another person wrote down; answers where it was placed.

    Raises ``OtherPerson`` or ``Moved``.
    """
    receipt = _locked(receipt_id)
    if receipt.asked_by_id == by.pk:
        raise OtherPerson
    _decide(receipt, State.CONFIRMED, by)
    notice = Notice(
        provider=SOURCE,
        external_id=f"receipt-{receipt.pk}",
        kind=Kind.BANK_IN,
        amount=receipt.amount,
        occurred_at=clock.day_begins(receipt.day) + NOON,
        account=str(receipt.attempt.show["account"]),
        bank_reference=receipt.reference,
        memos=(receipt.attempt.memo,),
    )
    bank.take(notice)
    return BankTransaction.objects.get(source=SOURCE, external_id=notice.external_id)


@transaction.atomic
def refuse(receipt_id: int, *, by: User) -> Receipt:
    """Say that no such transfer came. Raises ``Moved``."""
    receipt = _locked(receipt_id)
    return _decide(receipt, State.REFUSED, by)


def _locked(receipt_id: int) -> Receipt:
    rows = Receipt.objects.select_for_update(of=("self",)).select_related("attempt")
    receipt = rows.get(pk=receipt_id)
    if receipt.state != State.ASKED:
        raise Moved(receipt.state)
    return receipt


def _decide(receipt: Receipt, state: str, by: User) -> Receipt:
    receipt.state, receipt.decided_by, receipt.decided_at = state, by, clock.now()
    receipt.save(update_fields=("state", "decided_by", "decided_at"))
    audit.record(by, receipt, f"receipt.{state}", after={"reference": receipt.reference})
    return receipt
