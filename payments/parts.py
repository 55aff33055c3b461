"""Asks less of an invoice: drops one payee's part while it is not paid, or lowers its lines."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from marketplace.records import clock
from payments import attempts, booking, incidents, invoicing, queries
from payments.channels import CHANNELS
from payments.models import Attempt, Invoice, Payee


class PartIsPaid(Exception):
    """Money for the part came already: it is due for refund, not dropped."""


class LastPart(Exception):
    """Nothing would be left to ask for: the invoice is closed instead."""


@transaction.atomic
def drop(reference: str, payee_key: str) -> Invoice:
    """Ask no more for what one payee was owed, and lower what open attempts ask.

    Dropping twice changes nothing. Raises ``PartIsPaid`` when more came than the rest asks for, and
    ``LastPart`` when there is no rest.
    """
    invoice = invoicing.lock(reference)
    payee = Payee.objects.get(key=payee_key)
    amount = queries.part(invoice, payee)
    if not amount:
        return invoice
    if amount == invoice.total:
        raise LastPart(reference)
    if queries.received(invoice) > invoice.total - amount:
        raise PartIsPaid(reference)
    invoice.lines.filter(payee=payee, dropped_at__isnull=True).update(dropped_at=clock.now())
    invoice.total -= amount
    invoice.save(update_fields=("total",))
    _lower(invoice)
    return invoice


@transaction.atomic
def lower(reference: str, payee_key: str, off: Mapping[str, int], reason: str) -> Invoice:
    """Ask less for one payee's lines, by their names: ``off`` is in đồng, ``reason`` one word.

    What was paid for them already is due for refund. The caller says it once: a second call asks
    still less.
    """
    invoice = invoicing.lock(reference)
    payee = Payee.objects.get(key=payee_key)
    left = max(0, queries.missing(invoice, payee))
    lines = invoice.lines.filter(payee=payee, line_ref__in=off, dropped_at__isnull=True)
    waived = 0
    for line in lines.order_by("pk"):
        one = min(off[line.line_ref], left - waived)
        line.waived += one
        line.save(update_fields=("waived",))
        waived += one
    if waived:
        invoice.total -= waived
        invoice.save(update_fields=("total",))
        _lower(invoice)
        invoice.refresh_from_db(fields=("covered_at",))
    if back := sum(off.values()) - waived:
        incidents.refund_due(invoice, back, reason)
    return invoice


def _lower(invoice: Invoice) -> None:
    if queries.missing(invoice) == 0:
        booking.settle(invoice, None)
        return
    rows = invoice.attempts.select_for_update(of=("self",)).select_related("payee")
    for attempt in rows.filter(state__in=Attempt.OPEN).order_by("pk"):
        lacks = queries.missing(invoice, attempt.payee)
        if lacks <= 0 or _shows_other_sum(attempt):
            attempt.state, attempt.reason = Attempt.State.CANCELLED, "sum_changed"
        elif lacks < attempt.amount - attempt.received:
            attempt.amount = attempt.received + lacks
            attempts.ask(attempt)
        attempt.save(update_fields=("state", "reason", "amount", "show"))


def _shows_other_sum(attempt: Attempt) -> bool:
    """Whether a provider's page still asks for the old sum: the buyer chooses anew."""
    return CHANNELS[attempt.channel].opens_apart
