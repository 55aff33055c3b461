"""The proof of a trace page: its events as the log keeps them, to be checked at home."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from catalog.traceability import queries, timeline
from catalog.traceability.epcis import naming, publishing
from catalog.traceability.epcis import queries as published_events
from catalog.traceability.epcis.models import EpcisEvent
from catalog.traceability.lineage import genealogy
from catalog.traceability.log import proofs
from catalog.traceability.models import Box, Event, Lot

MOST_EVENTS = 500  # of a lot packed into thousands of parcels, the proof tells the first


def of(thing: Box | Lot) -> dict[str, Any]:
    """The document ``proof.json`` of a box or lot; write it with ``verify.canonical`` only.

    A box's events are its lot's and its own, with the openings that show it was among the boxes;
    of the lots its lot was made of, what made them. ``NotYetLogged`` for about a minute after
    something happened, ``LogIsOff`` where the province has given no key.
    """
    published = _published(thing)
    names = [naming.box(thing)] if isinstance(thing, Box) else []
    openings: dict[str, list[dict[str, str]]] = {}
    for opening in published_events.openings(published, names):
        said = {name: opening[name] for name in ("path", "salt", "value")}
        openings.setdefault(opening["eventID"], []).append(said)
    return proofs.proof_of(
        [
            proofs.Told(
                event.event_id, publishing.as_logged(event), openings.get(event.event_id, ())
            )
            for event in published
        ]
    )


def _published(thing: Box | Lot) -> list[EpcisEvent]:
    """The published events of a box or lot, oldest first; ``NotYetLogged`` when one waits."""
    wanted = [event.pk for event in _concerned(thing)][:MOST_EVENTS]
    found = EpcisEvent.objects.filter(source__in=wanted).select_related("source")
    if len(found) < len(wanted):
        raise proofs.NotYetLogged
    return sorted(found, key=lambda event: wanted.index(event.source_id or 0))


def _concerned(thing: Box | Lot) -> Sequence[Event]:
    """What happened to a box or lot, and what made the lots it comes from."""
    lot = thing.lot if isinstance(thing, Box) else thing
    before = genealogy.lots_reached([lot.pk], genealogy.BACK) - {lot.pk}
    made = [event for event in queries.events_of(before) if event.kind in timeline.MAKING]
    own = queries.events(lot)
    if isinstance(thing, Box):
        return [*made, *timeline.concerning(thing, own)]
    return [*made, *(event for event in own if event.kind in timeline.OF_THE_LOT)]
