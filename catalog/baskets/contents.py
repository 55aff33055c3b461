"""What lies in a basket, grouped by the cooperative that will send it. Amounts in whole đồng."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import QuerySet
from oscar.apps.basket.models import Line as OscarLine

from catalog.baskets.models import Source
from catalog.cooperatives.models import Cooperative
from catalog.holidays import queries as holidays
from catalog.listings.models import Listing, Pack
from catalog.pricing import money
from catalog.promotions import reducing
from catalog.promotions.models import Voucher
from catalog.seasons import promises
from catalog.shipping import quoting
from catalog.stock import queries as stock
from marketplace.database.statements import Statement
from marketplace.design import spoken
from marketplace.records import clock

_ROWS = (
    "basket__typed_voucher__voucher__category",
    "stockrecord__partner",
    "source__offer__window",
    "product__parent",
    "product__pack__listing__shelf",
    "product__pack__listing__cooperative__commune__province",
    "product__pack__listing__category__parent",
)
_SELLER = "product__pack__listing__cooperative"


def _rows(basket_id: int, day: dt.date) -> QuerySet[OscarLine]:
    """The lines with all that is shown of them.

    The last closed day comes with the line: the page may not ask one question more.
    """
    lines: QuerySet[OscarLine] = OscarLine.objects.filter(basket_id=basket_id)
    lines = lines.annotate(closed_until=holidays.until(_SELLER, day))
    return lines.select_related(*_ROWS).order_by("pk")


_LINES = Statement(_rows, 1_000_000_007, dt.date(1, 1, 1))


@dataclass(frozen=True, slots=True)
class Item:
    """One line as it stands now: today's price, what is left, and whether it is still sold."""

    line: OscarLine
    pack: Pack
    listing: Listing
    title: str
    pack_name: str
    quantity: int
    unit_price: int
    available: int
    keeps_until: dt.date
    is_sold: bool
    image: Mapping[str, Any]
    category: str
    source: str
    source_detail: str
    closed_until: dt.date | None = None
    coming: promises.Promise | None = None

    @property
    def total(self) -> int:
        """Unit price times quantity."""
        return self.unit_price * self.quantity

    @property
    def weight_g(self) -> int:
        """Net weight of the line in grams."""
        return self.pack.net_weight_g * self.quantity

    @property
    def price_per_kg(self) -> int:
        """đồng a kilogram, rounded to the nearest đồng."""
        return round(self.unit_price * 1000 / self.pack.net_weight_g)

    @property
    def can_be_bought(self) -> bool:
        """Whether the whole quantity can be had now."""
        return self.is_sold and self.available >= self.quantity


@dataclass(frozen=True, slots=True)
class Parcel:
    """The lines of one cooperative, and the lanes it can send them by."""

    cooperative: Cooperative
    items: list[Item]
    quotes: list[quoting.Quote] = field(default_factory=list)
    closed_until: dt.date | None = None

    @property
    def subtotal(self) -> int:
        """Goods of the parcel."""
        return sum(item.total for item in self.items)

    @property
    def weight_g(self) -> int:
        """Net weight in grams."""
        return sum(item.weight_g for item in self.items)

    @property
    def harvest(self) -> promises.Promise | None:
        """The coming harvest its goods are from; nothing where they are there."""
        return self.items[0].coming

    @property
    def is_mixed(self) -> bool:
        """Whether its goods would have to be sent on different days."""
        return len({item.coming and item.coming.window for item in self.items}) > 1

    def lane(self, code: str | None) -> quoting.Quote | None:
        """The lane chosen, or the cheapest when none was; nothing for one not offered."""
        if not code:
            return self.quotes[0] if self.quotes else None
        return next((quote for quote in self.quotes if quote.lane == code), None)


@dataclass(frozen=True, slots=True)
class Contents:
    """A whole basket."""

    parcels: list[Parcel]
    gone: list[OscarLine]
    lines: QuerySet[OscarLine]
    voucher: Voucher | None = None

    @property
    def items(self) -> list[Item]:
        """All lines that are of a pack, in the order of the page."""
        return [item for parcel in self.parcels for item in parcel.items]

    @property
    def subtotal(self) -> int:
        """Goods of all parcels."""
        return sum(parcel.subtotal for parcel in self.parcels)

    @property
    def units(self) -> int:
        """Packs in all."""
        return sum(item.quantity for item in self.items)

    def reduction(self, shipping: Mapping[int, int] | None = None) -> reducing.Reduction | None:
        """What the voucher typed in takes off, if one was; ``shipping`` is each parcel's price."""
        if self.voucher is None:
            return None
        goods = [
            reducing.Goods(item.line.pk, parcel.cooperative.pk, item.category, item.total)
            for parcel in self.parcels
            for item in parcel.items
        ]
        return reducing.worked_out(self.voucher, goods, shipping)

    @property
    def closed(self) -> list[Parcel]:
        """The parcels of cooperatives that are on holiday."""
        return [parcel for parcel in self.parcels if parcel.closed_until]

    @property
    def problems(self) -> list[Item]:
        """Lines that cannot be bought as they stand."""
        mixed = [item for parcel in self.parcels if parcel.is_mixed for item in parcel.items]
        return mixed or [item for item in self.items if not item.can_be_bought]


def of(basket_id: int | None) -> Contents:
    """The lines of a basket by cooperative, without shipping; two queries."""
    if basket_id is None:
        return Contents([], [], OscarLine.objects.none())
    lines = OscarLine.objects.filter(basket_id=basket_id)
    lines._result_cache = _LINES.rows(basket_id, clock.local_day())  # noqa: SLF001 -- asked already
    with_pack = [line for line in lines if hasattr(line.product, "pack")]
    left = stock.keeping([line.product.pack.pk for line in with_pack])
    parcels: dict[int, Parcel] = {}
    for line in with_pack:
        seller = line.product.pack.listing.cooperative
        until: dt.date | None = line.closed_until
        item = replace(_item(line, left[line.product.pack.pk]), closed_until=until)
        parcels.setdefault(seller.pk, Parcel(seller, [], closed_until=until)).items.append(item)
    gone = [line for line in lines if not hasattr(line.product, "pack")]
    return Contents(list(parcels.values()), gone, lines, _voucher(lines))


def _voucher(lines: QuerySet[OscarLine]) -> Voucher | None:
    """The voucher typed into the basket; it came along with the lines."""
    typed = next((getattr(line.basket, "typed_voucher", None) for line in lines), None)
    return typed.voucher if typed else None


def priced(basket_id: int | None, province_code: str | None) -> Contents:
    """The same with every lane and its price, as far as the province is known."""
    contents = of(basket_id)
    if not contents.parcels:
        return contents
    quotes = quoting.quotes(
        [
            quoting.Parcel(
                parcel.cooperative.pk,
                parcel.weight_g,
                _days(parcel),
            )
            for parcel in contents.parcels
        ],
        province_code,
    )
    parcels = [replace(p, quotes=_after(p, quotes[p.cooperative.pk])) for p in contents.parcels]
    return replace(contents, parcels=parcels)


def _after(parcel: Parcel, quotes: list[quoting.Quote]) -> list[quoting.Quote]:
    """The lanes of a parcel of a coming harvest arrive after it."""
    coming = parcel.harvest
    if coming is None:
        return quotes
    return [
        replace(
            quote,
            arrives_from=promises.shift(quote.arrives_from, coming.harvest_from),
            arrives_to=promises.shift(quote.arrives_to, coming.harvest_to),
        )
        for quote in quotes
    ]


def _days(parcel: Parcel) -> int | None:
    """How many days the parcel may travel: its goods stay fresh, and no lot passes its date."""
    fresh = quoting.days_allowed(item.listing.category for item in parcel.items)
    until = min(item.keeps_until for item in parcel.items)
    if until == dt.date.max:
        return fresh
    kept = (until - clock.local_day()).days
    return kept if fresh is None else min(fresh, kept)


def _item(line: OscarLine, left: stock.Keeping) -> Item:
    """The line in the words and at the price of today."""
    pack: Pack = line.product.pack
    listing = pack.listing
    shelf = getattr(listing, "shelf", None)
    source = getattr(line, "source", None)
    coming = promises.of_offer(source.offer) if source and source.offer else None
    return Item(
        line=line,
        pack=pack,
        listing=listing,
        title=spoken.chosen(shelf.title_en, shelf.title_vi) if shelf else line.product.title,
        pack_name=spoken.chosen(pack.name_en, pack.name_vi),
        quantity=line.quantity,
        unit_price=money.to_dong(line.stockrecord.price, line.stockrecord.price_currency),
        available=_left(coming, left),
        keeps_until=dt.date.max if coming else stock.kept_until(left, line.quantity),
        is_sold=_is_sold(pack, listing),
        image=shelf.image if shelf else {},
        category=listing.category.path,
        source=source.source if source else Source.DIRECT,
        source_detail=source.detail if source else "",
        coming=coming,
    )


def _left(coming: promises.Promise | None, left: stock.Keeping) -> int:
    """Units of the coming harvest that may be ordered today, or units that are there."""
    if coming is None:
        return sum(left.values())
    return coming.left if coming.is_open else 0


def _is_sold(pack: Pack, listing: Listing) -> bool:
    """Whether the pack may be bought today."""
    return (
        pack.is_sold
        and hasattr(listing, "shelf")
        and listing.state == Listing.State.PUBLISHED
        and listing.cooperative.state == Cooperative.State.VERIFIED
    )
