"""Writes what happens with money into the ledger, each thing once, and reads balances.

Accounts (specification of payments, 8.1): ``bank:{number}`` and ``gateway:{provider}`` hold money
of ours, ``courier:{payee}`` holds cash taken at a door, ``account:{payee}`` money paid straight to
a seller; ``clearing`` is what buyers paid and nobody has earned yet, ``payee:{payee}`` what a
seller has earned, ``refunds`` what goes back, ``suspense`` transfers nobody could place,
``other`` money on our account that is no business of the market.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from django.conf import settings
from django.db import transaction
from django.db.models import Sum

from marketplace.database.statements import Statement
from marketplace.people.models import User
from payments.channels import GATEWAYS
from payments.models import (
    BankTransaction,
    GatewayTransaction,
    Incident,
    Invoice,
    LedgerAccount,
    LedgerEntry,
    LedgerPosting,
    Refund,
)

What = LedgerEntry.What
Kind = LedgerAccount.Kind
CLEARING, REFUNDS, SUSPENSE = "clearing", "refunds", "suspense"
OTHER = "other"
CASH = "cash"

_ASSETS = ("bank:", "gateway:", "courier:", "account:")
_ACCOUNTS = Statement(lambda codes: LedgerAccount.objects.filter(code__any_of=codes), ["a-code"])


def came(row: GatewayTransaction, invoice: Invoice) -> None:
    """Money that a provider booked: it is ours to hand on, for this invoice."""
    _write(
        f"came:{row.pk}",
        What.CAME,
        {place_of(row): row.amount, CLEARING: -row.amount},
        at=row.occurred_at,
        invoice=invoice,
    )


def due_back(incident: Incident) -> None:
    """Money of an invoice that goes back to its buyer."""
    legs = {CLEARING: incident.amount, REFUNDS: -incident.amount}
    _write(
        f"due:{incident.pk}", What.DUE_BACK, legs, at=incident.opened_at, invoice=incident.invoice
    )


def not_due_back(incident: Incident, at: dt.datetime) -> None:
    """It does not go back after all: the invoice needs it again."""
    legs = {CLEARING: -incident.amount, REFUNDS: incident.amount}
    _write(f"undue:{incident.pk}", What.NOT_DUE_BACK, legs, at=at, invoice=incident.invoice)


def went_back(
    incident: Incident, at: dt.datetime, by: User | None, refund: Refund | None = None
) -> None:
    """It went back: by a provider, from our account, or from a seller who was paid straight."""
    if refund is not None and refund.attempt is not None:
        place = f"gateway:{refund.attempt.channel}"
    else:
        place = _sent_from(incident.invoice)
    legs = {REFUNDS: incident.amount, place: -incident.amount}
    key = f"back:{incident.pk}"
    _write(key, What.WENT_BACK, legs, at=at, invoice=incident.invoice, by=by)


def earned(invoice: Invoice, payee_key: str, amount: int, at: dt.datetime) -> None:
    """A seller's part reached its buyer: what was paid for it is the seller's now."""
    legs = {CLEARING: amount, f"payee:{payee_key}": -amount}
    key = f"earned:{invoice.reference}:{payee_key}"
    _write(key, What.EARNED, legs, at=at, invoice=invoice)


def is_earned(invoice: Invoice, payee_key: str) -> bool:
    """Whether that is written already."""
    return LedgerEntry.objects.filter(key=f"earned:{invoice.reference}:{payee_key}").exists()


def unplaced(row: BankTransaction) -> None:
    """A transfer to our account that nobody could place yet."""
    legs = {f"bank:{row.account}": row.amount, SUSPENSE: -row.amount}
    _write(f"unplaced:{row.pk}", What.UNPLACED, legs, at=row.occurred_at)


def placed(row: BankTransaction, at: dt.datetime, by: User | None) -> None:
    """It has its place now: what follows books it like any other. Nothing if it never waited."""
    if LedgerEntry.objects.filter(key=f"unplaced:{row.pk}").exists():
        legs = {f"bank:{row.account}": -row.amount, SUSPENSE: row.amount}
        _write(f"placed:{row.pk}", What.PLACED, legs, at=at, by=by)


def put_apart(row: BankTransaction, at: dt.datetime, by: User | None, *, is_copy: bool) -> None:
    """It pays nothing here: the money never came twice, or it came for something else."""
    where = f"bank:{row.account}" if is_copy else OTHER
    legs = {SUSPENSE: row.amount, where: -row.amount}
    _write(f"apart:{row.pk}", What.PLACED, legs, at=at, by=by)


def place_of(row: GatewayTransaction) -> str:
    """The account a booked result brought its money to."""
    attempt = row.attempt
    if row.provider == CASH:
        return f"courier:{row.external_id.rpartition(':')[2]}"
    if row.provider in GATEWAYS:
        return f"gateway:{row.provider}"
    if attempt.payee is not None:
        return f"account:{attempt.payee.key}"
    return f"bank:{attempt.show.get('account', '')}"


def entries(invoice: Invoice) -> list[LedgerEntry]:
    """An invoice's entries with their legs, oldest first."""
    rows = LedgerEntry.objects.filter(invoice=invoice).prefetch_related("postings__account")
    return list(rows.order_by("pk"))


def balance(code: str, *, invoice: Invoice | None = None) -> int:
    """What an account stands at in đồng, debits above zero; of one invoice's entries if asked."""
    rows = LedgerPosting.objects.filter(account__code=code)
    if invoice is not None:
        rows = rows.filter(entry__invoice=invoice)
    return int(rows.aggregate(total=Sum("amount"))["total"] or 0)


def _sent_from(invoice: Invoice | None) -> str:
    if invoice is not None and invoice.flow == Invoice.Flow.DIRECT:
        rows = GatewayTransaction.objects.filter(attempt__invoice=invoice)
        if latest := rows.select_related("attempt__payee").order_by("pk").last():
            return place_of(latest)
    return f"bank:{settings.VIETQR_ACCOUNT}"


@transaction.atomic
def _write(
    key: str,
    what: str,
    legs: Mapping[str, int],
    *,
    at: dt.datetime,
    invoice: Invoice | None = None,
    by: User | None = None,
) -> None:
    """Write an entry unless its key was written; the database refuses legs that are not zero."""
    entry, is_new = LedgerEntry.objects.get_or_create(
        key=key, defaults={"what": what, "at": at, "invoice": invoice, "by": by}
    )
    if not is_new:
        return
    accounts = _accounts(list(legs))
    LedgerPosting.objects.bulk_create(
        LedgerPosting(entry=entry, account=accounts[code], amount=amount)
        for code, amount in sorted(legs.items())
    )


def _accounts(codes: list[str]) -> dict[str, LedgerAccount]:
    """The accounts of these codes; one is opened when money first moves on it."""
    known = {account.code: account for account in _ACCOUNTS.rows(codes)}
    if new := [code for code in sorted(codes) if code not in known]:
        LedgerAccount.objects.bulk_create(
            (LedgerAccount(code=code, kind=_kind(code)) for code in new), ignore_conflicts=True
        )
        known |= {account.code: account for account in _ACCOUNTS.rows(new)}
    return known


def _kind(code: str) -> str:
    return Kind.ASSET if code.startswith(_ASSETS) else Kind.LIABILITY
