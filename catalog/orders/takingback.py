"""A buyer sent delivered goods back: what they earned is taken back, and is due to the buyer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from catalog.cooperatives import payees
from catalog.orders import deposits
from catalog.orders.models import SellerOrder, SellerOrderLine
from marketplace.people.models import User
from marketplace.records import audit, outbox
from payments import earning, queries
from payments.invoicing import SHIPPING
from payments.models import Incident, InvoiceLine

REASON = "returned"


@dataclass(frozen=True, slots=True)
class Line:
    """A delivered line: its name for payments, what people call it, what of it is left in đồng."""

    ref: str
    title: str
    left: int


def lines(part: SellerOrder) -> list[Line]:
    """What a delivered part earned by line and still has: its goods, then its delivery."""
    goods = SellerOrderLine.objects.filter(seller_order=part)
    titles = {f"line-{line.line_id}": line.title for line in goods}
    found: dict[str, Line] = {}
    for row in _earned(part, part.order.number) + _earned(part, _deposit(part)):
        title = _("Delivery") if row.goods_class == SHIPPING else titles.get(row.line_ref)
        before = found[row.line_ref].left if row.line_ref in found else 0
        found[row.line_ref] = Line(row.line_ref, title or row.line_ref, before + _left(row))
    return [line for line in found.values() if line.left]


def _earned(part: SellerOrder, reference: str) -> list[InvoiceLine]:
    return queries.earned_lines(reference, payees.payee_key(part.cooperative_id))


def _deposit(part: SellerOrder) -> str:
    return deposits.reference(part.order.number)


def _left(row: InvoiceLine) -> int:
    return row.amount - row.waived - row.returned


@transaction.atomic
def take_back(
    part: SellerOrder, amounts: Mapping[str, int], why: str, *, by: User
) -> Incident | None:
    """Take so many đồng back by line; the buyer is owed them, the cooperative is told why.

    What was paid at the door goes first, then the deposit. Raises ``payments.earning.NotEarned``
    when a line has not so much, as when somebody was quicker.
    """
    deposits.lock(part.order.number)
    rest, beforehand = _split(part, amounts)
    key, number = payees.payee_key(part.cooperative_id), part.order.number
    due = None
    for reference, share in ((number, rest), (_deposit(part), beforehand)):
        if share:
            due = earning.take_back(reference, key, share, reason=REASON, by=by) or due
    told = {"amounts": dict(amounts), "why": why}
    audit.record(by, part, "order.taken_back", after=told)
    if due is not None:
        facts = {"seller_order": part.pk, "amount": sum(amounts.values()), "why": why}
        outbox.post("order.taken_back", key=due.key, **facts)
    return due


def _split(part: SellerOrder, amounts: Mapping[str, int]) -> tuple[dict[str, int], dict[str, int]]:
    """What of each line comes out of the order's own invoice, and out of its deposit."""
    left = {row.line_ref: _left(row) for row in _earned(part, part.order.number)}
    paid = {row.line_ref: _left(row) for row in _earned(part, _deposit(part))}
    beforehand = {
        ref: more
        for ref, amount in amounts.items()
        if ref in paid and (more := amount - left.get(ref, 0)) > 0
    }
    rest = {ref: amount - beforehand.get(ref, 0) for ref, amount in amounts.items()}
    return {ref: amount for ref, amount in rest.items() if amount}, beforehand
