"""What Oscar is told about shipping, for its own totals: one method that adds up all parcels."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from oscar.apps.basket.models import Basket
from oscar.apps.order.models import ShippingAddress
from oscar.apps.shipping.methods import Base
from oscar.apps.shipping.repository import Repository as OscarRepository
from oscar.core.prices import Price

from catalog.baskets import contents
from catalog.pricing import money


class PerCooperative(Base):
    """Every cooperative sends its own parcel; the charge is their sum, tax included."""

    code = "per-cooperative"
    name = _("Delivery by each cooperative")

    def __init__(self, charge: int | None = None, province_code: str | None = None) -> None:
        """A charge that is agreed already (đồng), or the province to ask the cheapest lanes of."""
        self.charge = charge
        self.province_code = province_code

    def calculate(self, basket: Basket) -> Price:
        """The agreed charge, else the sum of the cheapest lanes."""
        charge = self.charge
        if charge is None:
            parcels = contents.priced(basket.pk, self.province_code).parcels
            charge = sum(lane.price for parcel in parcels if (lane := parcel.lane(None)))
        return money.price(charge)


class Repository(OscarRepository):
    """Oscar's way of asking for shipping methods: there is one."""

    methods = (PerCooperative(),)

    def get_available_shipping_methods(
        self,
        basket: Basket,
        shipping_addr: ShippingAddress | None = None,
        **_facts: Any,
    ) -> list[Base]:
        """The one method."""
        return list(self.methods)
