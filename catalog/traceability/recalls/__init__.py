"""Goods that must not be eaten are called back: which lots, why, and what people are told.

The shop learns of it by two signals and reaches the buyers; this room knows no buyers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from catalog.traceability.models import Lot
    from marketplace.people.models import User


class ReasonMissing(ValueError):
    """Nobody is told to throw food away without being told why."""


def recall(lot_id: int, *, reason: str, by: User | None) -> Lot:
    """Call one lot back, and all that was made of it; one already called back stays as it is."""
    from catalog.traceability.recalls import opening  # noqa: PLC0415 -- models are made of this room

    return opening.one_lot(lot_id, reason=reason, by=by)
