"""The events of a consignment as one EPCIS 2.0 document, for the buyer's own system."""

from __future__ import annotations

from typing import Any

from catalog.traceability.epcis import naming
from catalog.traceability.epcis.models import EpcisEvent
from catalog.traceability.exports import files
from catalog.traceability.exports.consignments import Consignment
from catalog.traceability.exports.files import File
from catalog.traceability.lineage import origins
from marketplace.records import clock

JSON_LD = "application/ld+json"


def file(consignment: Consignment) -> File:
    """The document as a file; its tag is that of the events, whatever the hour it is made."""
    events = _events(consignment)
    body = files.as_json(document(events))
    seen = "".join(event.event_id for event in events).encode()
    return File(f"{consignment.code}.epcis.jsonld", JSON_LD, body, seen)


def document(events: list[EpcisEvent]) -> dict[str, Any]:
    """An EPCIS document of published events, oldest first."""
    return {
        "@context": naming.context(),
        "type": "EPCISDocument",
        "schemaVersion": "2.0",
        "creationDate": clock.now().isoformat(timespec="milliseconds"),
        "epcisBody": {"eventList": [event.document for event in events]},
    }


def _events(consignment: Consignment) -> list[EpcisEvent]:
    """Every published event of the lots, and of all lots they were made of."""
    reached = origins.of(consignment.lots).reached
    rows = EpcisEvent.objects.filter(source__lot__in=reached)
    return list(rows.order_by("event_time", "pk"))
