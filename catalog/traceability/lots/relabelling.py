"""Spoilt labels: the same boxes get fresh codes, and boxes packed ahead are unpacked.

A spoilt code is cancelled for ever. Both are written down, so that codes issued, codes cancelled
and boxes packed always add up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from django.db import transaction

from catalog.traceability.codes import serials
from catalog.traceability.epcis import publishing
from catalog.traceability.lots import locking, logbook
from catalog.traceability.lots.packing import AlreadyShipped, LotNotOpen
from catalog.traceability.models import Box, Event, Lot
from marketplace.people.models import User
from marketplace.records import audit


class UnknownCodes(LookupError):
    """Some codes are none of this party's that still count; the arguments are those codes."""


class ReasonMissing(ValueError):
    """A label is not cancelled without a word why."""


class BelongsToASale(Exception):
    """A box packed for a sale is unpacked with its sale; the argument is its code."""


@transaction.atomic
def replace(party_key: str, codes: Collection[str], *, reason: str, by: User | None) -> list[Box]:
    """Cancel spoilt codes and give the same boxes fresh ones: lot, weight and sale stay.

    Answers the new boxes in the order of the old. Refused whole with ``UnknownCodes``,
    ``ReasonMissing``, ``AlreadyShipped`` or ``LotNotOpen``.
    """
    lots, boxes = _spoilt(party_key, codes, reason)
    closed = [lot.code for lot in lots.values() if lot.state != Lot.State.OPEN]
    if closed:
        raise LotNotOpen(*closed)
    fresh: dict[int, Box] = {}
    told: list[tuple[Event, list[Box]]] = []
    for packing_id, old in sorted(_by_packing(boxes).items()):
        lot = lots[old[0].lot_id]
        event = logbook.write(
            lot,
            Event.Kind.RELABELLING,
            by=by,
            quantity=len(old),
            unit=Event.Unit.BOX,
            data={
                "packing": packing_id,
                "gtin": old[0].packing.data.get("gtin", ""),
                "item": old[0].item.key,
                "net_weight_g": old[0].net_weight_g,
                "reason": reason.strip(),
            },
        )
        fresh |= {box.pk: _fresh(box, event, lot) for box in old}
        told.append((event, old))
        audit.record(by, lot, "lot.relabelled", after={"units": len(old)})
    _void(boxes)
    made = Box.objects.bulk_create([fresh[box.pk] for box in boxes])
    for event, old in told:
        publishing.publish(event, [fresh[box.pk] for box in old])
    return made


@transaction.atomic
def discard(party_key: str, codes: Collection[str], *, reason: str, by: User | None) -> int:
    """Unpack boxes that were packed ahead of any sale, give their weight back, and say how many.

    Refused whole with ``UnknownCodes``, ``ReasonMissing``, ``AlreadyShipped``, ``BelongsToASale``.
    """
    lots, boxes = _spoilt(party_key, codes, reason)
    sold = [box.code for box in boxes if box.reference]
    if sold:
        raise BelongsToASale(*sold)
    for lot_id, lot in lots.items():
        own = [box for box in boxes if box.lot_id == lot_id]
        lot.packed_g -= sum(box.net_weight_g or 0 for box in own)
        lot.save(update_fields=["packed_g"])
        event = logbook.write(
            lot,
            Event.Kind.UNPACKING,
            by=by,
            quantity=len(own),
            unit=Event.Unit.BOX,
            data={"reason": reason.strip(), "boxes": [box.code for box in own]},
        )
        publishing.publish(event, own)
        audit.record(by, lot, "lot.unpacked", after={"units": len(own), "reference": ""})
    _void(boxes)
    return len(boxes)


def _spoilt(
    party_key: str, codes: Collection[str], reason: str
) -> tuple[dict[int, Lot], list[Box]]:
    """The boxes of these codes and their lots, locked, or what speaks against it."""
    if not reason.strip():
        raise ReasonMissing
    wanted = {serials.tidy(code) for code in codes}
    lots, boxes = locking.boxes_coded(party_key, wanted)
    unknown = wanted - {box.code for box in boxes}
    if unknown or not wanted:
        raise UnknownCodes(*sorted(unknown))
    gone = [box.code for box in boxes if box.state != Box.State.PACKED]
    if gone:
        raise AlreadyShipped(*gone)
    return lots, boxes


def _by_packing(boxes: Sequence[Box]) -> dict[int, list[Box]]:
    """The boxes by the event that packed them: all of one have one lot, item and weight."""
    found: defaultdict[int, list[Box]] = defaultdict(list)
    for box in boxes:
        found[box.packing_id].append(box)
    return found


def _fresh(old: Box, event: Event, lot: Lot) -> Box:
    """The same box under a fresh code."""
    return Box(
        code=serials.fresh_box(),
        lot=lot,
        item=old.item,
        net_weight_g=old.net_weight_g,
        reference=old.reference,
        sold_on=old.sold_on,
        packing=event,
        replaces=old,
    )


def _void(boxes: Sequence[Box]) -> None:
    """Cancel the codes."""
    Box.objects.filter(pk__in=[box.pk for box in boxes]).update(state=Box.State.VOID)
