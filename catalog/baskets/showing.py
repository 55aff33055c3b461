"""A basket as apps read it."""

from catalog.baskets import contents
from catalog.baskets.contents import Contents, Item, Parcel
from catalog.baskets.models import BasketKey
from catalog.baskets.schemas import (
    BasketOut,
    GroupOut,
    HarvestOut,
    LaneOut,
    LineOut,
    SellerOut,
    VoucherOut,
)
from catalog.communes.models import Commune
from catalog.promotions import wording
from catalog.promotions.reducing import Reduction
from catalog.shipping.quoting import Quote
from marketplace.records import rules


def basket(key: BasketKey, place: Commune | None = None, token: str | None = None) -> BasketOut:
    """The whole basket at today's prices; lanes are priced where the commune is known."""
    shown = contents.priced(key.basket_id, place.province.code if place else None)
    reduction = shown.reduction(_cheapest(shown) if place else None)
    return BasketOut(
        id=key.public_id,
        token=token,
        terms_version=rules.value("terms.version"),
        lines=[_line(item) for item in shown.items],
        groups=[_group(parcel, reduction) for parcel in shown.parcels],
        subtotal=shown.subtotal,
        discount=reduction.total if reduction else 0,
        voucher=_voucher(reduction) if reduction else None,
    )


def _cheapest(shown: Contents) -> dict[int, int]:
    """What each delivery costs by the cheapest lane."""
    return {p.cooperative.pk: lane.price for p in shown.parcels if (lane := p.lane(None))}


def _voucher(reduction: Reduction) -> VoucherOut:
    """The voucher typed in."""
    used = reduction.voucher
    refused = reduction.refused
    return VoucherOut(
        code=used.code,
        title=used.title,
        payer=used.payer,
        amount=reduction.total,
        refused=wording.refused(used.code, refused, used.min_goods) if refused else None,
    )


def _group(parcel: Parcel, reduction: Reduction | None) -> GroupOut:
    """One cooperative's parcel."""
    seller = parcel.cooperative
    return GroupOut(
        cooperative=SellerOut(id=seller.pk, name=seller.name, slug=seller.slug),
        lines=[_line(item) for item in parcel.items],
        subtotal=parcel.subtotal,
        discount=reduction.of(seller.pk).total if reduction else 0,
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
        harvest=HarvestOut(first=item.coming.harvest_from, last=item.coming.harvest_to)
        if item.coming
        else None,
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
