"""Keeping units for an order, giving them back, selling them.

Balances are locked in key order by one statement, so two buyers of the same things in opposite
order wait for each other instead of dying; the CHECK on the table is the last guard. What has to
go first (best before, then harvest) is taken first.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import QuerySet
from oscar.apps.order.models import Line, Order

from catalog.shelf import refresh
from catalog.stock import queries
from catalog.stock.models import Hold, LotBalance, StockMovement
from catalog.stock.refusals import NotHeld, OutOfStock, Short
from marketplace.database.statements import Statement
from marketplace.records import clock

Kind = StockMovement.Kind

# One plain statement: Django's own would say CASE WHEN for every row and column.
_UPDATE = """
UPDATE catalog_lotbalance AS balance SET held = new.held, sold = new.sold
FROM unnest(%s::bigint[], %s::int[], %s::int[]) AS new (id, held, sold)
WHERE balance.id = new.id
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Units of a pack wanted for one order line; they have to keep until the parcel arrives."""

    line_id: int
    pack_id: int
    quantity: int
    arrives: dt.date | None = None


@transaction.atomic(savepoint=False)
def hold(lines: Sequence[Wanted]) -> None:
    """Keep units of every line, what expires first first; all or, with ``OutOfStock``, nothing.

    A lot that would be past its date when the parcel arrives is left out.

    Whoever goes on after a refusal opens a savepoint of his own around the call.
    """
    packs = sorted({line.pack_id for line in lines})
    rows = _SELLABLE.rows(packs, queries.earliest_arrival()) if packs else []
    balances = {balance.pk: balance for balance in rows}
    held = _shared_out(lines, balances)
    Hold.objects.bulk_create(held)
    _write(balances, held, Kind.HELD)


@transaction.atomic
def hold_what_there_is(
    lines: Sequence[Wanted], *, picked_since: Mapping[int, dt.date]
) -> dict[int, int]:
    """Keep as many units as there are for lines in their order; answers the units by line.

    Only lots picked on the pack's day or later are taken. Nobody is refused: a harvest that comes
    in bit by bit serves the first line first.
    """
    packs = {line.pack_id for line in lines}
    balances = _locked(queries.sellable().filter(pack_id__in=packs))
    order = sorted(balances.values(), key=_goes_first)
    taken: list[Hold] = []
    for line in lines:
        missing = line.quantity
        for balance in order:
            fits = balance.pack_id == line.pack_id
            fits = fits and balance.lot.harvested_on >= picked_since[line.pack_id]
            units = min(missing, _left(balance)) if fits else 0
            if units:
                balance.held += units
                missing -= units
                taken.append(Hold(balance=balance, order_line_id=line.line_id, quantity=units))
    _add(taken)
    _write(balances if taken else {}, taken, Kind.HELD)
    got: dict[int, int] = defaultdict(int)
    for kept in taken:
        got[kept.order_line_id] += kept.quantity
    return got


def _add(taken: Sequence[Hold]) -> None:
    """Store holds; a line that holds units of the same lot already holds more of them now."""
    lines = {kept.order_line_id for kept in taken}
    known = {
        (kept.balance_id, kept.order_line_id): kept
        for kept in Hold.objects.filter(order_line__in=lines, state=Hold.State.HELD)
    }
    more = []
    for kept in taken:
        if same := known.get((kept.balance_id, kept.order_line_id)):
            same.quantity += kept.quantity
            more.append(same)
    Hold.objects.bulk_update(more, ["quantity"])
    new = [one for one in taken if (one.balance_id, one.order_line_id) not in known]
    Hold.objects.bulk_create(new)


@transaction.atomic
def release(order: Order, *, lines: Iterable[int] | None = None) -> None:
    """Give back what an order (or only some of its lines) still holds. Twice changes nothing."""
    holds, balances = _holds(order, lines)
    for kept in holds:
        balances[kept.balance_id].held -= kept.quantity
        kept.state = Hold.State.RELEASED
    Hold.objects.bulk_update(holds, ["state"])
    _write(balances, holds, Kind.RELEASED)


@transaction.atomic
def sell(order: Order, *, lines: Iterable[int] | None = None) -> None:
    """Turn what an order (or some of its lines) holds into sold units, as the parcel leaves."""
    holds, balances = _holds(order, lines)
    for kept in holds:
        balances[kept.balance_id].held -= kept.quantity
        balances[kept.balance_id].sold += kept.quantity
        kept.state = Hold.State.SOLD
    Hold.objects.bulk_update(holds, ["state"])
    _write(balances, holds, Kind.SOLD)


@transaction.atomic
def take_back(order: Order, *, lines: Iterable[int]) -> None:
    """Put sold units of some lines back into their lots: their parcel never left the house."""
    holds, balances = _holds(order, lines, Hold.State.SOLD)
    for kept in holds:
        balances[kept.balance_id].sold -= kept.quantity
        kept.state = Hold.State.RELEASED
    Hold.objects.bulk_update(holds, ["state"])
    _write(balances, holds, Kind.RETURNED)


def lock(pack_ids: Iterable[int]) -> None:
    """Lock every balance of several packs at once, for who is going to move lines one by one."""
    _locked(LotBalance.objects.filter(pack_id__in=set(pack_ids)))


@transaction.atomic
def move(line: Line, lots: dict[int, int]) -> None:
    """Hold an order line's units in the lots the packer took (lot key → units) instead.

    The sum must be what the line holds (``NotHeld``); a lot with too little left is ``OutOfStock``.
    """
    pack_id = line.product.pack.pk
    balances = _locked(LotBalance.objects.filter(pack_id=pack_id))
    old = list(Hold.objects.filter(order_line=line, state=Hold.State.HELD).order_by("pk"))
    if sum(kept.quantity for kept in old) != sum(lots.values()):
        raise NotHeld(f"line {line.pk}")
    for kept in old:
        balances[kept.balance_id].held -= kept.quantity
        kept.state = Hold.State.RELEASED
    by_lot = {balance.lot_id: balance for balance in balances.values()}
    new = [_take(by_lot.get(lot), pack_id, line.pk, units) for lot, units in sorted(lots.items())]
    Hold.objects.bulk_update(old, ["state"])
    Hold.objects.bulk_create(new)
    _moved(old, Kind.RELEASED)
    _write(balances, new, Kind.HELD)


def _take(balance: LotBalance | None, pack_id: int, line_id: int, units: int) -> Hold:
    """Units out of one lot, or ``OutOfStock``."""
    left = _left(balance) if balance is not None else 0
    if balance is None or left < units:
        raise OutOfStock([Short(pack_id, units, left)])
    balance.held += units
    return Hold(balance=balance, order_line_id=line_id, quantity=units)


def _locked(rows: QuerySet[LotBalance]) -> dict[int, LotBalance]:
    """The balances by key, locked in key order until the transaction ends."""
    return {balance.pk: balance for balance in _locking(rows)}


def _locking(rows: QuerySet[LotBalance]) -> QuerySet[LotBalance]:
    """The rows with their lots and packs, each locked, in key order."""
    locked = rows.select_related("lot", "pack").select_for_update(of=("self",), no_key=True)
    return locked.order_by("pk")


_SELLABLE = Statement(
    lambda packs, until: _locking(queries.sellable(until).filter(pack__pk__any_of=packs)),
    [1_000_000_007],
    dt.date(1945, 9, 2),
)


def _holds(
    order: Order, lines: Iterable[int] | None, state: str = Hold.State.HELD
) -> tuple[list[Hold], dict[int, LotBalance]]:
    """What is held for (or sold to) the order, its balances locked before the holds are read."""
    mine = Hold.objects.filter(order_line__order=order, state=state)
    if lines is not None:
        mine = mine.filter(order_line_id__in=list(lines))
    keys = set(mine.values_list("balance_id", flat=True))
    balances = _locked(LotBalance.objects.filter(pk__in=keys)) if keys else {}
    return list(mine.filter(balance_id__in=keys).order_by("pk")), balances


def _shared_out(lines: Sequence[Wanted], balances: dict[int, LotBalance]) -> list[Hold]:
    """Holds for every line, taken from the balances in the order in which goods must go."""
    of_pack: dict[int, list[LotBalance]] = defaultdict(list)
    for balance in sorted(balances.values(), key=_goes_first):
        of_pack[balance.pack_id].append(balance)
    _refuse_short(lines, of_pack)
    held: list[Hold] = []
    for line in lines:
        missing = line.quantity
        for balance in of_pack[line.pack_id]:
            units = min(missing, _left(balance)) if _keeps(balance, line.arrives) else 0
            if units:
                balance.held += units
                missing -= units
                held.append(Hold(balance=balance, order_line_id=line.line_id, quantity=units))
        if missing:
            raise OutOfStock([Short(line.pack_id, line.quantity, line.quantity - missing)])
    return held


def _keeps(balance: LotBalance, until: dt.date | None) -> bool:
    """Whether the lot is still good on the day."""
    return until is None or balance.best_before is None or balance.best_before >= until


def _refuse_short(lines: Sequence[Wanted], of_pack: dict[int, list[LotBalance]]) -> None:
    """Raise ``OutOfStock`` with every pack of which less is left than all lines together want."""
    wanted: dict[int, int] = defaultdict(int)
    for line in lines:
        wanted[line.pack_id] += line.quantity
    left = {pack: sum(map(_left, of_pack[pack])) for pack in wanted}
    short = [Short(pack, n, left[pack]) for pack, n in wanted.items() if left[pack] < n]
    if short:
        raise OutOfStock(short)


def _left(balance: LotBalance) -> int:
    """Units neither held nor sold."""
    return balance.received - balance.held - balance.sold


def _goes_first(balance: LotBalance) -> tuple[dt.date, dt.date, int]:
    """The lot that keeps shortest goes first, then the one harvested first."""
    return (balance.best_before or dt.date.max, balance.lot.harvested_on, balance.pk)


def _moved(holds: Sequence[Hold], kind: StockMovement.Kind) -> None:
    """Write why the balances changed."""
    at = clock.now()
    StockMovement.objects.bulk_create(
        StockMovement(
            balance_id=kept.balance_id,
            kind=kind,
            quantity=kept.quantity,
            order_line_id=kept.order_line_id,
            at=at,
        )
        for kept in holds
    )


def _write(
    balances: dict[int, LotBalance], holds: Sequence[Hold], kind: StockMovement.Kind
) -> None:
    """Store the changed balances and their movements, and refresh the shelf."""
    if not balances:
        return
    with connection.cursor() as cursor:
        rows = [(one.pk, one.held, one.sold) for one in balances.values()]
        cursor.execute(_UPDATE, [list(column) for column in zip(*rows, strict=True)])
    _moved(holds, kind)
    refresh.stock(balance.pack.listing_id for balance in balances.values())
