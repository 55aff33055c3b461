"""REST: the trace of a lot or box, `GET /trace/{code}?direction=back|forward`."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Field, Router, Schema
from ninja.errors import HttpError

from catalog.traceability import guessing, queries, shop, timeline
from catalog.traceability.codes import serials
from catalog.traceability.lineage import genealogy
from catalog.traceability.models import Box, Event, LogisticUnit
from marketplace.records import clock

router = Router(tags=["trace"])


class PartyOut(Schema):
    """Who had a hand in a lot, and as what."""

    name: str
    role: Literal["grower"]
    commune: str


class LotOut(Schema):
    """A lot, box or pallet on the way; weights in kilograms, null when nobody weighed."""

    code: str
    kind: Literal["lot", "box", "unit"]
    state: str
    harvested_on: dt.date | None
    commune: str
    parties: list[PartyOut]
    quantity: float | None
    unit: Literal["kg"]


class EdgeOut(Schema):
    """Goods that went from one code into another, in kilograms."""

    source: str = Field(serialization_alias="from")
    target: str = Field(serialization_alias="to")
    quantity: float | None


class EventOut(Schema):
    """What happened, when it happened and when it was written down."""

    kind: str
    at: dt.datetime
    recorded_at: dt.datetime
    quantity: float | None
    unit: str


class TraceOut(Schema):
    """The answer: `listing` is the shop's id, null where no shop sells it."""

    code: str
    listing: int | None
    lots: list[LotOut]
    edges: list[EdgeOut]
    events: list[EventOut]


@router.get(
    "/trace/{code}",
    response=TraceOut,
    by_alias=True,
    url_name="trace",
    operation_id="trace",
)
def trace(
    request: HttpRequest, code: str, direction: Literal["back", "forward"] = "back"
) -> dict[str, Any]:
    """Everything reached from a printed code; 404 when nobody issued it."""
    address = str(request.META.get("REMOTE_ADDR", ""))
    if guessing.too_many(address):
        raise HttpError(429, _("Too many unknown codes from your network. Wait one minute."))
    thing = queries.found(serials.tidy(code))
    if thing is None:
        guessing.missed(address)
        raise HttpError(404, _("The market never issued this code."))
    reached = genealogy.of(thing, direction)
    return {
        "code": reached.code,
        "listing": _listing(thing),
        "lots": [_lot(node) for node in reached.nodes],
        "edges": [
            {"source": edge.source, "target": edge.target, "quantity": _kilograms(edge.grams)}
            for edge in reached.edges
        ],
        "events": [_event(event) for event in _public(thing, reached)],
    }


def _listing(thing: genealogy.Thing) -> int | None:
    """The listing the goods are sold under, if a shop sells them."""
    if isinstance(thing, LogisticUnit):
        return None
    lot = thing.lot if isinstance(thing, Box) else thing
    return shop.facts(lot, getattr(thing, "item", None), "vi").listing_id


def _public(thing: genealogy.Thing, reached: genealogy.Trace) -> list[Event]:
    """The events anybody may read: those of the lots on the way, and of a box its own."""
    reference = thing.reference if isinstance(thing, Box) else ""
    lots = {node.lot.pk for node in reached.nodes if node.lot}
    return [
        event
        for event in queries.events_of(lots)
        if event.kind in timeline.OF_THE_LOT or event.reference == reference != ""
    ]


def _lot(node: genealogy.Node) -> dict[str, Any]:
    """A node in the words of the interface."""
    party, lot = node.party, node.lot
    return {
        "code": node.code,
        "kind": node.kind,
        "state": node.state,
        "harvested_on": lot.harvested_on if lot else None,
        "commune": lot.commune_code if lot else party.commune_code,
        "parties": [{"name": party.name, "role": "grower", "commune": party.commune_code}],
        "quantity": _kilograms(node.grams),
        "unit": "kg",
    }


def _event(event: Event) -> dict[str, Any]:
    """An event in local time; grams become kilograms, boxes stay boxes."""
    in_grams = event.unit == Event.Unit.GRAM
    return {
        "kind": event.kind,
        "at": event.at.astimezone(clock.LOCAL),
        "recorded_at": event.recorded_at.astimezone(clock.LOCAL),
        "quantity": _kilograms(event.quantity) if in_grams else event.quantity,
        "unit": "kg" if in_grams else event.unit,
    }


def _kilograms(grams: int | None) -> float | None:
    """Grams as kilograms."""
    return None if grams is None else grams / 1000
