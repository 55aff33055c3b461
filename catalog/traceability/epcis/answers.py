"""What the EPCIS interface answers: query documents, capture jobs, problems, and their headers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from catalog.traceability.epcis import capturing, naming, reading
from catalog.traceability.epcis.checks import Fault
from catalog.traceability.epcis.models import Capture, EpcisEvent
from marketplace.records import clock

# Who a party trades with is that party's business; the hash is of the whole event.
PARTNERS = ("bizTransactionList", "sourceList", "destinationList")
LEFT_OUT = "sl:leftOut"
_KINDS = {
    400: "ValidationException",
    401: "SecurityException",
    403: "SecurityException",
    404: "NoSuchResourceException",
    406: "NotAcceptableException",
    413: "CaptureLimitExceededException",
    415: "UnsupportedMediaTypeException",
}


def headers(answer: HttpResponse) -> HttpResponse:
    """Say which versions we speak, and let pages of other sites read what is public."""
    answer["GS1-EPCIS-Version"] = "2.0.0"
    answer["GS1-EPCIS-Min"] = answer["GS1-EPCIS-Max"] = "2.0.0"
    answer["GS1-CBV-Version"] = "2.0.0"
    answer["GS1-EPC-Format"] = "Always_GS1_Digital_Link"
    answer["GS1-Extensions"] = f"{naming.PREFIX}={naming.namespace()}"
    answer["GS1-EPCIS-Capture-Limit"] = str(capturing.MOST_EVENTS)
    answer["GS1-EPCIS-Capture-File-Size-Limit"] = str(reading.MOST_BYTES)
    answer["GS1-Capture-Error-Behaviour"] = "rollback"
    answer["Access-Control-Allow-Origin"] = "*"
    answer["Access-Control-Expose-Headers"] = "Link, Location"
    return answer


def problem(status: int, detail: str, faults: Sequence[Fault] = (), kind: str = "") -> HttpResponse:
    """Problem details of RFC 9457 with the type the standard gives them; each fault has a place."""
    body = {
        "type": f"epcisException:{kind or _KINDS.get(status, 'ImplementationException')}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "errors": [{"pointer": fault.pointer, "message": fault.message} for fault in faults],
    }
    return JsonResponse(body, status=status, content_type="application/problem+json")


class Refusal(Exception):
    """Raised by a view, answered as problem details in one place."""

    def __init__(
        self, status: int, detail: str, faults: Sequence[Fault] = (), kind: str = ""
    ) -> None:
        """Keep the answer."""
        super().__init__(detail)
        self.answer = problem(status, detail, faults, kind)


def document(
    events: Sequence[EpcisEvent],
    parties: Collection[int],
    openings: Sequence[dict[str, str]] = (),
) -> HttpResponse:
    """The events as a query document; ``parties`` are those whose partners the reader may know."""
    body: dict[str, Any] = {
        "@context": naming.context(),
        "type": "EPCISQueryDocument",
        "schemaVersion": "2.0",
        "creationDate": clock.now().isoformat(timespec="milliseconds"),
        "epcisBody": {
            "queryResults": {
                "queryName": "SimpleEventQuery",
                "resultsBody": {"eventList": [_shown(event, parties) for event in events]},
            }
        },
    }
    if openings:
        body["sl:openings"] = list(openings)
    return JsonResponse(body, content_type="application/ld+json")


def job(capture: Capture, status: int = 200) -> HttpResponse:
    """What became of a document."""
    return JsonResponse(
        {
            "captureID": str(capture.key),
            "createdAt": capture.created_at.isoformat(timespec="milliseconds"),
            "finishedAt": capture.created_at.isoformat(timespec="milliseconds"),
            "running": False,
            "success": capture.success,
            "captureErrorBehaviour": capture.behaviour,
            "errors": [
                {
                    "type": "epcisException:ValidationException",
                    "title": _("An event cannot be accepted."),
                    "status": 400,
                    "detail": error["message"],
                    "pointer": error["pointer"],
                }
                for error in capture.errors
            ],
            "eventIDs": capture.event_ids,
        },
        status=status,
    )


def _shown(event: EpcisEvent, parties: Collection[int]) -> dict[str, Any]:
    """One event for one reader; where lists are left out, their names say so."""
    shown = {**event.document, "recordTime": event.recorded_at.isoformat(timespec="milliseconds")}
    if event.context != naming.context():
        shown["@context"] = event.context
    if event.source_id is None and event.party_id not in parties:
        left_out = [name for name in PARTNERS if shown.pop(name, None)]
        if left_out:
            shown[LEFT_OUT] = left_out
    return shown
