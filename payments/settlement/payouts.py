"""Pays statements out: gathered into one file for the bank, approved, sent, now and then returned.

An account told in place of another one waits ``payout.cooling_days``: whoever took over a phone
must not lead the money elsewhere before its owner has noticed.
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import QuerySet

from marketplace.people.models import User
from marketplace.records import audit, clock, rules
from payments import ledger
from payments.models import Payee, Payout, PayoutOrder
from payments.signals import paid_out

State = Payout.State
Order = PayoutOrder.State


class NothingDue(Exception):
    """No payout can be sent now: none is due, or those that are wait for an account."""


class Moved(Exception):
    """Somebody else has moved it on meanwhile."""


class OtherPerson(Exception):
    """Above the limit, whoever made an order of payouts does not approve it."""


def due() -> QuerySet[Payout]:
    """Payouts that no order holds yet, by payee."""
    rows = Payout.objects.filter(state=State.DUE)
    return rows.select_related("payee", "statement").order_by("payee__name", "pk")


def cools_until(payee: Payee) -> dt.datetime | None:
    """When a payee's new account can be paid to, while that is still to come."""
    if payee.account_since is None:
        return None
    end = payee.account_since + dt.timedelta(days=rules.number("payout.cooling_days"))
    return end if end > clock.now() else None


def can_be_paid(payee: Payee) -> bool:
    """Whether there is an account to pay to, known for long enough."""
    return bool(payee.bank_account) and cools_until(payee) is None


@transaction.atomic
def order(*, by: User) -> PayoutOrder:
    """Gather all that can be paid now into one order for the bank. Raises ``NothingDue``.

    Up to the limit ``payout.two_people_above`` (đồng) making it is approving it.
    """
    rows = list(
        due().select_for_update(of=("self", "payee"), no_key=True).order_by("payee__key", "pk")
    )
    ready = [row for row in rows if can_be_paid(row.payee)]
    if not ready:
        raise NothingDue
    total = sum(row.amount for row in ready)
    made = PayoutOrder(
        total=total, needs_two=total > rules.number("payout.two_people_above"), made_by=by
    )
    if not made.needs_two:
        made.state, made.approved_by, made.approved_at = Order.APPROVED, by, clock.now()
    made.save(force_insert=True)
    for row in ready:
        row.state, row.order = State.ORDERED, made
        row.bank_bin, row.bank_account = row.payee.bank_bin, row.payee.bank_account
        row.bank_account_name = row.payee.bank_account_name
    names = ["state", "order", "bank_bin", "bank_account", "bank_account_name"]
    Payout.objects.bulk_update(ready, names)
    audit.record(by, made, "payout.ordered", after={"total": total, "payouts": len(ready)})
    return made


@transaction.atomic
def approve(order_id: int, *, by: User) -> PayoutOrder:
    """Let an order be taken to the bank. Raises ``OtherPerson`` or ``Moved``."""
    found = _locked(order_id, Order.APPROVED)
    if found.needs_two and found.made_by_id == by.pk:
        raise OtherPerson
    found.approved_by, found.approved_at = by, clock.now()
    return _move(found, Order.APPROVED, by, "approved_by", "approved_at")


@transaction.atomic
def drop(order_id: int, *, by: User) -> PayoutOrder:
    """Do not send an order nobody approved: its payouts are due again. Raises ``Moved``."""
    found = _locked(order_id, Order.DROPPED)
    found.payouts.filter(state=State.ORDERED).update(
        state=State.DUE, order=None, bank_bin="", bank_account="", bank_account_name=""
    )
    found.ended_at = clock.now()
    return _move(found, Order.DROPPED, by, "ended_at")


@transaction.atomic
def sent(order_id: int, reference: str, *, by: User) -> PayoutOrder:
    """Write down that the bank took an order, under its number: its payouts are sent.

    Those the bank refused are written down as returned first. Raises ``Moved``.
    """
    found = _locked(order_id, Order.SENT)
    rows = found.payouts.select_for_update(of=("self",)).select_related("payee", "statement")
    now = clock.now()
    for row in rows.filter(state=State.ORDERED).order_by("pk"):
        row.state, row.sent_at = State.SENT, now
        row.save(update_fields=("state", "sent_at"))
        ledger.paid_out(row, now, by)
        paid_out.send(sender=Payout, payout=row)
    found.reference, found.ended_at = reference, now
    return _move(found, Order.SENT, by, "reference", "ended_at")


@transaction.atomic
def returned(payout_id: int, note: str, *, by: User) -> Payout:
    """Write down that the bank did not send a payout, or sent it back: it is due once more.

    Answers the payout that is due now. Raises ``Moved``, also while nobody approved its order.
    """
    order_id = Payout.objects.values_list("order_id", flat=True).get(pk=payout_id)
    if order_id is None:
        raise Moved(State.DUE)
    held = PayoutOrder.objects.select_for_update().get(pk=order_id)
    rows = Payout.objects.select_for_update(of=("self",)).select_related("payee", "statement")
    row = rows.get(pk=payout_id)
    if held.state not in (Order.APPROVED, Order.SENT) or not row.can_become(State.RETURNED):
        raise Moved(row.state)
    before = row.state
    row.state, row.note = State.RETURNED, note
    row.save(update_fields=("state", "note"))
    if before == State.SENT:
        ledger.payout_back(row, clock.now(), by)
    told = {"state": row.state, "note": note}
    audit.record(by, row, "payout.returned", before={"state": before}, after=told)
    return Payout.objects.create(statement=row.statement, payee=row.payee, amount=row.amount)


def _locked(order_id: int, wanted: str) -> PayoutOrder:
    found = PayoutOrder.objects.select_for_update().get(pk=order_id)
    if wanted not in PayoutOrder.MOVES[Order(found.state)]:
        raise Moved(found.state)
    return found


def _move(found: PayoutOrder, state: str, by: User, *fields: str) -> PayoutOrder:
    before = found.state
    found.state = state
    found.save(update_fields=("state", *fields))
    told = {"state": state, "reference": found.reference}
    audit.record(by, found, f"payout.{state}", before={"state": before}, after=told)
    return found
