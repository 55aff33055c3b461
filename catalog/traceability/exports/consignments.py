"""What goes out together: one lot, several lots of a party, or what lies on a pallet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.traceability.codes import serials
from catalog.traceability.models import Box, LogisticUnit, Lot, Party

MOST_LOTS = 100


class NotOurs(LookupError):
    """A code of no lot or pallet of this party; the argument is the code."""


class TooMany(ValueError):
    """More lots than go into one file, or none."""


@dataclass(frozen=True, slots=True)
class Consignment:
    """Lots of one party, and the grams of each that go out."""

    code: str
    party: Party
    lots: tuple[Lot, ...]
    grams: tuple[int, ...]


def of_lots(party_id: int, codes: Sequence[str]) -> Consignment:
    """Whole lots, in the order they were named; ``NotOurs``, ``TooMany``."""
    tidy = list(dict.fromkeys(serials.tidy(code) for code in codes))
    if not 0 < len(tidy) <= MOST_LOTS:
        raise TooMany(len(tidy))
    found = Lot.objects.select_related("party").filter(code__in=tidy, party=party_id)
    by_code = {lot.code: lot for lot in found}
    for code in tidy:
        if code not in by_code:
            raise NotOurs(code)
    lots = tuple(by_code[code] for code in tidy)
    name = tidy[0] if len(tidy) == 1 else f"{tidy[0]}-and-{len(tidy) - 1}-more"
    return Consignment(name, lots[0].party, lots, tuple(lot.quantity_g for lot in lots))


def of_unit(party_id: int, code: str) -> Consignment:
    """The boxes that lie on a pallet, by their lots; ``NotOurs``, ``TooMany`` when it is empty."""
    unit = LogisticUnit.objects.filter(code=serials.tidy(code), party=party_id).first()
    if unit is None:
        raise NotOurs(code)
    grams: dict[Lot, int] = {}
    lying = Box.objects.filter(places__unit=unit, places__out_at=None).exclude(state=Box.State.VOID)
    for box in lying.select_related("lot__party").order_by("lot_id", "pk"):
        grams[box.lot] = grams.get(box.lot, 0) + (box.net_weight_g or 0)
    if not 0 < len(grams) <= MOST_LOTS:
        raise TooMany(len(grams))
    lots = tuple(grams)
    return Consignment(unit.code, lots[0].party, lots, tuple(grams.values()))
