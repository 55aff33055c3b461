"""Boxes of a sale go on the road, and arrive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import transaction

from catalog.traceability.epcis import publishing
from catalog.traceability.lots import drafts, locking, logbook
from catalog.traceability.lots.drafts import Draft
from catalog.traceability.models import Box, Event, Lot
from marketplace.people.models import User
from marketplace.records import audit


class NothingPacked(Exception):
    """No box was packed for this sale, so none can be sent or delivered."""


class MoveRefused(Exception):
    """A box of the sale stands where it cannot be sent or delivered from."""


class CalledBack(Exception):
    """A box comes from a lot that is held or was recalled: it stays where it is."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What the events of one step say besides their boxes."""

    commune_code: str = ""
    data: Mapping[str, str] = field(default_factory=dict)


_NOTHING = _Told()


@transaction.atomic
def ship(
    reference: str, *, to_commune: str = "", by: User | None, draft: Draft | None = None
) -> int:
    """Send every box of a sale to a commune and say how many; ``draft`` is the press of a phone.

    Refused with ``NothingPacked``, ``MoveRefused`` or ``CalledBack``. Sent twice is sent once: the
    second time counts 0 and writes nothing.
    """
    told = _Told(to_commune, drafts.told(draft))
    return _move(reference, Box.State.SHIPPED, Event.Kind.SHIPPING, by, told)


@transaction.atomic
def deliver(reference: str, by: User | None) -> int:
    """Hand every box of a sale over and say how many; ``NothingPacked``, ``MoveRefused``.

    Delivered twice is delivered once. Where it went stays with the shop: no commune is written.
    """
    return _move(reference, Box.State.DELIVERED, Event.Kind.DELIVERY, by)


@transaction.atomic
def lose(reference: str, by: User | None) -> int:
    """Cancel every box of a sale that came back spoiled or not at all; how many. Weight is gone.

    ``NothingPacked``, ``MoveRefused``. Lost twice is lost once.
    """
    return _move(reference, Box.State.LOST, Event.Kind.LOSS, by)


def _move(
    reference: str, state: Box.State, kind: Event.Kind, by: User | None, told: _Told = _NOTHING
) -> int:
    """Move the boxes of a sale to ``state``, one event per lot."""
    lots = locking.lots_of(reference)
    boxes = locking.boxes_of(reference, lots)
    if not reference or not boxes:
        raise NothingPacked(reference)
    moving = [box for box in boxes if box.state != state]
    if not all(box.can_become(state) for box in moving):
        raise MoveRefused(reference)
    counts = Counter(box.lot_id for box in moving)
    bad = {lot.pk for lot in lots.values() if lot.state != Lot.State.OPEN}
    if state == Box.State.SHIPPED and bad & counts.keys():
        raise CalledBack(reference)
    Box.objects.filter(pk__in=[box.pk for box in moving]).update(state=state)
    for lot_id in sorted(counts):
        written = logbook.write(
            lots[lot_id],
            kind,
            by=by,
            commune_code=told.commune_code,
            quantity=counts[lot_id],
            unit=Event.Unit.BOX,
            reference=reference,
            data=dict(told.data),
        )
        publishing.publish(written, [box for box in moving if box.lot_id == lot_id])
        audit.record(by, lots[lot_id], f"lot.{state}", after={"units": counts[lot_id]})
    return len(moving)
