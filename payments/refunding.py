"""Pays back what is due: one person asks, above a limit another approves, then the money is sent.

All of it under the invoice's lock. Whoever is late finds the state of now: ``Moved``.
"""

from __future__ import annotations

from django.db import transaction

from marketplace.people.models import User
from marketplace.records import audit, clock, rules
from payments import incidents, invoicing
from payments.channels.base import Account
from payments.models import Incident, Refund
from payments.signals import refunded

State = Refund.State


class NotDue(Exception):
    """No money is due by this incident, or it is on its way already."""


class Moved(Exception):
    """Somebody else has moved this refund on meanwhile."""


class OtherPerson(Exception):
    """Above the limit, whoever asked for a refund does not approve it."""


@transaction.atomic
def request(incident_id: int, to: Account, *, by: User) -> Refund:
    """Ask that what an incident says is due goes to a buyer's bank account.

    Up to the limit ``refund.two_people_above`` (đồng) asking is approving. Raises ``NotDue``.
    """
    incident = _locked(incident_id)
    if Refund.objects.filter(incident=incident).exclude(state=State.REJECTED).exists():
        raise NotDue(incident.key)
    needs_two = incident.amount > rules.number("refund.two_people_above")
    refund = Refund(
        incident=incident,
        invoice=incident.invoice,
        amount=incident.amount,
        needs_two=needs_two,
        bank_bin=to.bank_bin,
        bank_account=to.number,
        bank_account_name=to.holder,
        requested_by=by,
    )
    if not needs_two:
        refund.state, refund.approved_by, refund.approved_at = State.APPROVED, by, clock.now()
    refund.save(force_insert=True)
    told = {"amount": refund.amount, "state": refund.state, "account": to.number[-4:]}
    audit.record(by, refund, "refund.requested", after=told)
    return refund


@transaction.atomic
def approve(refund_id: int, *, by: User) -> Refund:
    """Let a refund be sent. Raises ``OtherPerson`` or ``Moved``."""
    refund = _refund(refund_id, State.APPROVED)
    if refund.needs_two and refund.requested_by_id == by.pk:
        raise OtherPerson
    refund.approved_by, refund.approved_at = by, clock.now()
    return _move(refund, State.APPROVED, by, ("approved_by", "approved_at"))


@transaction.atomic
def sent(refund_id: int, reference: str, *, by: User) -> Refund:
    """Write down that staff sent the money, under the bank's number. Raises ``Moved``."""
    refund = _refund(refund_id, State.DONE)
    refund.reference, refund.ended_at = reference, clock.now()
    _move(refund, State.DONE, by, ("reference", "ended_at"))
    incidents.settle(refund.incident_id, by=by, note=reference)
    refunded.send(sender=Refund, refund=refund)
    return refund


@transaction.atomic
def reject(refund_id: int, note: str, *, by: User) -> Refund:
    """Do not send it: a wrong account, say. The money stays due. Raises ``Moved``."""
    refund = _refund(refund_id, State.REJECTED)
    refund.note, refund.ended_at = note, clock.now()
    return _move(refund, State.REJECTED, by, ("note", "ended_at"))


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


def _refund(refund_id: int, wanted: str) -> Refund:
    reference = Refund.objects.values_list("invoice__reference", flat=True).get(pk=refund_id)
    invoicing.lock(reference)
    refund = (
        Refund.objects.select_for_update(of=("self",))
        .select_related("incident", "invoice")
        .get(pk=refund_id)
    )
    if not refund.can_become(wanted):
        raise Moved(refund.state)
    return refund


def _move(refund: Refund, state: str, by: User, fields: tuple[str, ...]) -> Refund:
    before = refund.state
    refund.state = state
    refund.save(update_fields=("state", *fields))
    told = {"state": state, "reference": refund.reference, "note": refund.note}
    audit.record(by, refund, f"refund.{state}", before={"state": before}, after=told)
    return refund
