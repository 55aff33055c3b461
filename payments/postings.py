"""Writes entries of the ledger with their postings, each once, and opens accounts as they come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from django.db import transaction

from marketplace.database.statements import Statement
from marketplace.people.models import User
from payments.models import Invoice, LedgerAccount, LedgerEntry, LedgerPosting

Kind = LedgerAccount.Kind
COMMISSION = "commission"
_ASSETS = ("bank:", "gateway:", "courier:", "cash:", "account:", "coming:")
_ACCOUNTS = Statement(lambda codes: LedgerAccount.objects.filter(code__any_of=codes), ["a-code"])


@transaction.atomic
def write(
    key: str,
    what: str,
    legs: Mapping[str, int],
    *,
    at: dt.datetime,
    invoice: Invoice | None = None,
    by: User | None = None,
) -> LedgerEntry:
    """Write an entry unless its key was written; the database refuses legs that are not zero."""
    entry, is_new = LedgerEntry.objects.get_or_create(
        key=key, defaults={"what": what, "at": at, "invoice": invoice, "by": by}
    )
    if not is_new:
        return entry
    accounts = _accounts(list(legs))
    LedgerPosting.objects.bulk_create(
        LedgerPosting(entry=entry, account=accounts[code], amount=amount)
        for code, amount in sorted(legs.items())
    )
    return entry


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
    if code == COMMISSION:
        return Kind.INCOME
    if code.startswith(("fee:", "voucher:")):
        return Kind.EXPENSE
    return Kind.ASSET if code.startswith(_ASSETS) else Kind.LIABILITY
