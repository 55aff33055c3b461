"""Prices and stock of many packs in one save: all of it, or nothing.

Everything is locked first, in the order in which others lock it (cooperative, listings, packs,
balances), so that two members who save at once wait for each other instead of dying.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.db import transaction
from django.db.models import QuerySet, Sum

from catalog.cooperatives.models import Cooperative
from catalog.listings import harvesting, proposals, proposing
from catalog.listings.models import Listing, ListingChange, Pack
from catalog.listings.proposals import LotDraft
from catalog.stock import holding, receiving
from catalog.stock.models import LotBalance, StockAlarm
from catalog.stock.refusals import OutOfStock, Short
from marketplace.people.models import User
from marketplace.records import audit, clock

LONGEST_WORD = 300  # as the trace log keeps it


@dataclass(frozen=True, slots=True)
class Row:
    """What is wanted of one pack; ``seen`` is what its row said when it was shown.

    ``came`` units were harvested today, on ``plots`` or on an ``unwritten_field``; ``lost`` are
    taken off the oldest lots.
    """

    pack_id: int
    seen: str
    price: int
    came: int = 0
    lost: int = 0
    alarm: int = StockAlarm.USUAL
    plots: Sequence[int] = ()
    unwritten_field: str = ""


@dataclass(slots=True)
class Saved:
    """What a save did: how many packs got other units, and the price changes sent in."""

    counted: int = 0
    changes: list[ListingChange] | None = None


class RowChanged(Exception):
    """Somebody else changed the price or the stock of a pack since its row was shown."""

    def __init__(self, pack: Pack) -> None:
        """Keep which."""
        super().__init__(str(pack.pk))
        self.pack = pack


def mark(pack: Pack, received: int) -> str:
    """How a row stood: its price and all units ever received; sales do not change it."""
    return f"{pack.price}-{received}"


def received(pack_ids: Sequence[int]) -> dict[int, int]:
    """All units of each pack that came in and were not written off."""
    rows = LotBalance.objects.filter(pack__in=pack_ids).order_by()
    return dict.fromkeys(pack_ids, 0) | dict(rows.values_list("pack").annotate(Sum("received")))


@transaction.atomic
def save(cooperative_id: int, rows: Sequence[Row], *, by: User) -> Saved:
    """Write prices, units and alarms of a cooperative's packs.

    Prices go the way of every change of a listing, units that came in are a lot of today, what is
    lost is written off. ``RowChanged``, ``OutOfStock``, or what proposing or a harvest refuses
    (``PlotsNotSaid``, ``NotOurPlot``, ``InsideInterval``) undo the whole.
    ``Pack.DoesNotExist`` for a pack that is not this cooperative's.
    """
    packs, balances = _locked(cooperative_id, [row.pack_id for row in rows])
    stood = received(list(packs))
    for row in rows:
        if row.seen != mark(packs[row.pack_id], stood[row.pack_id]):
            raise RowChanged(packs[row.pack_id])
    ordered = sorted(rows, key=lambda row: (packs[row.pack_id].listing_id, row.pack_id))
    changes = _reprice(cooperative_id, ordered, packs, by)
    _harvest(ordered, packs, by)
    for row in ordered:
        if row.lost:
            _write_off(row, balances.get(row.pack_id, []), by)
    _watch(ordered, packs, by)
    return Saved(sum(1 for row in rows if row.came or row.lost), changes)


def _locked(
    cooperative_id: int, pack_ids: Sequence[int]
) -> tuple[dict[int, Pack], dict[int, list[LotBalance]]]:
    """The packs and their balances, with all that stands above them locked before."""
    Cooperative.objects.select_for_update(no_key=True).get(pk=cooperative_id)
    own: QuerySet[Pack] = Pack.objects.filter(
        pk__in=pack_ids, listing__cooperative=cooperative_id, is_sold=True
    )
    listings = Listing.objects.filter(pk__in=own.values("listing")).order_by("pk")
    list(listings.select_for_update())
    packs = {
        pack.pk: pack
        for pack in own.select_related("listing").select_for_update(of=("self",)).order_by("pk")
    }
    if missing := set(pack_ids) - packs.keys():
        raise Pack.DoesNotExist(sorted(missing))
    holding.lock(packs)
    found: dict[int, list[LotBalance]] = {}
    for balance in LotBalance.objects.filter(pack__in=packs).order_by("lot__harvested_on", "pk"):
        found.setdefault(balance.pack_id, []).append(balance)
    return packs, found


def _reprice(
    cooperative_id: int, rows: Sequence[Row], packs: dict[int, Pack], by: User
) -> list[ListingChange]:
    """Propose the other prices, one change per listing."""
    wanted: dict[int, dict[str, int]] = {}
    for row in rows:
        pack = packs[row.pack_id]
        if row.price != pack.price:
            wanted.setdefault(pack.listing_id, {})[pack.key] = row.price
    changes = []
    for listing_id, prices in sorted(wanted.items()):
        listing = Listing.objects.get(pk=listing_id)
        stands = proposals.as_it_stands(listing)
        new = tuple(replace(pack, price=prices.get(pack.key, pack.price)) for pack in stands.packs)
        changes.append(
            proposing.propose(
                cooperative_id,
                replace(stands, packs=new),
                by=by,
                listing_id=listing_id,
                base_version=listing.version,
            )
        )
    return changes


def _harvest(rows: Sequence[Row], packs: dict[int, Pack], by: User) -> None:
    """Open one lot of today for each listing of which units came in."""
    came: dict[int, list[Row]] = {}
    for row in rows:
        if row.came:
            came.setdefault(packs[row.pack_id].listing_id, []).append(row)
    today = clock.local_day()
    for listing_id, those in sorted(came.items()):
        keeps = _keeps(listing_id)
        draft = LotDraft(
            today,
            today + keeps if keeps else None,
            {packs[row.pack_id].key: row.came for row in those},
            tuple(sorted({plot for row in those for plot in row.plots})),
            _words(row.unwritten_field for row in those),
        )
        harvesting.add(listing_id, draft, by=by)


def _words(said: Iterable[str]) -> str:
    """What the rows of one listing say of fields that are not written down, each once."""
    return "; ".join(dict.fromkeys(filter(None, said)))[:LONGEST_WORD]


def _keeps(listing_id: int) -> dt.timedelta | None:
    """How long goods of the listing keep, as the last lot said."""
    last = (
        LotBalance.objects.filter(pack__listing=listing_id, best_before__isnull=False)
        .order_by("-lot__harvested_on", "-pk")
        .values_list("best_before", "lot__harvested_on")
        .first()
    )
    if last is None or last[0] is None:
        return None
    return last[0] - last[1]


def _write_off(row: Row, balances: Sequence[LotBalance], by: User) -> None:
    """Take units off the oldest lots that have free ones, or ``OutOfStock``."""
    missing = row.lost
    for balance in balances:
        units = min(missing, balance.received - balance.held - balance.sold)
        if units > 0:
            receiving.write_off(balance.pk, units=units, by=by)
            missing -= units
    if missing:
        raise OutOfStock([Short(row.pack_id, row.lost, row.lost - missing)])


def _watch(rows: Sequence[Row], packs: dict[int, Pack], by: User) -> None:
    """Keep from how many units on each pack counts as running out."""
    known = dict(StockAlarm.objects.filter(pack__in=packs).values_list("pack", "units"))
    for row in rows:
        before = known.get(row.pack_id, StockAlarm.USUAL)
        if row.alarm != before:
            StockAlarm.objects.update_or_create(pack_id=row.pack_id, defaults={"units": row.alarm})
            audit.record(
                by,
                packs[row.pack_id],
                "pack.alarm",
                before={"units": before},
                after={"units": row.alarm},
            )
