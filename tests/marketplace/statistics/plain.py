"""The figures counted another way: order by order in Python, by what payments say was paid.

Nothing of `marketplace.statistics` is used here.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from catalog.orders.models import Placement, SellerOrderLine
from payments.models import Attempt, GatewayTransaction, Invoice, InvoiceLine

VIETNAM = dt.timezone(dt.timedelta(hours=7))


@dataclass(frozen=True)
class Line:
    """A line that counts as sold, whether it stands, and under which values."""

    order: int
    day: dt.date
    stands: bool
    units: int
    grams: int
    total: int
    too_much: int
    values: dict[str, str]


def paid(line: SellerOrderLine, invoice: Invoice) -> bool:
    """Whether the money for a line is there: its invoice was covered and asked for it."""
    asked = InvoiceLine.objects.get(invoice=invoice, line_ref=f"line-{line.pk}")
    credited = sum(
        row.credited for row in GatewayTransaction.objects.filter(attempt__invoice=invoice)
    )
    return credited > 0 and credited == invoice.total and asked.dropped_at is None


def lines() -> list[Line]:
    """Every line that counts."""
    found = []
    for placement in Placement.objects.select_related("order"):
        invoice = Invoice.objects.get(reference=placement.order.number)
        came = [a for a in Attempt.objects.filter(invoice=invoice).order_by("pk") if a.received]
        most = max(came, key=lambda a: a.received).channel if came else placement.channel
        for line in SellerOrderLine.objects.filter(seller_order__order=placement.order):
            state = line.seller_order.state
            if state == "waiting" or (state == "cancelled" and not paid(line, invoice)):
                continue
            waived = InvoiceLine.objects.get(invoice=invoice, line_ref=f"line-{line.pk}").waived
            values = {
                "commune": line.commune.code,
                "cooperative": str(line.seller_order.cooperative_id),
                "category": line.category.path,
                "variety": line.variety.key if line.variety else "",
                "channel": most,
                "source": line.source,
            }
            found.append(
                Line(
                    placement.order_id,
                    placement.placed_at.astimezone(VIETNAM).date(),
                    state != "cancelled",
                    line.quantity,
                    line.weight_g if line.packed_g is None else line.packed_g,
                    line.total - line.discount - waived,
                    line.lighter - waived,
                    values,
                )
            )
    return found


def measures(some: Iterable[Line]) -> tuple[int, int, int, int, int]:
    """Orders, units, grams, gross, refunded."""
    rows = list(some)
    stand = [line for line in rows if line.stands]
    return (
        len({line.order for line in stand}),
        sum(line.units for line in stand),
        sum(line.grams for line in stand),
        sum(line.total for line in rows),
        sum(line.too_much if line.stands else line.total for line in rows),
    )


def grouped(some: Iterable[Line], *names: str) -> dict[tuple[str, ...], tuple[int, ...]]:
    """The measures by the values of some dimensions; ``day`` is one of them."""
    groups: dict[tuple[str, ...], list[Line]] = defaultdict(list)
    for line in some:
        key = tuple(str(line.day) if name == "day" else line.values[name] for name in names)
        groups[key].append(line)
    return {key: measures(rows) for key, rows in groups.items()}
