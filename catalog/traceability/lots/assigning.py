"""Boxes packed and labelled ahead go to a sale, by the codes on their labels."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection

from django.db import transaction

from catalog.traceability.codes import serials
from catalog.traceability.lots import locking
from catalog.traceability.lots.packing import LotNotOpen
from catalog.traceability.models import Box, Lot
from marketplace.people.models import User
from marketplace.records import audit


class NotFree(Exception):
    """Some codes are no boxes of this party that wait for a sale; the arguments are those codes."""


@transaction.atomic
def assign(
    party_key: str, codes: Collection[str], *, reference: str, sold_on: dt.date, by: User | None
) -> Counter[tuple[int, str]]:
    """Let boxes belong to a sale from now on, and count them by lot and item.

    Of two who take a box at once the second is refused. Refused whole with ``NotFree``, or with
    ``LotNotOpen`` for a box of a lot that was called back.
    """
    wanted = {serials.tidy(code) for code in codes}
    lots, boxes = locking.boxes_coded(party_key, wanted)
    free = [box for box in boxes if box.state == Box.State.PACKED and not box.reference]
    if missing := wanted - {box.code for box in free}:
        raise NotFree(*sorted(missing))
    if closed := [lot.code for lot in lots.values() if lot.state != Lot.State.OPEN]:
        raise LotNotOpen(*closed)
    taken = Box.objects.filter(pk__in=[box.pk for box in free])
    taken.update(reference=reference, sold_on=sold_on)
    for lot_id, lot in lots.items():
        units = sum(box.lot_id == lot_id for box in free)
        audit.record(by, lot, "lot.assigned", after={"units": units, "reference": reference})
    return Counter((box.lot_id, box.item.key) for box in free)
