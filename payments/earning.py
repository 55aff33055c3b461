"""Gives sellers what their delivered parcels earned."""

from __future__ import annotations

from django.db import transaction

from marketplace.records import clock
from payments import invoicing, ledger


class NotPaid(Exception):
    """The invoice holds less than was to be earned: nobody earns what was never paid."""


@transaction.atomic
def earn(reference: str, payee_key: str, amount: int) -> None:
    """Note that one payee's part of an invoice reached its buyer, and earned ``amount`` đồng.

    Earning twice is earning once. Raises ``NotPaid`` when the invoice does not hold so much.
    """
    invoice = invoicing.lock(reference)
    if not amount or ledger.is_earned(invoice, payee_key):
        return
    if amount > -ledger.balance(ledger.CLEARING, invoice=invoice):
        raise NotPaid(reference)
    ledger.earned(invoice, payee_key, amount, clock.now())
