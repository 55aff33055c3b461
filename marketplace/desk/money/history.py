"""Everything that happened with one order's money, in the order in which it did."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from catalog.orders import deposits
from catalog.orders.models import SellerOrder
from marketplace.desk.money import rows, wording
from marketplace.desk.money.forms import ReceiptForm
from marketplace.records import clock
from payments import ledger, queries, receiving
from payments.channels import CHANNELS
from payments.models import Incident, Invoice, Refund


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened; ``detail`` is a code, a number or a reason."""

    at: dt.datetime
    words: str
    amount: int
    detail: str


def of(invoice: Invoice) -> dict[str, Any]:
    """The context of templates/desk/money_invoice.html, but for the invoice."""
    return {
        "attempts": [rows.payment(one) for one in queries.attempts_of(invoice.reference)],
        "received": queries.received(invoice),
        "steps": sorted(_steps(invoice), key=lambda step: step.at),
        "parts": _delivered(invoice),
        "receipts": list(receiving.waiting().filter(attempt__invoice=invoice)),
        "receipt_form": ReceiptForm(initial={"day": clock.local_day()}),
        "entries": ledger.entries(invoice),
        "incidents": [rows.incident(found) for found in queries.incidents_of(invoice)],
    }


def _delivered(invoice: Invoice) -> list[SellerOrder]:
    """The parcels of which something can still be sent back."""
    parts = SellerOrder.objects.filter(
        order__number=deposits.number_of(invoice.reference), state=SellerOrder.State.DELIVERED
    )
    return list(parts.select_related("cooperative").order_by("pk"))


def _steps(invoice: Invoice) -> Iterator[Step]:
    for one in queries.attempts_of(invoice.reference):
        words = _("Asked by %(channel)s") % {"channel": rows.payment(one)["channel"]}
        yield Step(one.created_at, words, one.amount, one.memo)
    for result in queries.results_of(invoice):
        known = CHANNELS.get(result.provider)
        teller = known.name if known else result.provider
        words = _("Money came, told by %(provider)s") % {"provider": teller}
        yield Step(result.occurred_at, words, result.amount, result.external_id)
    for found in queries.incidents_of(invoice):
        words = str(wording.INCIDENTS[Incident.Kind(found.kind)])
        yield Step(found.opened_at, words, found.amount, wording.reason(found.reason))
    for refund in queries.refunds_of(invoice):
        words = _("Refund: %(state)s") % {"state": wording.REFUNDS[Refund.State(refund.state)][0]}
        at = refund.ended_at or refund.requested_at
        yield Step(at, words, refund.amount, refund.reference or refund.note)
