"""Events are published as EPCIS 2.0 in the transaction that writes them down."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from catalog.traceability.epcis import mapping, naming, words
from catalog.traceability.epcis.checks import moment
from catalog.traceability.epcis.models import Capture, EpcisEvent, EpcisEventThing, Opening
from catalog.traceability.log import submitting
from catalog.traceability.lots.models import Box, Event
from catalog.traceability.parties.models import Party
from marketplace.records import clock
from verify import event_hash

Kind = Event.Kind
BATCH = 500
_ROLES = (
    ("epcList", "epc"),
    ("childEPCs", "child"),
    ("inputEPCList", "input"),
    ("outputEPCList", "output"),
)
_CLASS_ROLES = (
    ("quantityList", "epc class"),
    ("childQuantityList", "child class"),
    ("inputQuantityList", "input class"),
    ("outputQuantityList", "output class"),
)
_OF_LOTS = (
    Kind.HARVEST,
    Kind.MERGING,
    Kind.SPLITTING,
    Kind.PROCESSING,
    Kind.HOLDING,
    Kind.RELEASE,
)
_STATES = {
    Kind.SHIPPING: (Box.State.SHIPPED, Box.State.DELIVERED, Box.State.LOST),
    Kind.DELIVERY: (Box.State.DELIVERED,),
    Kind.UNPACKING: (Box.State.VOID,),
    Kind.LOSS: (Box.State.LOST,),
}


def publish(event: Event, boxes: Sequence[Box] | None = None) -> EpcisEvent:
    """Publish something just written about a lot, in the caller's transaction.

    ``boxes`` are those it happened to, with their items and packings; when left out they are found
    again by what is known of them now. Published twice is published once.
    """
    there = EpcisEvent.objects.filter(source=event).first()
    return there or _publish([(event, _found_again(event) if boxes is None else boxes)])[0]


def publish_all(events: Sequence[Event]) -> list[EpcisEvent]:
    """Publish fresh events of whole lots, such as those of a recall, in a handful of queries."""
    boxes: defaultdict[int, list[Box]] = defaultdict(list)
    counting = Box.objects.filter(lot__in=[event.lot_id for event in events])
    for box in counting.exclude(state=Box.State.VOID).select_related("item", "packing"):
        boxes[box.lot_id].append(box)
    return _publish([(event, boxes[event.lot_id]) for event in events])


@transaction.atomic
def publish_missing(batch: int = BATCH) -> int:
    """Publish the oldest events that are not yet, up to ``batch``, and say how many.

    Safe to run twice at once: each run takes rows nobody else has locked.
    """
    waiting = (
        Event.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("lot__party")
        .filter(epcis_event__isnull=True)
        .order_by("pk")[:batch]
    )
    return len(_publish([(event, _found_again(event)) for event in waiting]))


def _publish(told: Sequence[tuple[Event, Sequence[Box]]]) -> list[EpcisEvent]:
    """Events with their boxes, drafted and kept together."""
    drafts = [mapping.of(event, boxes) for event, boxes in told]
    made = record(
        [
            Entry(draft.document, naming.context(), event.lot.party_id, source=event)
            for draft, (event, _boxes) in zip(drafts, told, strict=True)
        ]
    )
    _keep_private(list(zip(made, drafts, strict=True)))
    return made


@dataclass(frozen=True, slots=True)
class Entry:
    """A valid event on its way into the table: whose it is, and where it came from."""

    document: dict[str, Any]
    context: Any
    party_id: int
    source: Event | None = None
    capture: Capture | None = None
    hashed: str = ""


def record(entries: Sequence[Entry]) -> list[EpcisEvent]:
    """Keep valid events and their identifiers, and hand them to the log: the one way in."""
    made = EpcisEvent.objects.bulk_create(_row(entry) for entry in entries)
    EpcisEventThing.objects.bulk_create(
        thing
        for event, entry in zip(made, entries, strict=True)
        for thing in _things(event, entry.document)
    )
    parties = Party.objects.in_bulk({entry.party_id for entry in entries})
    submitting.submit(
        [
            submitting.Handed(event.event_id, parties[event.party_id], as_logged(event))
            for event in made
        ]
    )
    return made


def as_logged(event: EpcisEvent) -> dict[str, Any]:
    """The whole event as the log binds it, and as a proof shows it."""
    return {"@context": event.context, **event.document}


def _row(entry: Entry) -> EpcisEvent:
    """The row of an event; its hash is its ``eventID`` unless it came with another."""
    document = entry.document
    hashed = entry.hashed or event_hash(document, entry.context)
    given = document.get("eventID", hashed)
    declared = document.get("errorDeclaration") or {}
    return EpcisEvent(
        event_id=hashed,
        given_id="" if given == hashed else given,
        party_id=entry.party_id,
        source=entry.source,
        capture=entry.capture,
        type=document["type"],
        action=document.get("action", ""),
        biz_step=words.bare(document.get("bizStep", "")),
        disposition=words.bare(document.get("disposition", "")),
        read_point=naming.canonical(document.get("readPoint", {}).get("id", "")),
        biz_location=naming.canonical(document.get("bizLocation", {}).get("id", "")),
        event_time=_said(document["eventTime"]),
        recorded_at=clock.now(),
        declared_at=_said(declared["declarationTime"]) if declared else None,
        declared_reason=words.bare(declared.get("reason", "")),
        context=entry.context,
        document={**document, "eventID": given},
    )


def _said(text: str) -> dt.datetime:
    """The moment a valid event names."""
    found = moment(text)
    assert found is not None
    return found


def _things(event: EpcisEvent, document: dict[str, Any]) -> list[EpcisEventThing]:
    """Every identifier the event tells, by role."""
    found = [("parent", document["parentID"])] if document.get("parentID") else []
    found += [(role, uri) for name, role in _ROLES for uri in document.get(name, ())]
    things = [
        EpcisEventThing(event=event, role=role, uri=naming.canonical(uri)) for role, uri in found
    ]
    return things + [
        EpcisEventThing(
            event=event,
            role=role,
            uri=naming.canonical(element["epcClass"]),
            quantity=Decimal(str(element["quantity"])),
            uom=element.get("uom", ""),
        )
        for name, role in _CLASS_ROLES
        for element in document.get(name, ())
    ]


def _keep_private(told: Sequence[tuple[EpcisEvent, mapping.Draft]]) -> None:
    """What events commit to without telling: openings, and boxes for who knows their code."""
    Opening.objects.bulk_create(
        Opening(event=event, path=path, salt=salt, value=value)
        for event, draft in told
        for path, salt, value in (
            *((secret.path, secret.salt, secret.value) for secret in draft.secrets),
            *([(mapping.BOX, draft.seed, "")] if draft.boxes else []),
        )
    )
    EpcisEventThing.objects.bulk_create(
        EpcisEventThing(event=event, role=draft.role, uri=naming.canonical(uri), committed=True)
        for event, draft in told
        for uri in draft.boxes
    )


def _found_again(event: Event) -> Sequence[Box]:
    """The boxes of an event of the past, by where they stand today."""
    if event.kind in _OF_LOTS:
        return ()
    boxes = Box.objects.filter(lot=event.lot_id).select_related("item", "packing").order_by("pk")
    return list(_of_the_past(event, boxes))


def _of_the_past(event: Event, boxes: QuerySet[Box]) -> QuerySet[Box]:
    """Which boxes of its lot an event was about."""
    if event.kind in (Kind.PACKING, Kind.RELABELLING):
        return boxes.filter(packing=event)
    if "boxes" in event.data:
        return boxes.filter(code__in=event.data["boxes"])
    if event.kind == Kind.RECALL:
        return boxes.filter(~Q(state=Box.State.VOID), packing__recorded_at__lte=event.recorded_at)
    same = boxes.filter(reference=event.reference).exclude(reference="")
    stand = same.filter(state__in=_STATES[Kind(event.kind)])
    return stand if stand.count() == event.quantity else same
