"""What happened to a box or lot, in steps. Buyers' places stay at the province."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.traceability.models import Box, Event, Lot
from marketplace.records import clock

Kind = Event.Kind
MAKING = (Kind.HARVEST, Kind.MERGING, Kind.SPLITTING, Kind.PROCESSING)
OF_THE_LOT = (
    *MAKING,
    Kind.PACKING,
    Kind.HOLDING,
    Kind.RELEASE,
    Kind.RECALL,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the timeline: what, when in words, and when for machines."""

    text: str
    when: str
    machine: str


def of_box(box: Box, events: Iterable[Event], places: Mapping[str, str]) -> list[Step]:
    """The steps of one box: its harvest, its own packing, its own way, a recall of its lot."""
    return [_step(one, box.lot, places) for one in concerning(box, list(events))]


def of_lot(lot: Lot, events: Iterable[Event], places: Mapping[str, str]) -> list[Step]:
    """The steps all boxes of a lot share; what was sent to whom is nobody else's business."""
    return [_step(event, lot, places) for event in events if event.kind in OF_THE_LOT]


def concerning(box: Box, events: Sequence[Event]) -> list[Event]:
    """What happened to its lot that happened to this box."""
    packings = _packings(box, events)
    return [event for event in events if _concerns(event, box, packings)]


def _packings(box: Box, events: Iterable[Event]) -> set[int]:
    """The events that packed a box: of one with a fresh label, also those behind its old ones."""
    behind = {one.pk: one.data["packing"] for one in events if one.kind == Kind.RELABELLING}
    found = {box.packing_id}
    while (last := behind.pop(max(found & behind.keys(), default=0), None)) is not None:
        found.add(last)
    return found


def _concerns(event: Event, box: Box, packings: set[int]) -> bool:
    """Whether something that happened to the lot happened to this box."""
    if event.kind in (Kind.PACKING, Kind.RELABELLING):
        return event.pk in packings
    if event.kind in OF_THE_LOT:
        return True
    if event.kind in (Kind.LOADING, Kind.UNLOADING):
        return box.code in event.data.get("boxes", ())
    return event.reference == box.reference != ""


def _step(event: Event, lot: Lot, places: Mapping[str, str]) -> Step:
    """One event in words; of a harvest only the day is known."""
    moment = event.at.astimezone(clock.LOCAL)
    if event.kind == Kind.HARVEST:
        return Step(_words(event, places), _day(lot.harvested_on), lot.harvested_on.isoformat())
    return Step(
        _words(event, places),
        f"{moment:%H:%M}, {_day(moment.date())}",
        moment.isoformat(timespec="minutes"),
    )


def _words(event: Event, places: Mapping[str, str]) -> str:
    """What happened."""
    if event.kind == Kind.SHIPPING:
        province = places.get(event.commune_code, "").rpartition(", ")[2]
        return _("Sent to %(place)s") % {"place": province} if province else _("Sent on its way")
    if event.kind == Kind.PACKING:
        units = event.quantity or 0
        return ngettext(
            "Packed and labelled: %(units)s box", "Packed and labelled: %(units)s boxes", units
        ) % {"units": f"{units:,}".replace(",", ".")}
    if event.kind == Kind.RECALL:
        return _("Called back: %(reason)s") % {"reason": event.data.get("reason", "")}
    if event.kind in (Kind.HOLDING, Kind.RELEASE):
        said = _("Held: %(reason)s") if event.kind == Kind.HOLDING else _("Free again: %(reason)s")
        return said % {"reason": event.data.get("reason", "")}
    return {
        Kind.HARVEST: _("Picked"),
        Kind.MERGING: _("Put together from several lots"),
        Kind.SPLITTING: _("Sorted out of a larger lot"),
        Kind.PROCESSING: _("Processed"),
        Kind.LOADING: _("Loaded with other boxes"),
        Kind.UNLOADING: _("Unloaded"),
        Kind.DELIVERY: _("Handed over to the buyer"),
        Kind.UNPACKING: _("Unpacked, label cancelled"),
        Kind.RELABELLING: _("Given a fresh label, the old one was spoilt"),
        Kind.LOSS: _("Lost on the way, label cancelled"),
    }[Kind(event.kind)]


def _day(day: dt.date) -> str:
    """12/08/2026."""
    return f"{day:%d/%m/%Y}"
