"""What Oscar is told about price and availability: its stock record's price, our lots' stock."""

from functools import cached_property
from typing import Any

from django.http import HttpRequest
from oscar.apps.catalogue.models import Product
from oscar.apps.partner.availability import Base as Availability
from oscar.apps.partner.availability import StockRequired, Unavailable
from oscar.apps.partner.models import StockRecord
from oscar.apps.partner.strategy import (
    NoTax,
    PurchaseInfo,
    Structured,
    UseFirstStockRecord,
)
from oscar.apps.partner.strategy import Selector as OscarSelector

from catalog.stock import queries


class FromLots(StockRequired):
    """Availability of packs, counted in their lots when somebody asks and not before."""

    def __init__(self, pack_ids: list[int]) -> None:
        self.pack_ids = pack_ids

    @cached_property
    def num_available(self) -> int:
        """Units that can be bought now."""
        return sum(queries.available(self.pack_ids).values())


class Market(UseFirstStockRecord, NoTax, Structured):
    """Price from the one stock record of a pack, availability from its lots; no tax on top."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        # Oscar's own asks who the user is at once, which reads the session on every page.
        self.request = request
        self.user = None

    def fetch_for_line(self, line: Any, stockrecord: StockRecord | None = None) -> PurchaseInfo:
        """What a basket line costs: the record it was added with is not looked up again."""
        return self.fetch_for_product(line.product, stockrecord or line.stockrecord)

    def availability_policy(
        self, product: Product, stockrecord: StockRecord | None
    ) -> Availability:
        """As many units as the lots of the pack still have; a product without a pack has none."""
        pack = getattr(product, "pack", None)
        if stockrecord is None or pack is None or not pack.is_sold:
            return Unavailable()
        return FromLots([pack.pk])

    def parent_availability_policy(
        self, product: Product, children_stock: list[tuple[Product, StockRecord | None]]
    ) -> Availability:
        """A listing is available while one of its packs is."""
        sold = [child.pack.pk for child, _record in children_stock if hasattr(child, "pack")]
        return FromLots(sold) if sold else Unavailable()


class Selector(OscarSelector):
    """Oscar's way of asking for a strategy: everybody gets the same one."""

    def strategy(
        self, request: HttpRequest | None = None, user: object = None, **_facts: object
    ) -> Market:
        """The market's one strategy."""
        return Market(request)
