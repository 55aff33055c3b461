"""Pays back what is due: one person asks, above a limit another approves, then the money is sent.

All of it under the invoice's lock. Whoever is late finds the state of now: ``Moved``.
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import BigIntegerField, Sum
from django.db.models.functions import Coalesce

from marketplace.people.models import User
from marketplace.records import audit, clock, rules
from payments import incidents, invoicing
from payments.channels import GATEWAYS
from payments.channels.base import Account
from payments.models import Attempt, Incident, Refund
from payments.signals import refund_returned, refunded

State = Refund.State
#: When a provider is asked once more about a refund it called done (VNPAY: 09 after all).
ASKED_AFTERWARDS = tuple(dt.timedelta(days=days) for days in (1, 3, 7))


class NotDue(Exception):
    """No money is due by this incident, or it is on its way already."""


class Moved(Exception):
    """Somebody else has moved this refund on meanwhile."""


class OtherPerson(Exception):
    """Above the limit, whoever asked for a refund does not approve it."""


@transaction.atomic
def request(incident_id: int, to: Account | Attempt, *, by: User) -> Refund:
    """Ask that what an incident says is due goes to a bank account, or back the way it came.

    Up to the limit ``refund.two_people_above`` (đồng) asking is approving. Raises ``NotDue``.
    """
    incident = _locked(incident_id)
    if Refund.objects.filter(incident=incident).exclude(state__in=Refund.NOT_GONE).exists():
        raise NotDue(incident.key)
    if isinstance(to, Attempt) and to not in routes(incident):
        raise NotDue(incident.key)
    needs_two = incident.amount > rules.number("refund.two_people_above")
    refund = Refund(
        incident=incident,
        invoice=incident.invoice,
        amount=incident.amount,
        needs_two=needs_two,
        requested_by=by,
    )
    if isinstance(to, Attempt):
        refund.attempt = to
    else:
        refund.bank_bin, refund.bank_account = to.bank_bin, to.number
        refund.bank_account_name = to.holder
    if not needs_two:
        refund.state, refund.approved_by, refund.approved_at = State.APPROVED, by, clock.now()
    refund.save(force_insert=True)
    where = to.channel if isinstance(to, Attempt) else to.number[-4:]
    told = {"amount": refund.amount, "state": refund.state, "to": where}
    audit.record(by, refund, "refund.requested", after=told)
    return refund


def routes(incident: Incident) -> list[Attempt]:
    """The payments by whose provider the money of an incident can go back the way it came."""
    asked = Attempt.objects.filter(invoice=incident.invoice, channel__in=GATEWAYS)
    came = Coalesce(Sum("transactions__amount"), 0, output_field=BigIntegerField())
    rows = asked.annotate(came=came).filter(came__gte=incident.amount).order_by("pk")
    return [row for row in rows if _left(row, row.came) >= incident.amount]


def _left(attempt: Attempt, came: int) -> int:
    """What of an attempt's money did not go back by its provider yet, in đồng."""
    gone = Refund.objects.filter(attempt=attempt).exclude(state__in=Refund.NOT_GONE)
    return came - int(gone.aggregate(total=Sum("amount"))["total"] or 0)


@transaction.atomic
def approve(refund_id: int, *, by: User) -> Refund:
    """Let a refund be sent. Raises ``OtherPerson`` or ``Moved``."""
    refund = locked(refund_id, State.APPROVED)
    if refund.needs_two and refund.requested_by_id == by.pk:
        raise OtherPerson
    refund.approved_by, refund.approved_at = by, clock.now()
    return move(refund, State.APPROVED, by, ("approved_by", "approved_at"))


@transaction.atomic
def sent(refund_id: int, reference: str, *, by: User) -> Refund:
    """Write down that staff sent the money, under the bank's number. Raises ``Moved``.

    Of a refund whose provider does not say, staff write what they saw in its back office.
    """
    refund = locked(refund_id, State.DONE)
    if refund.attempt is not None and refund.state != State.UNKNOWN:
        raise Moved(refund.state)  # its provider says so, not a person
    return done(refund, reference, by)


def done(refund: Refund, reference: str, by: User | None) -> Refund:
    """End a locked refund with the money gone: incident, ledger and shop learn of it."""
    refund.reference, refund.ended_at, refund.next_ask_at = reference, clock.now(), None
    if refund.attempt is not None:
        refund.next_ask_at = refund.ended_at + ASKED_AFTERWARDS[0]
    move(refund, State.DONE, by, ("reference", "ended_at", "next_ask_at"))
    if refund.attempt is not None:
        _mark(refund.attempt)
    incidents.settle(refund.incident_id, by=by, note=reference, refund=refund)
    refunded.send(sender=Refund, refund=refund)
    return refund


def _mark(attempt: Attempt) -> None:
    """Say on an attempt that its money, or a part of it, went back by its provider."""
    gone = Refund.objects.filter(attempt=attempt, state=State.DONE)
    sum_gone = int(gone.aggregate(total=Sum("amount"))["total"] or 0)
    wanted = Attempt.State.REFUNDED if sum_gone >= attempt.received else Attempt.State.CAPTURED
    if 0 < sum_gone < attempt.received:
        wanted = Attempt.State.PARTIALLY_REFUNDED
    if attempt.can_become(wanted):
        attempt.state = wanted
        attempt.save(update_fields=("state",))


@transaction.atomic
def returned(refund_id: int, note: str, *, by: User | None) -> Refund:
    """Money that was sent came back: a closed account, a provider that changed its mind.

    It is due again, by another refund, and the buyer is told. Raises ``Moved``.
    """
    refund = locked(refund_id, State.RETURNED)
    refund.note, refund.next_ask_at = note, None
    move(refund, State.RETURNED, by, ("note", "next_ask_at"))
    if refund.attempt is not None:
        _mark(refund.attempt)
    incidents.reopen(refund, by=by)
    refund_returned.send(sender=Refund, refund=refund)
    return refund


@transaction.atomic
def reject(refund_id: int, note: str, *, by: User) -> Refund:
    """Do not send it: a wrong account, say. The money stays due. Raises ``Moved``."""
    refund = locked(refund_id, State.REJECTED)
    if refund.state == State.SENDING:
        raise Moved(refund.state)
    return refused(refund, note, by)


def refused(refund: Refund, note: str, by: User | None) -> Refund:
    """End a locked refund with the money where it was: it stays due."""
    refund.note, refund.ended_at, refund.next_ask_at = note, clock.now(), None
    return move(refund, State.REJECTED, by, ("note", "ended_at", "next_ask_at"))


def _locked(incident_id: int) -> Incident:
    """An incident by which money is due, its invoice locked first."""
    found = Incident.objects.select_related("invoice").filter(pk=incident_id).first()
    if found is None or found.invoice is None or found.kind != Incident.Kind.REFUND_DUE:
        raise NotDue(str(incident_id))
    invoicing.lock(found.invoice.reference)
    incident = Incident.objects.select_for_update(of=("self",)).get(pk=incident_id)
    if incident.state != Incident.State.OPEN:
        raise NotDue(incident.key)
    return incident


def locked(refund_id: int, wanted: str) -> Refund:
    """A refund that may become ``wanted``, its invoice locked first; ``Moved`` otherwise."""
    reference = Refund.objects.values_list("invoice__reference", flat=True).get(pk=refund_id)
    invoicing.lock(reference)
    refund = (
        Refund.objects.select_for_update(of=("self",))
        .select_related("incident", "invoice", "attempt__invoice")
        .get(pk=refund_id)
    )
    if not refund.can_become(wanted):
        raise Moved(refund.state)
    return refund


def move(refund: Refund, state: str, by: User | None, fields: tuple[str, ...]) -> Refund:
    """Let a locked refund stand in ``state``, and write down who moved it."""
    before = refund.state
    refund.state = state
    refund.save(update_fields=("state", *fields))
    told = {"state": state, "reference": refund.reference, "note": refund.note}
    audit.record(by, refund, f"refund.{state}", before={"state": before}, after=told)
    return refund
