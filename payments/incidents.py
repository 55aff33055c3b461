"""Opens and settles the tasks that money leaves for people."""

from __future__ import annotations

from django.db import transaction

from marketplace.people.models import User
from marketplace.records import audit, clock
from payments import ledger, queries
from payments.models import BankTransaction, Incident, Invoice, Message, Refund


class AlreadySettled(Exception):
    """The incident does not wait any more."""


@transaction.atomic
def refund_due(invoice: Invoice, amount: int, reason: str) -> Incident | None:
    """Note that ``amount`` đồng of an invoice go back to the buyer, and why.

    Never more than the invoice still holds: what was noted before is not noted twice, whoever
    calls. Answers None when nothing is left to go back, as of goods a voucher paid for whole.
    """
    if amount < 0:
        raise ValueError("A refund is a sum of đồng, not a debt.")
    locked = Invoice.objects.select_for_update().get(pk=invoice.pk)
    due = min(amount, queries.held(locked))
    if due <= 0:
        return None
    number = queries.refunds_due(locked).count() + _withdrawn(locked)
    noted = Incident.objects.create(
        kind=Incident.Kind.REFUND_DUE,
        key=f"refund:{locked.pk}:{number}",
        reason=reason,
        amount=due,
        invoice=locked,
    )
    ledger.due_back(noted)
    return noted


def _withdrawn(invoice: Invoice) -> int:
    return Incident.objects.filter(
        invoice=invoice, kind=Incident.Kind.REFUND_DUE, state=Incident.State.WITHDRAWN
    ).count()


def look_at_transfer(
    row: BankTransaction, reason: str, *, kind: str = Incident.Kind.UNMATCHED
) -> Incident:
    """Ask staff to place a transfer; once for each."""
    found, _ = Incident.objects.get_or_create(
        key=f"{kind}:{row.pk}",
        defaults={
            "kind": kind,
            "reason": reason,
            "amount": row.amount,
            "bank_transaction": row,
        },
    )
    return found


def transfer_placed(row: BankTransaction, note: str, *, by: User | None = None) -> None:
    """Settle what was asked about a transfer, now that it has its place."""
    waiting = row.incidents.filter(kind=Incident.Kind.UNMATCHED, state=Incident.State.OPEN)
    for incident in waiting.select_for_update().order_by("pk"):
        _settle(incident, Incident.State.SETTLED, note, by)


def message_changed(message: Message) -> Incident:
    """Tell staff that a message came again with other content; the first one stands."""
    found, _ = Incident.objects.get_or_create(
        key=f"changed:{message.pk}",
        defaults={
            "kind": Incident.Kind.CHANGED_MESSAGE,
            "reason": "same_number_other_content",
            "message": message,
        },
    )
    return found


def message_without_owner(message: Message) -> None:
    """Tell staff of a provider's message whose reference nobody ever knew."""
    Incident.objects.get_or_create(
        key=f"orphan:{message.pk}",
        defaults={
            "kind": Incident.Kind.ORPHAN,
            "reason": "unknown_reference",
            "amount": message.facts.get("amount", 0),
            "message": message,
        },
    )


def difference(key: str, reason: str, *, invoice: Invoice | None = None, amount: int = 0) -> None:
    """Tell staff, once for each ``key``, that two counts of the same money differ."""
    Incident.objects.get_or_create(
        key=f"difference:{key}",
        defaults={
            "kind": Incident.Kind.DIFFERENCE,
            "reason": reason,
            "invoice": invoice,
            "amount": amount,
        },
    )


def notice(
    kind: str, key: str, reason: str, *, invoice: Invoice | None = None, amount: int = 0
) -> None:
    """Ask staff, once for each ``key``, to look at what a provider told."""
    Incident.objects.get_or_create(
        key=f"{kind}:{key}",
        defaults={"kind": kind, "reason": reason, "invoice": invoice, "amount": amount},
    )


def withdraw(invoice: Invoice, reason: str, note: str) -> None:
    """Take back the refunds noted for ``reason``: the invoice needs the money again."""
    rows = queries.refunds_due(invoice).filter(reason=reason, state=Incident.State.OPEN)
    for incident in rows.select_for_update().order_by("pk"):
        _settle(incident, Incident.State.WITHDRAWN, note, None)
        ledger.not_due_back(incident, clock.now())


@transaction.atomic
def settle(
    incident_id: int, *, by: User | None, note: str, refund: Refund | None = None
) -> Incident:
    """Write down that an incident was dealt with, and how; ``AlreadySettled`` if done.

    Money that was due went back by ``refund``, or from our own account.
    """
    incident = Incident.objects.select_for_update().get(pk=incident_id)
    if incident.state != Incident.State.OPEN:
        raise AlreadySettled(incident.state)
    _settle(incident, Incident.State.SETTLED, note, by)
    if incident.kind == Incident.Kind.REFUND_DUE:
        ledger.went_back(incident, clock.now(), by, refund)
    return incident


def reopen(refund: Refund, *, by: User | None) -> None:
    """What went back came back: it is due again. The caller has locked the invoice."""
    incident = Incident.objects.select_for_update().get(pk=refund.incident_id)
    if incident.state != Incident.State.SETTLED:
        raise AlreadySettled(incident.state)
    ledger.came_back(incident, refund, clock.now(), by)
    incident.state, incident.note = Incident.State.OPEN, ""
    incident.settled_at = incident.settled_by = None
    incident.save(update_fields=("state", "note", "settled_at", "settled_by"))
    told = {"state": incident.state, "note": refund.note}
    audit.record(by, incident, "incident.reopened", before={"state": "settled"}, after=told)


def _settle(incident: Incident, state: str, note: str, by: User | None) -> None:
    before = incident.state
    incident.state, incident.note = state, note
    incident.settled_at, incident.settled_by = clock.now(), by
    incident.save(update_fields=("state", "note", "settled_at", "settled_by"))
    audit.record(
        by,
        incident,
        "incident.settled",
        before={"state": before},
        after={"state": state, "note": note},
    )
