"""The shelf as it will be on a day: what the stored rows say of today is counted again.

Only for the staff's look at another day; every other page reads the rows as they are stored.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from catalog.listings.models import Pack
from catalog.seasons import promises
from catalog.shelf import making
from catalog.shelf.models import ShelfItem

_looking: ContextVar[bool] = ContextVar("shelf_as_of", default=False)
_SHOWN = ("packs", "price", "price_per_kg", "unit_vi", "unit_en", "available", "preorder")


@contextmanager
def looking() -> Iterator[None]:
    """Inside the block rows are counted again by the clock, which somebody has moved."""
    token = _looking.set(True)
    try:
        yield
    finally:
        _looking.reset(token)


def counted(rows: Sequence[dict[str, Any]]) -> Sequence[dict[str, Any]]:
    """Rows as the clock has them: lots past their day are gone, windows open or shut."""
    if not _looking.get() or not rows:
        return rows
    keys = [row["listing_id"] for row in rows]
    packs: dict[int, list[Pack]] = {}
    for pack in promises.with_promises(Pack.objects.filter(listing__in=keys, is_sold=True)):
        packs.setdefault(pack.listing_id, []).append(pack)
    left = making.stock_of(pack.pk for of_listing in packs.values() for pack in of_listing)
    return [_again(row, packs[row["listing_id"]], left) for row in rows]


def _again(
    row: dict[str, Any], packs: Sequence[Pack], left: dict[int, making.Stock]
) -> dict[str, Any]:
    """One row with its offer of that day."""
    item = ShelfItem(listing_id=row["listing_id"], season_months=row["season_months"])
    making.put_offer(item, packs, left)
    return row | {name: getattr(item, name) for name in _SHOWN}
