"""Questions about EPCIS events, answered a page at a time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from django.db.models import Q

from catalog.traceability.epcis import commitments, mapping
from catalog.traceability.epcis.models import Capture, EpcisEvent, Opening
from catalog.traceability.epcis.parameters import Asked


def page(asked: Asked) -> tuple[list[EpcisEvent], bool]:
    """The events of one page, and whether more follow; one query."""
    sign = "-" if asked.descending else ""
    events = EpcisEvent.objects.filter(asked.found).order_by(f"{sign}{asked.order}", f"{sign}pk")
    if asked.after:
        moment, key = asked.after
        way = "lt" if asked.descending else "gt"
        events = events.filter(
            Q(**{f"{asked.order}__{way}": moment}) | Q(**{asked.order: moment, f"pk__{way}": key})
        )
    size = asked.per_page if asked.left is None else min(asked.per_page, max(asked.left, 0))
    found = list(events[: size + 1])
    more = len(found) > size and (asked.left is None or asked.left > size)
    return found[:size], more


def named(event_id: str) -> list[EpcisEvent]:
    """The event of this name, a hash or another, and after it its declaration if there is one."""
    same = EpcisEvent.objects.filter(Q(event_id=event_id) | Q(given_id=event_id))
    return list(same.order_by("pk")) if event_id else []


def capture(key: UUID, parties: Collection[int]) -> Capture | None:
    """What became of a document one of these parties sent."""
    return Capture.objects.filter(key=key, party__in=parties).first()


def openings(events: Sequence[EpcisEvent], names: Sequence[str]) -> list[dict[str, str]]:
    """For who asked by the whole names of goods: that these events speak of them, provably."""
    if not names or not events:
        return []
    seeds = dict(
        Opening.objects.filter(event__in=events, path=mapping.BOX).values_list("event_id", "salt")
    )
    found = []
    for event in events:
        held = event.document.get("sl:commitments", {}).get(mapping.BOX, ())
        for name in dict.fromkeys(names) if event.pk in seeds else ():
            secret = commitments.grown(mapping.BOX, name, seeds[event.pk])
            if secret.commitment in held:
                found.append(
                    {
                        "eventID": event.event_id,
                        "path": secret.path,
                        "salt": secret.salt,
                        "value": secret.value,
                    }
                )
    return found
