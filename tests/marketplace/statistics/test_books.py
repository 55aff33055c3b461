"""The figures are what payments took and give back, and what the ledger says, to the đồng."""

import pytest

from catalog.orders.models import Placement, SellerOrder
from marketplace.statistics import counting
from marketplace.statistics.models import Tally
from payments.models import GatewayTransaction, Incident, Invoice, LedgerPosting
from tests.marketplace.statistics import market, plain

pytestmark = pytest.mark.django_db


@pytest.mark.slow
def test_gross_and_refunded_are_what_payments_took_and_give_back():
    """Paid orders to the đồng: goods and delivery of firm parts are the credited money."""
    market.days(4, orders=40)
    counting.refresh()

    covered = Invoice.objects.filter(covered_at__isnull=False)
    references = list(covered.values_list("reference", flat=True))
    came = GatewayTransaction.objects.filter(attempt__invoice__in=covered)
    lines = plain.InvoiceLine.objects.filter(invoice__in=covered)
    asked = lines.filter(dropped_at=None)
    assert sum(row.credited for row in came) == _open(asked) > 0
    paid = [line for line in plain.lines() if _number(line.order) in references]
    assert plain.measures(paid)[3] == _open(asked.filter(line_ref__startswith="line-"))
    parts = SellerOrder.objects.filter(order__number__in=references)
    given_up, goes_on = parts.filter(state="cancelled"), parts.exclude(state="cancelled")
    lighter = sum(part.lighter for part in goes_on) - sum(line.waived for line in lines)
    dropped = lines.exclude(dropped_at=None)
    due = Incident.objects.filter(
        kind="refund_due",
        invoice__in=covered,
        reason__in=("part_cancelled", "closed_with_money", "packed_lighter"),
    )
    assert sum(one.amount for one in due) == lighter + sum(part.total for part in given_up) - sum(
        line.amount - line.waived for line in dropped
    )
    refunded = sum(row.refunded for row in Tally.objects.filter(dimension=""))
    gone = sum(part.goods for part in given_up)
    assert refunded == lighter + gone - _open(dropped.filter(line_ref__startswith="line-"))
    assert refunded > 0
    assert due.filter(reason="packed_lighter").exists()
    assert _ledger("came", covered) == sum(row.amount for row in came)
    back = Incident.objects.filter(kind="refund_due", invoice__in=covered)
    assert _ledger("due_back", covered) == sum(one.amount for one in back)
    delivered = parts.filter(state="delivered")
    assert _ledger("earned", covered) == sum(part.owed for part in delivered) > 0


def _ledger(what, invoices):
    """What the entries of a kind move, in đồng."""
    legs = LedgerPosting.objects.filter(entry__what=what, entry__invoice__in=invoices, amount__gt=0)
    return sum(leg.amount for leg in legs)


def _open(lines):
    return sum(line.amount - line.waived for line in lines)


def _number(order_id):
    return Placement.objects.get(order_id=order_id).order.number
