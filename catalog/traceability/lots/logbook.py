"""Writes events down, with the moment they happened and the moment somebody told us."""

from __future__ import annotations

import datetime as dt
from typing import Any

from catalog.traceability.models import Event, Lot
from marketplace.people.models import User
from marketplace.records import audit, clock


def write(  # noqa: PLR0913 -- the facts of one event, all by name
    lot: Lot,
    kind: Event.Kind,
    *,
    by: User | None,
    at: dt.datetime | None = None,
    commune_code: str = "",
    quantity: int | None = None,
    unit: str = "",
    reference: str = "",
    data: dict[str, Any] | None = None,
) -> Event:
    """Add one event of ``lot`` in the caller's transaction; ``at`` is now when left out.

    Where somebody acts for the party with its consent, both are named: the party did it, and
    ``helped_by`` in the data says by whose hands.
    """
    now = clock.now()
    name = str(getattr(by, "display_name", "") or "")
    helped = {"helped_by": name} if by and audit.is_acting() else {}
    return Event.objects.create(
        lot=lot,
        kind=kind,
        at=at or now,
        recorded_at=now,
        commune_code=commune_code,
        quantity=quantity,
        unit=unit,
        reference=reference,
        data={**(data or {}), **helped},
        by_name=lot.party.name if helped else name,
    )
