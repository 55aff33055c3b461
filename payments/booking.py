"""The one place where money changes the state of an attempt, whoever brings the news."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from marketplace.people.models import User
from marketplace.records import audit, clock
from payments import attempts, couriers, incidents, invoicing, ledger, queries
from payments.channels import CHANNELS
from payments.channels.base import Kind
from payments.models import Attempt, GatewayTransaction, Invoice, Payee
from payments.outcomes import Outcome, OutcomeKind
from payments.signals import booked

LATE = "late_payment"
OVER = "overpaid"
TWICE = "duplicate_payment"
HELD = "held"


class AlreadyBooked(Exception):
    """This result was booked before; nothing changed."""


class NothingCollected(Exception):
    """There is no cash to confirm: not paid at the door, or confirmed before."""


@dataclass(frozen=True)
class Result:
    """Money that came for an attempt, as its provider names it; whole đồng."""

    provider: str
    external_id: str
    amount: int
    occurred_at: dt.datetime
    kind: Kind = Kind.CAPTURED


def locked(attempt_id: int) -> Attempt:
    """An attempt for the rest of the caller's transaction: its invoice is locked first, then it."""
    invoice_id = Attempt.objects.values_list("invoice_id", flat=True).get(pk=attempt_id)
    invoice = Invoice.objects.select_for_update().get(pk=invoice_id)
    rows = Attempt.objects.select_for_update(of=("self",)).select_related("payee")
    attempt = rows.get(pk=attempt_id)
    attempt.invoice = invoice
    return attempt


@transaction.atomic
def book(attempt_id: int, result: Result) -> Outcome:
    """Book money that came for an attempt, exactly once, and tell whoever placed the invoice.

    The invoice is locked first, then the attempt. Raises ``AlreadyBooked`` for a result that is
    booked; all or nothing happens, with everything the receivers of ``booked`` write.
    """
    attempt = locked(attempt_id)
    invoice = attempt.invoice
    row = _write(attempt, result)
    ledger.came(row, invoice)
    if invoice.state == Invoice.State.CLOSED:
        late = _tell(invoice, attempt, row, OutcomeKind.LATE)
        invoice.refresh_from_db(fields=("state", "closed_reason"))
        if invoice.state == Invoice.State.CLOSED:
            incidents.refund_due(invoice, row.amount, LATE)
            return late
    return _credit(invoice, attempt, row)


def _write(attempt: Attempt, result: Result) -> GatewayTransaction:
    try:
        with transaction.atomic():
            return GatewayTransaction.objects.create(
                provider=result.provider,
                external_id=result.external_id,
                kind=result.kind,
                amount=result.amount,
                attempt=attempt,
                occurred_at=result.occurred_at,
            )
    except IntegrityError as error:
        raise AlreadyBooked(f"{result.provider} {result.external_id}") from error


def _credit(invoice: Invoice, attempt: Attempt, row: GatewayTransaction) -> Outcome:
    lacks = queries.missing(invoice, attempt.payee)
    credit = max(0, min(row.amount, lacks, attempt.amount - attempt.received))
    if credit:
        row.credited = credit
        row.save(update_fields=("credited",))
        attempt.received += credit
        attempt.save(update_fields=("received",))
    covered = credit == lacks
    if covered and credit:
        settle(invoice, attempt.payee)
        attempt.refresh_from_db(fields=("state", "captured_at"))
    elif credit and not CHANNELS[attempt.channel].opens_apart:
        attempts.ask(attempt)
        attempt.save(update_fields=("show",))
    excess = row.amount - credit
    if excess:
        incidents.refund_due(invoice, excess, OVER if credit else TWICE)
    return _tell(invoice, attempt, row, _kind(credit, excess, covered=covered))


def _kind(credit: int, excess: int, *, covered: bool) -> OutcomeKind:
    if not credit:
        return OutcomeKind.DUPLICATE
    if not covered:
        return OutcomeKind.UNDERPAID
    return OutcomeKind.OVERPAID if excess else OutcomeKind.PAID


def settle(invoice: Invoice, payee: Payee | None) -> None:
    """End every asking for the part that is covered now: with money captured, else cancelled.

    The caller has locked the invoice.
    """
    part = invoice.attempts.select_for_update(of=("self",)).order_by("pk")
    if queries.missing(invoice) == 0:
        invoice.covered_at = clock.now()
        invoice.save(update_fields=("covered_at",))
    else:
        part = part.filter(payee=payee)
    for row in part:
        if row.received and row.can_become(Attempt.State.CAPTURED):
            row.state, row.captured_at = Attempt.State.CAPTURED, clock.now()
        elif row.state in Attempt.OPEN:
            row.state = Attempt.State.CANCELLED
        row.save(update_fields=("state", "captured_at"))


def _tell(
    invoice: Invoice, attempt: Attempt, row: GatewayTransaction, kind: OutcomeKind
) -> Outcome:
    received = queries.received(invoice)
    outcome = Outcome(
        kind=kind,
        channel=attempt.channel,
        amount=row.amount,
        credited=row.credited,
        received=received,
        missing=invoice.total - received,
        payee_key=attempt.payee.key if attempt.payee else None,
    )
    # Cash for one parcel of several is no shortfall: nobody is asked for the rest.
    if kind != OutcomeKind.UNDERPAID or not CHANNELS[attempt.channel].confirms_at_once:
        booked.send(sender=Invoice, invoice=invoice, outcome=outcome)
    return outcome


@transaction.atomic
def hold(attempt_id: int) -> None:
    """Note that a provider keeps the money until somebody has looked at it; nothing is booked."""
    Attempt.objects.filter(pk=attempt_id, state__in=Attempt.OPEN).update(reason=HELD)


def call_for(attempt_id: int) -> None:
    """Have the provider called at once: it holds money until we take it or let it go."""
    rows = Attempt.objects.filter(pk=attempt_id).exclude(state__in=Attempt.HOLDS_MONEY)
    rows.update(next_poll_at=clock.now())


@transaction.atomic
def dispute(attempt_id: int, *, is_open: bool) -> None:
    """Note that a buyer's bank asks for captured money back, or no longer does."""
    attempt = locked(attempt_id)
    wanted = Attempt.State.DISPUTED if is_open else Attempt.State.CAPTURED
    if attempt.can_become(wanted):
        attempt.state = wanted
        attempt.save(update_fields=("state",))


@transaction.atomic
def end(attempt_id: int, state: str, reason: str) -> bool:
    """End an asking a provider says nothing came of; money that came, or comes, is never undone.

    Answers whether anything changed: what has ended or holds money stands as it is.
    """
    attempt = locked(attempt_id)
    if attempt.state not in Attempt.OPEN:
        return False
    attempt.state, attempt.reason = state, reason
    attempt.save(update_fields=("state", "reason"))
    return True


@transaction.atomic
def confirm_cash(reference: str, payee_key: str, *, by: User | None = None) -> Outcome:
    """Book the cash one payee's parcel brought at the door.

    Raises ``NothingCollected`` when the invoice is not paid in cash or this part was confirmed.
    """
    invoice = invoicing.lock(reference)
    payee = Payee.objects.get(key=payee_key)
    amount = queries.part(invoice, payee)
    attempt = (
        invoice.attempts.filter(channel="cod", state=Attempt.State.PENDING).order_by("pk").first()
    )
    if attempt is None or not amount:
        raise NothingCollected(reference)
    result = Result(
        provider=ledger.CASH,
        external_id=f"{reference}:{payee_key}",
        amount=amount,
        occurred_at=clock.now(),
    )
    try:
        outcome = book(attempt.pk, result)
    except AlreadyBooked as error:
        raise NothingCollected(reference) from error
    couriers.taken(invoice, payee, amount)
    audit.record(by, attempt, "payment.cash_confirmed", after={"amount": amount})
    return outcome
