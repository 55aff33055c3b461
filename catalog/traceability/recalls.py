"""A lot that must not be eaten is called back: its pages say so from that moment."""

from __future__ import annotations

from django.db import transaction

from catalog.traceability.epcis import publishing
from catalog.traceability.lots import locking, logbook
from catalog.traceability.models import Event, Lot
from marketplace.people.models import User
from marketplace.records import audit


class ReasonMissing(ValueError):
    """Nobody is told to throw food away without being told why."""


@transaction.atomic
def recall(lot_id: int, *, reason: str, by: User | None) -> Lot:
    """Call a lot back for a reason people will read; a lot already called back stays as it is."""
    if not reason.strip():
        raise ReasonMissing
    lot = locking.lot(lot_id)
    if not lot.can_become(Lot.State.RECALLED):
        return lot
    lot.state = Lot.State.RECALLED
    lot.recall_reason = reason.strip()
    lot.save(update_fields=["state", "recall_reason"])
    told = logbook.write(lot, Event.Kind.RECALL, by=by, data={"reason": lot.recall_reason})
    publishing.publish(told)
    audit.record(by, lot, "lot.recalled", after={"reason": lot.recall_reason})
    return lot
