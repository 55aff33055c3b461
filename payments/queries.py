"""What is asked about money: what an invoice has received, lacks, holds and owes."""

from __future__ import annotations

import datetime as dt

from django.db.models import BigIntegerField, F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from marketplace.database.statements import Statement
from marketplace.records import clock
from payments import memos
from payments.models import (
    Attempt,
    BankTransaction,
    GatewayTransaction,
    Incident,
    Invoice,
    InvoiceLine,
    LedgerEntry,
    LedgerPosting,
    Message,
    Payee,
    Refund,
)

_RECEIVED = Statement(
    lambda invoice: (
        Attempt.objects.filter(invoice_id=invoice)
        .order_by()
        .values("invoice_id")
        .annotate(total=Sum("received"))
        .values_list("total")
    ),
    1_000_000_007,
)
_OF = Statement(
    lambda reference: (
        Attempt.objects.filter(invoice__reference=reference)
        .select_related("invoice", "payee")
        .order_by("pk")
    ),
    "reference",
)


def received(invoice: Invoice) -> int:
    """What counts as paid on an invoice, in đồng."""
    return sum(total for (total,) in _RECEIVED.rows(invoice.pk))


def missing(invoice: Invoice, payee: Payee | None = None) -> int:
    """What an invoice, or one payee's part of it, still lacks, in đồng."""
    lacks = invoice.total - received(invoice)
    if payee is None:
        return lacks
    return min(lacks, part(invoice, payee) - _sum(invoice.attempts.filter(payee=payee), "received"))


def part(invoice: Invoice, payee: Payee) -> int:
    """What one payee is owed of an invoice, in đồng."""
    asked = invoice.lines.filter(payee=payee, dropped_at__isnull=True)
    return _sum(asked, "amount") - _sum(asked, "waived")


def held(invoice: Invoice) -> int:
    """What came for an invoice in all, and is neither due for refund nor earned, in đồng."""
    came = _sum(GatewayTransaction.objects.filter(attempt__invoice=invoice), "amount")
    return came - _sum(refunds_due(invoice), "amount") - earned(invoice)


def earned(invoice: Invoice, payee: Payee | None = None) -> int:
    """What sellers, or one, have earned of an invoice by parcels that reached their buyer; đồng."""
    what = (LedgerEntry.What.EARNED, LedgerEntry.What.TAKEN_BACK)
    rows = LedgerPosting.objects.filter(entry__invoice=invoice, entry__what__in=what)
    if payee is not None:
        return -_sum(rows.filter(account__code=f"payee:{payee.key}"), "amount")
    return _sum(rows.filter(account__code="clearing"), "amount")


def earned_lines(reference: str, payee_key: str) -> list[InvoiceLine]:
    """The lines of one payee's part of an invoice, once they have earned; none before."""
    if not LedgerEntry.objects.filter(key=f"earned:{reference}:{payee_key}").exists():
        return []
    rows = InvoiceLine.objects.filter(invoice__reference=reference, payee__key=payee_key)
    return list(rows.filter(dropped_at__isnull=True).order_by("pk"))


def refunds_due(invoice: Invoice) -> QuerySet[Incident]:
    """The money of an invoice that goes back, or went back already."""
    return Incident.objects.filter(invoice=invoice, kind=Incident.Kind.REFUND_DUE).exclude(
        state=Incident.State.WITHDRAWN
    )


def attempt(public_id: str) -> Attempt | None:
    """The attempt known outside by this word."""
    return Attempt.objects.select_related("invoice", "payee").filter(public_id=public_id).first()


def attempts_of(reference: str) -> QuerySet[Attempt]:
    """Every asking for one invoice, oldest first."""
    return (
        Attempt.objects.filter(invoice__reference=reference)
        .select_related("invoice", "payee")
        .order_by("pk")
    )


def shown(reference: str) -> list[Attempt]:
    """The same, to be shown at once."""
    return _OF.rows(reference)


def expired() -> QuerySet[Attempt]:
    """Open attempts whose time is over."""
    return Attempt.objects.filter(state__in=Attempt.OPEN, expires_at__lte=clock.now())


def unprocessed() -> QuerySet[Message]:
    """Messages whose work is not done, oldest first."""
    return Message.objects.filter(processed_at__isnull=True).order_by("received_at", "pk")


def unmatched() -> QuerySet[BankTransaction]:
    """Transfers nobody could place, oldest first."""
    return BankTransaction.objects.filter(state=BankTransaction.State.UNMATCHED).order_by(
        "occurred_at", "pk"
    )


def invoice(reference: str) -> Invoice | None:
    """The invoice of an order."""
    return Invoice.objects.filter(reference=reference).first()


def search(words: str) -> QuerySet[Attempt]:
    """Askings by order number, code, a provider's own number or a bank's, the newest first."""
    told = GatewayTransaction.objects.filter(external_id=words).values("attempt_id")
    moved = BankTransaction.objects.filter(reference=words).values("match__attempt_id")
    named = Q(invoice__reference__iexact=words) | Q(pk__in=told) | Q(pk__in=moved)
    if words:
        named |= Q(invoice__reference__istartswith=f"{words}-")  # what belongs to it
    named |= Q(provider_reference=words)
    if code := memos.normal(words):
        named |= Q(memo=code)
    rows = Attempt.objects.filter(named).select_related("invoice", "payee")
    return rows.order_by("-created_at", "-pk")


def results_of(invoice: Invoice) -> QuerySet[GatewayTransaction]:
    """The booked results of an invoice, oldest first."""
    return GatewayTransaction.objects.filter(attempt__invoice=invoice).order_by("pk")


def incidents_of(invoice: Invoice) -> QuerySet[Incident]:
    """What people were asked to look at, oldest first."""
    rows = Incident.objects.filter(invoice=invoice)
    return rows.select_related("invoice", "bank_transaction").order_by("pk")


def refunds_of(invoice: Invoice) -> QuerySet[Refund]:
    """The refunds of an invoice, oldest first."""
    return Refund.objects.filter(invoice=invoice).order_by("pk")


def incident(incident_id: int) -> Incident | None:
    """One incident with what it is about."""
    rows = Incident.objects.select_related("invoice", "bank_transaction")
    return rows.filter(pk=incident_id).first()


def open_incidents() -> QuerySet[Incident]:
    """What staff have to look at, oldest first."""
    return (
        Incident.objects.filter(state=Incident.State.OPEN)
        .select_related("invoice", "bank_transaction")
        .order_by("opened_at", "pk")
    )


def out_of_balance(since: dt.datetime) -> list[Attempt]:
    """Attempts made since then whose received money is not what their booked results credit."""
    rows = (
        Attempt.objects.filter(created_at__gte=since)
        .select_related("invoice")
        .annotate(
            credited=Coalesce(Sum("transactions__credited"), 0, output_field=BigIntegerField())
        )
    )
    return list(rows.exclude(credited=F("received"))[:100])


def _sum(rows: QuerySet, column: str) -> int:  # type: ignore[type-arg]  # rows of any model
    return int(rows.aggregate(total=Sum(column))["total"] or 0)
