"""Brings the shelf in step with what is published; called by verbs inside their transaction.

Rows are locked by listing, in the order of their keys, before anything is read: of two
transactions that sell the same listing the second counts what the first has taken.
"""

from collections.abc import Iterable, Iterator

from django.db import connection, transaction
from psycopg.types.json import Jsonb

from catalog.listings.models import Listing, Pack
from catalog.seasons import promises
from catalog.shelf import making, tallies
from catalog.shelf.models import ShelfItem
from marketplace.database.statements import Statement

_LOCK = 0x73686C66  # "shlf": the first half of the advisory locks of the shelf's rows
_BATCH = 500
_KEY = "listing"
_WRITTEN = [field.name for field in ShelfItem._meta.local_fields if not field.primary_key]
_OFFER = (
    *("packs", "price", "price_per_kg", "unit_vi", "unit_en"),
    *("available", "harvested_on", "season_order", "preorder", "refreshed_at"),
)

# One statement as plain as this: Django's own would say CASE WHEN nine times for every row.
_UPDATE_OFFERS = (
    "UPDATE catalog_shelfitem AS item SET "  # noqa: S608 -- only our own column names
    + ", ".join(f"{name} = new.{name}" for name in _OFFER)
    + " FROM unnest(%s::bigint[], "
    + ", ".join(f"%s::{ShelfItem._meta.get_field(name).db_type(connection)}[]" for name in _OFFER)
    + f") AS new(listing_id, {', '.join(_OFFER)}) WHERE item.listing_id = new.listing_id"
)

_ITEMS = Statement(
    lambda listings: ShelfItem.objects.filter(listing__pk__any_of=listings).only(
        "pk", "season_months", *_OFFER
    ),
    [1_000_000_007],
)


def listing(listing_id: int) -> None:
    """Write the row of one listing anew, or take it off the shelf."""
    listings([listing_id])


def cooperative(cooperative_id: int) -> None:
    """Write the rows of all listings of a cooperative anew: its name or standing changed."""
    listings(Listing.objects.filter(cooperative=cooperative_id).values_list("pk", flat=True))


def hold(listing_ids: Iterable[int]) -> None:
    """Wait for the rows of several listings at once, before a verb writes them one by one."""
    _locked(listing_ids)


@transaction.atomic(savepoint=False)
def listings(listing_ids: Iterable[int]) -> None:
    """Write the rows of several listings anew; those not on sale leave the shelf."""
    keys = _locked(listing_ids)
    before = list(ShelfItem.objects.filter(pk__in=keys))
    after = making.items(keys)
    tallies.shift(before, after)
    gone = {item.pk for item in before} - {item.pk for item in after}
    if gone:
        ShelfItem.objects.filter(pk__in=gone).delete()
    _write(after)


@transaction.atomic(savepoint=False)
def stock(listing_ids: Iterable[int]) -> None:
    """Write only what is left and what it costs: six queries at most, however many listings.

    Goods that are not on the shelf have no such row: there is nothing to do.
    """
    there = {item.pk: item for item in _ITEMS.rows(_locked(listing_ids))}
    if not there:
        return
    packs: dict[int, list[Pack]] = {}
    sold = Pack.objects.filter(listing__in=list(there), is_sold=True)
    for pack in promises.with_promises(sold):
        packs.setdefault(pack.listing_id, []).append(pack)
    left = making.stock_of(pack.pk for of_listing in packs.values() for pack in of_listing)
    items = [there[key] for key in packs]
    for item in items:
        making.put_offer(item, packs[item.pk], left)
    columns = [[_plain(getattr(item, name)) for item in items] for name in ("pk", *_OFFER)]
    with connection.cursor() as cursor:
        cursor.execute(_UPDATE_OFFERS, columns)


def _plain(value: object) -> object:
    """A value as the database takes it in an array."""
    return Jsonb(value) if isinstance(value, dict) else value


def everything() -> int:
    """Write the whole shelf anew, in batches, and count it; answers how many listings it holds.

    Safe at any time: a batch is a transaction, and each row waits for who is writing it. Nothing is
    counted until the end, where all of it is; that happens too when a batch fails.
    """
    keys = Listing.objects.exclude(state=Listing.State.DRAFT).order_by("pk")
    try:
        for batch in _batches(keys.values_list("pk", flat=True)):
            _rewrite(batch)
    finally:
        tallies.recount()
    return ShelfItem.objects.count()


@transaction.atomic(savepoint=False)
def _rewrite(batch: list[int]) -> None:
    """Write the rows of a batch anew and leave the counts alone."""
    after = making.items(_locked(batch))
    gone = set(batch) - {item.pk for item in after}
    ShelfItem.objects.filter(pk__in=gone).delete()
    _write(after)


def _write(items: list[ShelfItem]) -> None:
    """Put rows in the place of those of the same listings."""
    ShelfItem.objects.bulk_create(
        items, update_conflicts=True, unique_fields=[_KEY], update_fields=_WRITTEN
    )


def _batches(keys: Iterable[int]) -> Iterator[list[int]]:
    waiting: list[int] = []
    for key in keys:
        waiting.append(key)
        if len(waiting) == _BATCH:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def _locked(listing_ids: Iterable[int]) -> list[int]:
    """The keys in order, each locked until the transaction ends."""
    keys = sorted(set(listing_ids))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(%s, key) FROM unnest(%s::int[]) AS key",
            [_LOCK, keys],
        )
    return keys
