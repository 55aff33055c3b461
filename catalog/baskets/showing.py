"""A basket as apps read it."""

from catalog.baskets import contents
from catalog.baskets.contents import Item, Parcel
from catalog.baskets.models import BasketKey
from catalog.baskets.schemas import BasketOut, GroupOut, LaneOut, LineOut, SellerOut
from catalog.communes.models import Commune
from catalog.shipping.quoting import Quote
from marketplace.records import rules


def basket(key: BasketKey, place: Commune | None = None, token: str | None = None) -> BasketOut:
    """The whole basket at today's prices; lanes are priced where the commune is known."""
    shown = contents.priced(key.basket_id, place.province.code if place else None)
    return BasketOut(
        id=key.public_id,
        token=token,
        terms_version=rules.value("terms.version"),
        lines=[_line(item) for item in shown.items],
        groups=[_group(parcel) for parcel in shown.parcels],
        subtotal=shown.subtotal,
    )


def _group(parcel: Parcel) -> GroupOut:
    """One cooperative's parcel."""
    seller = parcel.cooperative
    return GroupOut(
        cooperative=SellerOut(id=seller.pk, name=seller.name, slug=seller.slug),
        lines=[_line(item) for item in parcel.items],
        subtotal=parcel.subtotal,
        shipping=[_lane(quote) for quote in parcel.quotes],
    )


def _line(item: Item) -> LineOut:
    """One line."""
    return LineOut(
        id=item.line.pk,
        listing=item.listing.pk,
        pack=item.pack.pk,
        title=f"{item.title}, {item.pack_name}",
        quantity=item.quantity,
        unit_price=item.unit_price,
        total=item.total,
    )


def _lane(quote: Quote) -> LaneOut:
    """One lane, with its price or with the price it begins at."""
    return LaneOut(
        lane=quote.lane,
        name=quote.name,
        price=quote.price if quote.is_exact else None,
        from_price=None if quote.is_exact else quote.price,
        arrives_from=quote.arrives_from,
        arrives_to=quote.arrives_to,
    )
