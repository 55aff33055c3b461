"""What the room's pages show: rows of plain values."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse

from marketplace.design.deadlines import waited
from marketplace.desk.money import wording
from marketplace.people.models import User
from payments import bank, banks, refunding
from payments.channels import CHANNELS
from payments.models import Attempt, BankTransaction, Incident, Refund


def incident(found: Incident) -> dict[str, Any]:
    """One incident in a list, and at the head of its page."""
    return {
        "pk": found.pk,
        "kind": found.kind,
        "title": wording.INCIDENTS[Incident.Kind(found.kind)],
        "why": wording.reason(found.reason),
        "amount": found.amount,
        "reference": found.invoice.reference if found.invoice else "",
        "url": reverse("desk-money-incident", args=[found.pk]),
        "waited": waited(found.opened_at),
        "opened_at": found.opened_at,
        "is_open": found.state == Incident.State.OPEN,
        "note": found.note,
        "settled_at": found.settled_at,
    }


def kinds(found: QuerySet[Incident]) -> list[dict[str, Any]]:
    """How many wait of each kind."""
    counted = found.order_by("kind").values("kind").annotate(count=Count("pk"))
    return [{**one, "name": wording.INCIDENTS[Incident.Kind(one["kind"])]} for one in counted]


def transfer(row: BankTransaction) -> dict[str, Any]:
    """A transfer, and the payments it may have been meant for."""
    return {
        "transfer": row,
        "can_place": row.state == BankTransaction.State.UNMATCHED,
        "suggestions": [payment(one) for one in bank.suggestions(row)],
    }


def payment(attempt: Attempt) -> dict[str, Any]:
    """One asking for money."""
    words, level = wording.ATTEMPTS[Attempt.State(attempt.state)]
    channel = CHANNELS.get(attempt.channel)
    return {
        "id": attempt.public_id,
        "reference": attempt.invoice.reference,
        "url": reverse("desk-money-invoice", args=[attempt.invoice.reference]),
        "channel": channel.name if channel else attempt.channel,
        "code": attempt.memo or attempt.provider_reference,
        "amount": attempt.amount,
        "received": attempt.received,
        "state": words,
        "level": level,
        "at": attempt.created_at,
    }


def refunds(found: Incident, user: User) -> list[dict[str, Any]]:
    """The refunds of an incident, the latest last, with what this person may do."""
    rows = Refund.objects.filter(incident=found).select_related(
        "requested_by", "approved_by", "attempt"
    )
    return [_refund(row, user) for row in rows.order_by("pk")]


def routes(found: Incident) -> list[dict[str, Any]]:
    """The providers by which the money of an incident can go back the way it came."""
    if found.kind != Incident.Kind.REFUND_DUE or found.state != Incident.State.OPEN:
        return []
    return [payment(attempt) for attempt in refunding.routes(found)]


def _refund(row: Refund, user: User) -> dict[str, Any]:
    words, level = wording.REFUNDS[Refund.State(row.state)]
    return {
        "pk": row.pk,
        "state": row.state,
        "words": words,
        "level": level,
        "amount": row.amount,
        "channel": CHANNELS[row.attempt.channel].name if row.attempt else "",
        "bank": banks.name(row.bank_bin),
        "account": row.bank_account,
        "holder": row.bank_account_name,
        "reference": row.reference,
        "note": row.note,
        "requested_by": row.requested_by.get_username(),
        "approved_by": row.approved_by.get_username() if row.approved_by else "",
        "requested_at": row.requested_at,
        "may_approve": row.requested_by_id != user.pk or not row.needs_two,
    }
