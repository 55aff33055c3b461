"""How an Oscar order is written: no stock counting, no offers, few queries."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from oscar.apps.basket.models import Basket
from oscar.apps.basket.models import Line as BasketLine
from oscar.apps.order.models import (
    BillingAddress,
    Line,
    LinePrice,
    Order,
    ShippingAddress,
)
from oscar.apps.order.signals import order_placed
from oscar.apps.order.utils import OrderCreator as OscarOrderCreator
from oscar.apps.shipping.methods import Base as ShippingMethod
from oscar.core.prices import Price

from catalog.orders import numbers
from marketplace.people.models import User


class OrderCreator(OscarOrderCreator):
    """Oscar's, inside the caller's transaction: `orders.placing` locks, holds stock and splits.

    Oscar's own asks for vouchers, counts its own stock, and writes every line by itself: 86
    queries for five lines. Lots keep our stock, and there are no Oscar offers.
    """

    def __init__(self) -> None:
        """Nothing written yet."""
        self.lines: list[Line] = []

    def place_order(  # noqa: PLR0913, PLR0917 -- Oscar's signature
        self,
        basket: Basket,
        total: Price,
        shipping_method: ShippingMethod,
        shipping_charge: Price,
        user: User | AnonymousUser | None = None,
        shipping_address: ShippingAddress | None = None,
        billing_address: BillingAddress | None = None,
        order_number: str | None = None,
        status: str | None = None,
        **kwargs: Any,
    ) -> Order:
        """Write the order and its lines; ``ValueError`` for an empty basket."""
        if basket.is_empty:
            raise ValueError("Empty baskets cannot be submitted")
        order = self.create_order_model(
            user,
            basket,
            shipping_address,
            shipping_method,
            shipping_charge,
            billing_address,
            total,
            order_number or numbers.fresh(),
            status,
            **kwargs,
        )
        self.lines = Line.objects.bulk_create(
            [self._line(order, line) for line in basket.all_lines()]
        )
        LinePrice.objects.bulk_create(_price_of(order, written) for written in self.lines)
        order_placed.send(sender=self, order=order, user=user)
        return order

    def _line(self, order: Order, line: BasketLine) -> Line:
        """An order line, not saved yet: today's price of its stock record, nothing taken off."""
        record, product = line.stockrecord, line.product
        unit, total = record.price, record.price * line.quantity
        return Line(
            order=order,
            partner=record.partner,
            partner_name=record.partner.name,
            partner_sku=record.partner_sku,
            stockrecord=record,
            product=product,
            title=product.get_title(),
            upc=product.upc,
            quantity=line.quantity,
            line_price_excl_tax=total,
            line_price_incl_tax=total,
            line_price_before_discounts_excl_tax=total,
            line_price_before_discounts_incl_tax=total,
            unit_price_incl_tax=unit,
            unit_price_excl_tax=unit,
            status=order.status,
            num_allocated=0,  # our lots hold the units
        )


def _price_of(order: Order, line: Line) -> LinePrice:
    """What a written line cost, as Oscar keeps it beside the line."""
    return LinePrice(
        order=order,
        line=line,
        quantity=line.quantity,
        price_incl_tax=line.unit_price_incl_tax,
        price_excl_tax=line.unit_price_excl_tax,
    )
