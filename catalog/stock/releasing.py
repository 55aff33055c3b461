"""The department lets a held lot go, with what was found out."""

from __future__ import annotations

from django.db import transaction

from catalog.cooperatives import queries as cooperatives
from catalog.cooperatives.models import Cooperative
from catalog.traceability.lots import holding
from catalog.traceability.models import Lot
from marketplace.people.models import User


class OwnCooperative(Exception):
    """Nobody lets a lot go of a cooperative of which they are a member."""


@transaction.atomic
def release(lot_id: int, *, reason: str, by: User) -> Lot:
    """Let a held lot be sold and sent again; the shelf follows.

    ``OwnCooperative``, ``holding.ReasonMissing``, ``holding.MoveRefused`` when it is not held.
    """
    seller = Cooperative.objects.filter(party__lots=lot_id).first()
    if seller and cooperatives.is_member(by, seller.pk):
        raise OwnCooperative(seller.pk)
    return holding.release(lot_id, reason=reason, by=by)
