"""Questions about codes, boxes and lots that more than one page asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from catalog.traceability.codes import serials
from catalog.traceability.codes.digitallink import DigitalLink
from catalog.traceability.models import Box, Event, LogisticUnit, Lot, Party, TradeItem
from marketplace.database.statements import Statement


def box(code: str) -> Box | None:
    """The box with this code, with its lot, grower and item; nothing when it was never issued."""
    return _BOX.first(code)


def lot(code: str) -> Lot | None:
    """The lot with this code and its grower; nothing when it was never issued."""
    return _LOT.first(code)


def unit(code: str) -> LogisticUnit | None:
    """The pallet or carton with this code and its party; nothing when it was never issued."""
    return LogisticUnit.objects.select_related("party").filter(code=code).first()


def found(code: str) -> Box | Lot | LogisticUnit | None:
    """What a tidy code stands for: a box or lot in one query, a pallet in two."""
    return box(code) or unit(code) if serials.looks_like_box(code) else lot(code)


def linked(link: DigitalLink) -> Box | Lot | LogisticUnit | TradeItem | Party | None:
    """What a Digital Link stands for; every part it names must fit, else it is unknown."""
    if link.key == "00":
        return LogisticUnit.objects.select_related("party").filter(sscc=link.value("00")).first()
    if link.key in ("414", "417"):
        return party(link.value(link.key)) if len(link.path) == 1 else None
    if link.key != "01" or link.value("22") or link.value("235"):
        return None
    gtin, lot_code, serial = link.value("01"), link.value("10"), link.value("21")
    if serial:
        boxes = _boxes().filter(code=serial, item__gtin=gtin)
        return (boxes.filter(lot__code=lot_code) if lot_code else boxes).first()
    if lot_code:
        lots = Lot.objects.select_related("party", "tally").filter(code=lot_code)
        return lots.filter(boxes__item__gtin=gtin).distinct().first()
    return item(gtin)


def item(gtin: str) -> TradeItem | None:
    """The item with this GTIN of fourteen digits; nothing when the market has none."""
    return TradeItem.objects.filter(gtin=gtin).first() if gtin else None


def party(gln: str) -> Party | None:
    """The party with this global location number; nothing when the market knows none."""
    return Party.objects.filter(gln=gln).first() if gln else None


def newest_lot(item: TradeItem) -> Lot | None:
    """The lot an item was packed from last."""
    box = Box.objects.filter(item=item).select_related("lot").order_by("-id").first()
    return box.lot if box else None


@dataclass(frozen=True, slots=True)
class Lying:
    """So many boxes of an item out of a lot, on one pallet."""

    lot: Lot
    item: TradeItem
    boxes: int

    def item_name(self, language: str) -> str:
        """The item in the reader's language."""
        return self.item.name(language)


def lying_in(unit: LogisticUnit) -> list[Lying]:
    """What lies on a pallet, or lay there last, by lot and item."""
    still = {} if unit.state == LogisticUnit.State.UNLOADED else {"places__out_at": None}
    boxes = Box.objects.filter(places__unit=unit, **still).select_related("lot__party", "item")
    rows: dict[tuple[int, int], list[Box]] = {}
    for box in boxes.order_by("lot_id", "item_id"):
        rows.setdefault((box.lot_id, box.item_id), []).append(box)
    return [Lying(found[0].lot, found[0].item, len(found)) for found in rows.values()]


def events_of(lots: Iterable[int]) -> QuerySet[Event]:
    """What happened to several lots, oldest first."""
    return Event.objects.filter(lot__in=list(lots)).order_by("at", "id")


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
    return Box.objects.select_related("lot__party", "item", "tally", "scratch")


def held() -> QuerySet[Lot, Any]:
    """Every held lot with ``held_at``, the longest held first."""
    last = Event.objects.filter(lot=OuterRef("pk"), kind=Event.Kind.HOLDING).order_by("-pk")
    rows = Lot.objects.filter(state=Lot.State.HELD).select_related("party")
    return rows.annotate(held_at=Subquery(last.values("at")[:1])).order_by("held_at", "pk")


_BOX = Statement(lambda code: _boxes().filter(code=code), "a code")
_LOT = Statement(
    lambda code: Lot.objects.select_related("party", "tally").filter(code=code), "a code"
)
_EVENTS = Statement(lambda lot: Event.objects.filter(lot=lot).order_by("at", "id"), 1_000_000_007)
