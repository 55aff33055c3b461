"""What the label of a whole lot or of a pallet says: for cartons, crates and stacks of boxes."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.traceability import places
from catalog.traceability.codes import serials
from catalog.traceability.labels import wording
from catalog.traceability.labels.wording import Label, Words
from catalog.traceability.lots.weights import kilograms
from catalog.traceability.models import LogisticUnit, Lot, TradeItem
from catalog.traceability.queries import Lying


def of_lot(lot: Lot, item: TradeItem | None, address: str, language: str) -> Label:
    """The label of a lot, or of what one item holds of it."""
    with translation.override(language):
        weight = kilograms(lot.quantity_g)
        facts = (
            _("Whole lot %(weight)s") % {"weight": weight} if weight else "",
            *wording.days(lot),
            lot.party.name,
            places.names([lot.commune_code]).get(lot.commune_code, ""),
        )
        words = Words(
            item.name(language) if item else lot.variety or lot.crop,
            tuple(fact for fact in facts if fact),
            lot.code,
            _("Lot label"),
            wording.short_gtin(item.gtin) if item else "",
        )
    return Label(address, lot.code, words, lot.code)


def of_unit(unit: LogisticUnit, lying: Sequence[Lying], address: str, language: str) -> Label:
    """The label of a pallet or carton: how many boxes, of which lots."""
    lots = list(dict.fromkeys(row.lot.code for row in lying))
    items = list(dict.fromkeys(row.item_name(language) for row in lying))
    boxes = sum(row.boxes for row in lying)
    seat = unit.party.commune_code
    with translation.override(language):
        facts = (
            ngettext("%(n)d box", "%(n)d boxes", boxes) % {"n": boxes},
            _("Picked %(day)s") % {"day": _picked(lying)},
            unit.party.name,
            places.names([seat]).get(seat, ""),
        )
        words = Words(
            items[0] if len(items) == 1 else _("Several products"),
            tuple(fact for fact in facts if fact),
            ", ".join(lots),
            _lots(lots),
            "",
        )
    return Label(address, unit.code, words, serials.grouped(unit.sscc or unit.code))


def _picked(lying: Sequence[Lying]) -> str:
    """The day everything was picked, or the first and the last."""
    days = sorted({row.lot.harvested_on for row in lying})
    return " – ".join(f"{day:%d/%m/%Y}" for day in dict.fromkeys((days[0], days[-1])))


def _lots(lots: Sequence[str]) -> str:
    """The first lot by name, and how many more: all of them stand on the page."""
    if len(lots) == 1:
        return _("Lot %(code)s") % {"code": lots[0]}
    return _("Lots %(code)s +%(n)d") % {"code": lots[0], "n": len(lots) - 1}
