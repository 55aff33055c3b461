"""Goods of a coming harvest in a basket: where a line comes from, and what may lie beside it."""

from collections.abc import Iterable

from oscar.apps.basket.models import Line

from catalog.listings.models import Pack
from catalog.seasons import promises
from catalog.seasons.models import WindowPack
from catalog.seasons.refusals import MixedHarvest
from marketplace.records import clock


def open_offer(pack_id: int) -> WindowPack | None:
    """The coming harvest of a pack, if it may be ordered today and not all of it is."""
    today = clock.local_day()
    found = promises.current().filter(pack=pack_id, window__order_from__lte=today).first()
    return found if found is not None and found.left else None


def of_line(line: Line) -> WindowPack | None:
    """The coming harvest a line is to come from; nothing for goods that are there."""
    source = getattr(line, "source", None)
    return source.offer if source is not None else None


def refuse_mixed(pack: Pack, offer: WindowPack | None, others: Iterable[Line]) -> None:
    """Raise ``MixedHarvest`` when a cooperative's parcel would have to leave on different days.

    One parcel is packed, paid for and refunded as one: what is there now and what is still to be
    picked are two orders (docs/decisions/0015-orders-before-the-harvest.md).
    """
    window = offer and offer.window_id
    for other in others:
        beside = getattr(other.product, "pack", None)
        if beside is None or beside.listing.cooperative_id != pack.listing.cooperative_id:
            continue
        theirs = of_line(other)
        if (theirs and theirs.window_id) != window:
            raise MixedHarvest
