"""Boxes are packed from a lot, never more than was harvested, and unpacked when a sale ends."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from typing import Any

from django.db import transaction

from catalog.traceability.codes import serials
from catalog.traceability.epcis import publishing
from catalog.traceability.lots import drafts, locking, logbook
from catalog.traceability.lots.drafts import Draft
from catalog.traceability.models import Box, Event, Facility, Lot, TradeItem
from marketplace.people.models import User
from marketplace.records import audit, clock

MOST_AT_ONCE = 10_000


class LotNotOpen(Exception):
    """Nothing is packed from a lot that is held or was recalled."""


class MoreThanHarvested(Exception):
    """The boxes would hold more than the lot has left; the argument is what is left, in grams."""


class PackedBeforeHarvest(Exception):
    """Nobody packs what was not yet picked."""


class WrongNumberOfUnits(ValueError):
    """Between one box and ten thousand are packed at once."""


class AlreadyShipped(Exception):
    """What is on the road cannot be unpacked."""


@transaction.atomic
def pack(
    lot_id: int,
    item_key: str,
    *,
    units: int,
    reference: str = "",
    by: User | None,
    sold_on: dt.date | None = None,
    draft: Draft | None = None,
) -> list[Box]:
    """Pack ``units`` boxes of an item from a lot, each with a fresh code.

    ``reference`` names the sale they belong to, if any; ``sold_on`` is its day (today when left
    out); of a ``draft`` the event keeps the phone's moment. The lot is locked first: of two who
    pack the last kilograms at once, the second gets ``MoreThanHarvested``. Also ``LotNotOpen``,
    ``PackedBeforeHarvest``, ``WrongNumberOfUnits``.
    """
    lot, item = locking.lot(lot_id), TradeItem.objects.get(key=item_key)
    today = clock.local_day()
    _check(lot, item, units, today)
    packing = logbook.write(
        lot,
        Event.Kind.PACKING,
        by=by,
        commune_code=lot.party.commune_code,
        quantity=units,
        unit=Event.Unit.BOX,
        reference=reference,
        data={**_facts(lot, item), **drafts.told(draft)},
    )
    boxes = Box.objects.bulk_create(
        Box(
            code=serials.fresh_box(),
            lot=lot,
            item=item,
            net_weight_g=item.net_weight_g,
            reference=reference,
            sold_on=(sold_on or today) if reference else None,
            packing=packing,
        )
        for _ in range(units)
    )
    lot.packed_g += units * (item.net_weight_g or 0)
    lot.save(update_fields=["packed_g"])
    publishing.publish(packing, boxes)
    audit.record(by, lot, "lot.packed", after={"units": units, "reference": reference})
    return boxes


@transaction.atomic
def unpack(reference: str, *, by: User | None) -> int:
    """Void every box packed for a sale that ended, give its weight back, and say how many.

    The codes stay void for ever; boxes on the road are back in the house. ``AlreadyShipped`` when
    one was delivered; nothing changes then. A sale without boxes, or unpacked before, counts 0.
    """
    lots = locking.lots_of(reference)
    boxes = locking.boxes_of(reference, lots)
    if not all(box.can_become(Box.State.VOID) for box in boxes):
        raise AlreadyShipped(reference)
    grams: defaultdict[int, int] = defaultdict(int)
    for box in boxes:
        grams[box.lot_id] += box.net_weight_g or 0
    Box.objects.filter(pk__in=[box.pk for box in boxes]).update(state=Box.State.VOID)
    for lot_id, units in sorted(Counter(box.lot_id for box in boxes).items()):
        lot = lots[lot_id]
        lot.packed_g -= grams[lot_id]
        lot.save(update_fields=["packed_g"])
        unpacking = logbook.write(
            lot,
            Event.Kind.UNPACKING,
            by=by,
            quantity=units,
            unit=Event.Unit.BOX,
            reference=reference,
        )
        publishing.publish(unpacking, [box for box in boxes if box.lot_id == lot_id])
        audit.record(by, lot, "lot.unpacked", after={"units": units, "reference": reference})
    return len(boxes)


def _facts(lot: Lot, item: TradeItem) -> dict[str, Any]:
    """Item and packing house as they are called today: later names do not change the past."""
    house = Facility.objects.filter(party=lot.party_id, is_usual=True).first()
    told = {"item": item.key, "gtin": item.gtin, "net_weight_g": item.net_weight_g}
    if house is None:
        return told
    place = {"house": house.name, "house_code": house.code, "gln": house.gln}
    return {**told, **place, "facility": house.pk}


def _check(lot: Lot, item: TradeItem, units: int, today: dt.date) -> None:
    """Raise what stands in the way of packing."""
    if not 1 <= units <= MOST_AT_ONCE:
        raise WrongNumberOfUnits(units)
    if lot.state != Lot.State.OPEN:
        raise LotNotOpen(lot.code)
    if today < lot.harvested_on:
        raise PackedBeforeHarvest(lot.code)
    left = lot.left_g
    if units * (item.net_weight_g or 0) > left:
        raise MoreThanHarvested(left)
