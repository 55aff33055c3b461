"""A cooperative measures its calibration page, and all its labels of that layout move."""

from __future__ import annotations

from django.db import transaction

from catalog.traceability.labels.layouts import LAYOUTS
from catalog.traceability.models import Party, PrinterSetting
from marketplace.people.models import User
from marketplace.records import audit

FARTHEST = 100  # tenths of a millimetre


class TooFarOff(ValueError):
    """A printer that is off by more than a centimetre has its paper in askew."""


@transaction.atomic
def calibrate(
    party: Party, layout: str, *, offset_x: int, offset_y: int, by: User | None
) -> PrinterSetting:
    """Move all labels of a layout by so many tenths of a millimetre right and down.

    ``KeyError`` for a layout nobody knows, ``TooFarOff``.
    """
    LAYOUTS[layout]
    if max(abs(offset_x), abs(offset_y)) > FARTHEST:
        raise TooFarOff(offset_x, offset_y)
    moved = {"offset_x": offset_x, "offset_y": offset_y}
    setting, _new = PrinterSetting.objects.update_or_create(
        party=party, layout=layout, defaults=moved
    )
    audit.record(by, party, "labels.calibrated", after={"layout": layout, **moved})
    return setting


def offset(party_id: int, layout: str) -> tuple[int, int]:
    """How far the party's labels of a layout are moved; nowhere when nobody measured."""
    found = PrinterSetting.objects.filter(party_id=party_id, layout=layout)
    return found.values_list("offset_x", "offset_y").first() or (0, 0)
