"""Questions about codes, boxes and lots that more than one page asks."""

from __future__ import annotations

from django.db.models import QuerySet

from catalog.traceability.codes import serials
from catalog.traceability.codes.digitallink import DigitalLink
from catalog.traceability.models import Box, Event, Lot, TradeItem
from marketplace.database.statements import Statement


def box(code: str) -> Box | None:
    """The box with this code, with its lot, grower and item; nothing when it was never issued."""
    return _BOX.first(code)


def lot(code: str) -> Lot | None:
    """The lot with this code and its grower; nothing when it was never issued."""
    return _LOT.first(code)


def found(code: str) -> Box | Lot | None:
    """What a tidy code stands for, box or lot, in one query."""
    return box(code) if serials.looks_like_box(code) else lot(code)


def linked(link: DigitalLink) -> Box | Lot | TradeItem | None:
    """What a Digital Link stands for; every part it names must fit, else it is unknown."""
    if link.key != "01" or link.value("22") or link.value("235"):
        return None
    gtin, lot_code, serial = link.value("01"), link.value("10"), link.value("21")
    if serial:
        boxes = _boxes().filter(code=serial, item__gtin=gtin)
        return (boxes.filter(lot__code=lot_code) if lot_code else boxes).first()
    if lot_code:
        lots = Lot.objects.select_related("party", "tally").filter(code=lot_code)
        return lots.filter(boxes__item__gtin=gtin).distinct().first()
    return TradeItem.objects.filter(gtin=gtin).first()


def events(lot: Lot) -> list[Event]:
    """What happened to a lot, oldest first."""
    return _EVENTS.rows(lot.pk)


def boxes_of(lot: Lot) -> QuerySet[Box]:
    """The boxes packed from a lot that still count, in the order they were packed."""
    return Box.objects.filter(lot=lot).exclude(state=Box.State.VOID).order_by("id")


def packed_for(reference: str) -> QuerySet[Box]:
    """The boxes of a sale that still count, with all a label or an order page says about them."""
    return _boxes().filter(reference=reference).exclude(state=Box.State.VOID).order_by("id")


def _boxes() -> QuerySet[Box]:
    """Boxes with everything known about them in the same query."""
    return Box.objects.select_related("lot__party", "item", "tally")


_BOX = Statement(lambda code: _boxes().filter(code=code), "a code")
_LOT = Statement(
    lambda code: Lot.objects.select_related("party", "tally").filter(code=code), "a code"
)
_EVENTS = Statement(lambda lot: Event.objects.filter(lot=lot).order_by("at", "id"), 1_000_000_007)
