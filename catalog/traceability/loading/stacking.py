"""Boxes are put on a pallet or into a carton, it is closed, and taken apart where it arrives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db import IntegrityError, transaction

from catalog.traceability.codes import checkdigits, serials
from catalog.traceability.epcis import publishing
from catalog.traceability.lots import logbook
from catalog.traceability.models import Box, Event, LogisticUnit, Lot, Party, UnitBox
from marketplace.people.models import User
from marketplace.records import audit, clock

MOST_BOXES = 2_000
_STAY = (Box.State.PACKED, Box.State.SHIPPED)


class NotOurBox(ValueError):
    """A code is no box of this party, or one that no longer counts; the argument is the code."""


class LiesElsewhere(Exception):
    """A box lies in another unit; the argument is its code."""


class MoveRefused(Exception):
    """The unit is closed or taken apart."""


class NumberTaken(ValueError):
    """Another unit bears this SSCC already."""


class TooMany(ValueError):
    """More boxes than one unit can hold, or none."""


@transaction.atomic
def open_unit(party_key: str, *, sscc: str = "", by: User | None) -> LogisticUnit:
    """Begin an empty unit with a fresh code; ``WrongNumber`` or ``NumberTaken`` for ``sscc``."""
    unit = LogisticUnit(
        code=serials.fresh_box(),
        sscc=checkdigits.sscc(sscc) if sscc else "",
        party=Party.objects.get(key=party_key),
        opened_at=clock.now(),
    )
    try:
        with transaction.atomic():
            unit.save(force_insert=True)
    except IntegrityError as error:
        if "sscc" not in str(error):
            raise
        raise NumberTaken(sscc) from None
    audit.record(by, unit, "unit.opened", after={"code": unit.code})
    return unit


@transaction.atomic
def load(unit_id: int, codes: Sequence[str], *, by: User | None) -> int:
    """Put boxes into an open unit, and say how many are new in it.

    Locks: the lots of the boxes, the boxes, then the unit. Refused whole with ``NotOurBox``,
    ``LiesElsewhere``, ``MoveRefused``, ``TooMany``; a box that lies there already counts 0.
    """
    if not 0 < len(codes) <= MOST_BOXES:
        raise TooMany(len(codes))
    party = LogisticUnit.objects.values_list("party_id", flat=True).get(pk=unit_id)
    boxes = _own(party, codes)
    unit = LogisticUnit.objects.select_for_update(no_key=True).get(pk=unit_id)
    if unit.state != LogisticUnit.State.OPEN:
        raise MoveRefused(unit.code)
    lying = dict(
        UnitBox.objects.filter(box__in=boxes, out_at=None).values_list("box_id", "unit_id")
    )
    fresh = [box for box in boxes if lying.get(box.pk) != unit.pk]
    for box in fresh:
        if box.pk in lying:
            raise LiesElsewhere(box.code)
    now = clock.now()
    UnitBox.objects.bulk_create(UnitBox(unit=unit, box=box, in_at=now) for box in fresh)
    if unit.contents.filter(out_at=None).count() > MOST_BOXES:
        raise TooMany(MOST_BOXES)
    _tell(unit, fresh, Event.Kind.LOADING, by)
    return len(fresh)


@transaction.atomic
def close(unit_id: int, *, by: User | None) -> LogisticUnit:
    """Close a unit: it is wrapped and goes as one piece. ``TooMany`` when it is empty."""
    unit = LogisticUnit.objects.select_for_update(no_key=True).get(pk=unit_id)
    if unit.state == LogisticUnit.State.CLOSED:
        return unit
    if not unit.can_become(LogisticUnit.State.CLOSED):
        raise MoveRefused(unit.code)
    if not unit.contents.filter(out_at=None).exists():
        raise TooMany(0)
    unit.state, unit.closed_at = LogisticUnit.State.CLOSED, clock.now()
    unit.save(update_fields=["state", "closed_at"])
    audit.record(by, unit, "unit.closed")
    return unit


@transaction.atomic
def unload(unit_id: int, *, by: User | None) -> int:
    """Take a unit apart and say how many boxes came out; a second time counts 0."""
    keys = UnitBox.objects.filter(unit=unit_id, out_at=None).values("box_id")
    boxes = _locked(Box.objects.filter(pk__in=keys))
    unit = LogisticUnit.objects.select_for_update(no_key=True).get(pk=unit_id)
    if unit.state == LogisticUnit.State.UNLOADED:
        return 0
    unit.contents.filter(out_at=None).update(out_at=clock.now())
    unit.state = LogisticUnit.State.UNLOADED
    unit.save(update_fields=["state"])
    _tell(unit, boxes, Event.Kind.UNLOADING, by)
    return len(boxes)


def _own(party_id: int, codes: Sequence[str]) -> list[Box]:
    """The party's boxes of these codes, locked; each code stands for one that still counts."""
    tidy = list(dict.fromkeys(serials.tidy(code) for code in codes))
    boxes = _locked(Box.objects.filter(code__in=tidy, lot__party=party_id))
    known = {box.code for box in boxes if box.state in _STAY}
    for code in tidy:
        if code not in known:
            raise NotOurBox(code)
    return boxes


def _locked(boxes: Iterable[Box]) -> list[Box]:
    """Boxes with their lots, locked in the order every verb keeps: lots, then boxes."""
    found = list(boxes)
    lots = Lot.objects.filter(pk__in={box.lot_id for box in found}).order_by("pk")
    list(lots.select_for_update(no_key=True))
    rows = Box.objects.filter(pk__in=[box.pk for box in found]).select_related(
        "lot__party", "item", "packing"
    )
    return list(rows.select_for_update(of=("self",), no_key=True).order_by("pk"))


def _tell(unit: LogisticUnit, boxes: Sequence[Box], kind: Event.Kind, by: User | None) -> None:
    """One event for every lot that has a box in the move, and one line in the trail."""
    by_lot: defaultdict[int, list[Box]] = defaultdict(list)
    for box in boxes:
        by_lot[box.lot_id].append(box)
    for lot_id in sorted(by_lot):
        event = logbook.write(
            by_lot[lot_id][0].lot,
            kind,
            by=by,
            commune_code=unit.party.commune_code,
            quantity=len(by_lot[lot_id]),
            unit=Event.Unit.BOX,
            data={
                "unit": unit.code,
                "sscc": unit.sscc,
                "boxes": [box.code for box in by_lot[lot_id]],
            },
        )
        publishing.publish(event, by_lot[lot_id])
    audit.record(by, unit, f"unit.{kind.value}", after={"boxes": len(boxes)})
