"""A lot is held while something about it is unclear: nothing of it is sold, packed or sent."""

from __future__ import annotations

from django.db import transaction

from catalog.traceability.epcis import publishing
from catalog.traceability.lots import locking, logbook, signals
from catalog.traceability.models import Event, Lot
from marketplace.people.models import User
from marketplace.records import audit


class ReasonMissing(ValueError):
    """Nobody is stopped, or let go again, without being told why."""


class MoveRefused(Exception):
    """The lot is not held, so it cannot be let go."""


@transaction.atomic
def hold(lot_id: int, *, reason: str, by: User | None) -> Lot:
    """Hold an open lot for a reason; one that is held or recalled stays as it is."""
    if not reason.strip():
        raise ReasonMissing
    signals.about_to_lock.send(Lot, lot=lot_id)
    lot = locking.lot(lot_id)
    if not lot.can_become(Lot.State.HELD):
        return lot
    return _move(lot, Lot.State.HELD, Event.Kind.HOLDING, reason.strip()[:300], by)


@transaction.atomic
def release(lot_id: int, *, reason: str, by: User) -> Lot:
    """Let a held lot go again, with what was found out; ``MoveRefused`` when it is not held."""
    if not reason.strip():
        raise ReasonMissing
    signals.about_to_lock.send(Lot, lot=lot_id)
    lot = locking.lot(lot_id)
    if lot.state != Lot.State.HELD:
        raise MoveRefused(lot.code)
    return _move(lot, Lot.State.OPEN, Event.Kind.RELEASE, reason.strip()[:300], by)


def _move(lot: Lot, state: Lot.State, kind: Event.Kind, reason: str, by: User | None) -> Lot:
    """Move a locked lot, and write both down."""
    lot.state = state
    lot.hold_reason = reason if state == Lot.State.HELD else ""
    lot.save(update_fields=["state", "hold_reason"])
    event = logbook.write(lot, kind, by=by, data={"reason": reason})
    publishing.publish(event, ())
    audit.record(by, lot, f"lot.{kind.value}", after={"reason": reason})
    signals.standing_changed.send(Lot, lot=lot.pk)
    return lot
