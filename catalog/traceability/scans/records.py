"""What is on record about codes that are judged: where they belong, and when things ended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from catalog.communes.models import Commune
from catalog.traceability.models import Box, Event, Lot
from catalog.traceability.scans.rules import Known

Kind = Event.Kind
_TOLD = (Kind.SHIPPING, Kind.UNPACKING, Kind.LOSS, Kind.RECALL)


def of_boxes(boxes: list[Box]) -> dict[int, Known]:
    """What is on record about each box, in two queries for all of them."""
    references = {box.reference for box in boxes if box.reference}
    told = _events({box.lot_id for box in boxes}, references)
    codes = {event.commune_code for events in told.values() for event in events}
    provinces = _provinces(codes | {box.lot.party.commune_code for box in boxes})
    return {box.pk: _known(box, told[box.lot_id], provinces) for box in boxes}


def of_lot(lot: Lot, units: int) -> Known:
    """What is on record about a lot's own code."""
    recalls = _events({lot.pk}, set())[lot.pk]
    return Known(
        home=_provinces({lot.party.commune_code}).get(lot.party.commune_code, ""),
        best_before=lot.best_before,
        recalled_at=recalls[0].at if recalls else None,
        units=units,
    )


def _known(box: Box, told: Iterable[Event], provinces: dict[str, str]) -> Known:
    """One box with the events of its lot that concern it, the first of each kind."""
    own: dict[str, Event] = {}
    for event in told:
        if event.kind == Kind.RECALL or (box.reference and event.reference == box.reference):
            own.setdefault(event.kind, event)
    sent, recalled = own.get(Kind.SHIPPING), own.get(Kind.RECALL)
    ended = own.get(Kind.UNPACKING) or own.get(Kind.LOSS)
    is_cancelled = box.state in {Box.State.VOID, Box.State.LOST}
    return Known(
        home=provinces.get(box.lot.party.commune_code, ""),
        destination=provinces.get(sent.commune_code, "") if sent else "",
        is_sold=box.sold_on is not None,
        sent_at=sent.at if sent else None,
        best_before=box.lot.best_before,
        cancelled_at=ended.at if ended and is_cancelled else None,
        recalled_at=recalled.at if recalled else None,
    )


def _events(lots: set[int], references: set[str]) -> dict[int, list[Event]]:
    """The events of some lots that end something or send it, oldest first."""
    found: dict[int, list[Event]] = defaultdict(list)
    concerns = Q(kind=Kind.RECALL) | Q(kind__in=_TOLD, reference__in=references)
    for event in Event.objects.filter(concerns, lot__in=lots).order_by("at", "pk"):
        found[event.lot_id].append(event)
    return found


def _provinces(codes: set[str]) -> dict[str, str]:
    """The province of each commune code, former ones too."""
    rows = Commune.objects.filter(code__in=codes - {""}).order_by("valid_from")
    return dict(rows.values_list("code", "province__code"))
