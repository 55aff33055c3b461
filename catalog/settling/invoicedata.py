"""What a cooperative writes its tax invoices from: who bought, what, for how much, and when.

The platform owes sellers these facts (Decree 254/2026/NĐ-CP, art. 17.1 c and 19.2).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from catalog.orders.models import OrderEvent, SellerOrder, SellerOrderLine
from catalog.settling.models import InvoiceReference
from marketplace.design import formats
from marketplace.design.spreadsheets import Cell
from marketplace.people.models import User
from marketplace.records import audit, clock


@dataclass(frozen=True, slots=True)
class Sale:
    """One delivered part with everything its invoice says; sums in đồng."""

    number: str
    delivered_at: dt.datetime
    buyer: str
    tax_code: str
    address: str
    email: str
    is_wanted: bool
    lines: tuple[SellerOrderLine, ...]
    shipping: int
    discount: int
    owed: int
    invoice: InvoiceReference | None


@dataclass(frozen=True, slots=True)
class Written:
    """What a cooperative says of an invoice it wrote."""

    series: str
    number: str
    issued_on: dt.date
    lookup_code: str = ""


def sales(
    cooperative_id: int, first: dt.date, last: dt.date, *, wanted: bool = False
) -> Iterator[Sale]:
    """The parts delivered between two local days, oldest first; the ``wanted`` only if asked."""
    events = OrderEvent.objects.filter(
        what=OrderEvent.What.DELIVERED,
        seller_order__cooperative_id=cooperative_id,
        at__gte=clock.day_begins(first),
        at__lt=clock.day_begins(last + dt.timedelta(days=1)),
    )
    moments = dict(events.order_by("at").values_list("seller_order_id", "at"))
    for part in _parts(SellerOrder.objects.filter(pk__in=moments)):
        sale = _sale(part, moments[part.pk])
        if sale.is_wanted or not wanted:
            yield sale


def part(cooperative_id: int, number: str) -> SellerOrder | None:
    """A delivered part of this cooperative."""
    found = SellerOrder.objects.filter(
        cooperative_id=cooperative_id, number=number, state=SellerOrder.State.DELIVERED
    )
    return _parts(found).first()


@transaction.atomic
def write(of: SellerOrder, told: Written, *, by: User) -> InvoiceReference:
    """Keep which invoice was written for a part; a second word replaces the first."""
    SellerOrder.objects.select_for_update().get(pk=of.pk)
    facts = {
        "series": told.series,
        "number": told.number,
        "issued_on": told.issued_on,
        "lookup_code": told.lookup_code,
        "written_by": by,
        "written_at": clock.now(),
    }
    row, _new = InvoiceReference.objects.update_or_create(seller_order=of, defaults=facts)
    after = {"series": told.series, "number": told.number, "lookup_code": told.lookup_code}
    audit.record(by, of, "order.tax_invoice", after=after)
    return row


def table(found: Iterator[Sale]) -> Iterator[list[Cell]]:
    """Heading and a row for each line of goods, and for each delivery; đồng."""
    yield [
        *(_("Order"), _("Delivered"), _("Buyer"), _("Tax code"), _("Address"), _("E-mail")),
        *(_("Goods"), _("Quantity"), _("Price"), _("Total"), _("Tax invoice")),
    ]
    for sale in found:
        who: list[Cell] = [sale.number, formats.day(sale.delivered_at), sale.buyer, sale.tax_code]
        who += [sale.address, sale.email]
        told = str(sale.invoice) if sale.invoice else ""
        for line in sale.lines:
            goods: list[Cell] = [line.title, line.quantity, line.unit_price]
            yield [*who, *goods, line.total - line.discount - line.lighter, told]
        if delivery := sale.shipping:
            yield [*who, _("Delivery"), 1, delivery, delivery, told]


def _parts(rows: QuerySet[SellerOrder]) -> QuerySet[SellerOrder]:
    rows = rows.select_related("order__placement__commune", "tax_invoice")
    return rows.prefetch_related("lines").order_by("pk")


def _sale(row: SellerOrder, at: dt.datetime) -> Sale:
    placement = row.order.placement
    wish = placement.invoice_wish
    lines = tuple(row.lines.all())
    off_goods = sum(line.discount for line in lines)
    return Sale(
        number=row.number,
        delivered_at=at,
        buyer=wish.get("name") or placement.name,
        tax_code=wish.get("tax_code", ""),
        address=wish.get("address") or f"{placement.street}, {placement.commune.full_name}",
        email=wish.get("email") or placement.email,
        is_wanted=bool(wish),
        lines=lines,
        shipping=row.shipping - (row.discount - off_goods),
        discount=row.discount,
        owed=row.owed,
        invoice=getattr(row, "tax_invoice", None),
    )
