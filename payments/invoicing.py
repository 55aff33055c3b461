"""Issues, closes and reopens invoices: what the shop tells us of its orders."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.db import IntegrityError, transaction

from marketplace.database.statements import Statement
from marketplace.records import clock
from payments import incidents, queries
from payments.models import Attempt, Incident, Invoice, InvoiceLine, Payee

_FACTS = ("name", "legal_form", "tax_code", "bank_bin", "bank_account", "bank_account_name")
_ACCOUNT = ("bank_bin", "bank_account")
CLOSED_WITH_MONEY = "closed_with_money"
GOODS, SHIPPING = "goods", "shipping"  # classes of lines; what lies below is written behind a slash

_PAYEES = Statement(lambda keys: Payee.objects.filter(key__any_of=keys), ["key"])
_ALL = Statement(
    lambda references: (
        Invoice.objects.select_for_update()
        .filter(reference__any_of=references)
        .order_by("-reference")
    ),
    ["reference"],
)
_LOCKED = Statement(
    lambda reference: Invoice.objects.select_for_update().filter(reference=reference), "reference"
)


class PartEarned(Exception):
    """A parcel of it has reached its buyer: what is paid for that is not given back by closing."""


class InvoiceClosed(Exception):
    """The invoice awaits no money any more."""


class ReopenRefused(Exception):
    """Money of the closed invoice has gone back already: it cannot be revived."""


class OtherInvoice(Exception):
    """The reference belongs to an invoice with another total."""


@dataclass(frozen=True)
class LineDraft:
    """One line to be: whole đồng, owed to ``payee_key``, under a name the caller understands."""

    payee_key: str | None
    amount: int
    goods_class: str
    line_ref: str


def introduce(facts: Mapping[str, Mapping[str, str]]) -> None:
    """Bring many payees up to date at once, by key; each is told whole (name, tax code, account).

    Whoever is known as told already is neither written nor locked: orders of one payee that are
    placed at the same moment do not wait for each other. Since when an account stands in place of
    another is written down, for payouts to a new one wait.
    """
    known = {payee.key: payee for payee in _PAYEES.rows(list(facts))}
    news = [
        Payee(key=key, account_since=_since(known.get(key), told), **told)
        for key, told in sorted(facts.items())
        if key not in known or any(getattr(known[key], name) != told[name] for name in told)
    ]
    if news:
        Payee.objects.bulk_create(
            news,
            update_conflicts=True,
            unique_fields=["key"],
            update_fields=(*_FACTS, "account_since"),
        )


def _since(known: Payee | None, told: Mapping[str, str]) -> dt.datetime | None:
    """When the account that is told now came in place of another one."""
    if known is None or not known.bank_account:
        return None
    if all(getattr(known, name) == told[name] for name in _ACCOUNT):
        return known.account_since
    return clock.now()


@transaction.atomic
def issue(
    reference: str,
    lines: list[LineDraft],
    *,
    currency: str = "VND",
    access_token_hash: str = "",
) -> Invoice:
    """Write the invoice of a new order; the same call again answers the same invoice.

    Raises ``OtherInvoice`` when the reference is taken by another total.
    """
    total = sum(line.amount for line in lines)
    try:
        with transaction.atomic():
            invoice = Invoice.objects.create(
                reference=reference,
                total=total,
                currency=currency,
                flow=settings.PAYMENT_FLOW,
                access_token_hash=access_token_hash,
            )
    except IntegrityError:
        issued = Invoice.objects.filter(reference=reference).first()
        if issued is None:
            raise
        if issued.total != total:
            raise OtherInvoice(reference) from None
        return issued
    _write_lines(invoice, lines)
    return invoice


def _write_lines(invoice: Invoice, lines: list[LineDraft]) -> None:
    keys = sorted({line.payee_key for line in lines if line.payee_key is not None})
    payees = {payee.key: payee for payee in _PAYEES.rows(keys)}
    payees |= {key: Payee.objects.get_or_create(key=key)[0] for key in keys if key not in payees}
    InvoiceLine.objects.bulk_create(
        InvoiceLine(
            invoice=invoice,
            payee=payees[line.payee_key] if line.payee_key is not None else None,
            amount=line.amount,
            goods_class=line.goods_class,
            line_ref=line.line_ref,
        )
        for line in lines
    )


def lock(reference: str) -> Invoice:
    """Lock an invoice for the rest of the caller's transaction.

    Booking locks the invoice before whoever listens locks the order: a verb of the shop that will
    change both locks the invoice first, so that the two never wait for each other.
    """
    invoice = _LOCKED.first(reference)
    if invoice is None:
        raise Invoice.DoesNotExist(reference)
    return invoice


def lock_all(references: Collection[str]) -> list[Invoice]:
    """Lock the invoices of these references that there are, the last name first.

    Whoever needs two of one order locks them so, before the order.
    """
    rows = _ALL.rows(list(references))
    if not rows:
        raise Invoice.DoesNotExist(", ".join(references))
    return rows


@transaction.atomic
def close(reference: str, *, reason: str) -> Invoice:
    """Await no more money: open attempts end, what came is due for refund, what comes is late.

    ``reason`` is the shop's word, such as ``expired`` or ``cancelled``. Closing twice changes
    nothing. Raises ``PartEarned`` once a seller has earned a part of it.
    """
    invoice = lock(reference)
    if invoice.state == Invoice.State.CLOSED:
        return invoice
    if queries.earned(invoice):
        raise PartEarned(reference)
    invoice.state, invoice.closed_reason = Invoice.State.CLOSED, reason
    invoice.save(update_fields=("state", "closed_reason"))
    ended = Attempt.State.EXPIRED if reason == "expired" else Attempt.State.CANCELLED
    invoice.attempts.filter(state__in=Attempt.OPEN).update(state=ended)
    if held := queries.held(invoice):
        incidents.refund_due(invoice, held, CLOSED_WITH_MONEY)
    return invoice


@transaction.atomic
def reopen(reference: str) -> Invoice:
    """Await money again for a revived order; ``ReopenRefused`` when some went back already.

    Refunds noted at closing and not yet paid out are withdrawn: the money counts again.
    """
    invoice = lock(reference)
    if invoice.state == Invoice.State.OPEN:
        return invoice
    closing = queries.refunds_due(invoice).filter(reason=CLOSED_WITH_MONEY)
    if closing.filter(state=Incident.State.SETTLED).exists():
        raise ReopenRefused(reference)
    incidents.withdraw(invoice, CLOSED_WITH_MONEY, "reopened")
    invoice.state, invoice.closed_reason = Invoice.State.OPEN, ""
    invoice.save(update_fields=("state", "closed_reason"))
    return invoice
