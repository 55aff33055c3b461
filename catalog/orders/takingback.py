"""A buyer sent delivered goods back: what they earned is taken back, and is due to the buyer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from catalog.cooperatives import payees
from catalog.orders.models import SellerOrder, SellerOrderLine
from marketplace.people.models import User
from marketplace.records import audit, outbox
from payments import earning, queries
from payments.invoicing import SHIPPING
from payments.models import Incident

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
    found = []
    for row in queries.earned_lines(part.order.number, payees.payee_key(part.cooperative_id)):
        title = _("Delivery") if row.goods_class == SHIPPING else titles.get(row.line_ref)
        left = row.amount - row.waived - row.returned
        found.append(Line(row.line_ref, title or row.line_ref, left))
    return [line for line in found if line.left]


@transaction.atomic
def take_back(
    part: SellerOrder, amounts: Mapping[str, int], why: str, *, by: User
) -> Incident | None:
    """Take so many đồng back by line; the buyer is owed them, the cooperative is told why.

    Raises ``payments.earning.NotEarned`` when a line has not so much, as when somebody was quicker.
    """
    key = payees.payee_key(part.cooperative_id)
    due = earning.take_back(part.order.number, key, amounts, reason=REASON, by=by)
    told = {"amounts": dict(amounts), "why": why}
    audit.record(by, part, "order.taken_back", after=told)
    if due is not None:
        facts = {"seller_order": part.pk, "amount": due.amount, "why": why}
        outbox.post("order.taken_back", key=due.key, **facts)
    return due
