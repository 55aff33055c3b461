"""Events somebody else wrote are taken in: valid, the sender's own, each once.

The same document again is the same capture; an event that is there already is not added. An
event is never changed: who was wrong declares it, and the original stays beside its declaration.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from catalog.traceability.epcis import ownership, publishing, reading, validation
from catalog.traceability.epcis.checks import Fault, below, moment
from catalog.traceability.epcis.models import Capture, EpcisEvent
from catalog.traceability.epcis.publishing import Entry
from catalog.traceability.parties.acting import Acting
from catalog.traceability.parties.models import Party
from marketplace.people.models import User
from marketplace.records import audit
from verify import event_hash

MOST_EVENTS = 1_000
Behaviour = Capture.Behaviour


class Refused(Exception):
    """A document, or an event of one that is taken whole or not at all, is wrong."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        """Keep every place that is wrong."""
        super().__init__(faults[0].message)
        self.faults = list(faults)


class TooManyEvents(Exception):
    """More events than are taken at once."""


def capture(body: bytes, *, acting: Sequence[Acting], behaviour: Behaviour, by: User) -> Capture:
    """Take a document in for the parties ``by`` speaks for, and say what became of it.

    ``Refused`` with every fault and its place, or ``reading.Unreadable`` or ``TooManyEvents``;
    nothing is kept then. With ``proceed`` the good events of a document are kept, and the faults
    of the others stand in the capture.
    """
    try:
        return _capture(body, acting, behaviour, by)
    except IntegrityError:
        # Somebody sent the same at the same moment: now it is there, and we see it.
        return _capture(body, acting, behaviour, by)


@transaction.atomic
def _capture(body: bytes, acting: Sequence[Acting], behaviour: Behaviour, by: User) -> Capture:
    """One attempt, under the lock of the party: captures of one party come one by one."""
    party = Party.objects.select_for_update(no_key=True).get(pk=acting[0].party_id)
    digest = hashlib.sha256(body).hexdigest()
    before = Capture.objects.filter(
        party=party, digest=digest, behaviour=behaviour, success=True
    ).first()
    if before:
        return before
    document = validation.check(reading.read(body))
    if len(document.events) > MOST_EVENTS:
        raise TooManyEvents(len(document.events))
    if document.faults:
        raise Refused(document.faults)
    good, faults = _sorted_out(document.events, acting)
    if faults and (behaviour == Behaviour.ROLLBACK or not good):
        raise Refused(faults)
    made = Capture.objects.create(
        party=party,
        digest=digest,
        behaviour=behaviour,
        success=not faults,
        errors=[{"pointer": fault.pointer, "message": fault.message} for fault in faults],
        event_ids=[hashed for hashed, _event, _party in good],
    )
    _keep(made, good)
    audit.record(by, made, "epcis.captured", after={"events": len(good), "faults": len(faults)})
    return made


Good = tuple[str, validation.Found, int]


def _sorted_out(
    events: Sequence[validation.Found], acting: Sequence[Acting]
) -> tuple[list[Good], list[Fault]]:
    """The events that may be kept, each with its hash and party; and what is wrong with others."""
    valid = [found for found in events if not found.faults]
    faults = [fault for found in events for fault in found.faults]
    whose = ownership.known((found.event for found in valid), acting)
    own: list[Good] = []
    for found in valid:
        party, foreign = ownership.owner(found.event, found.pointer, acting, whose)
        hashed = event_hash(found.event, found.context)
        wrong = foreign or _wrong_id(found, hashed)
        faults += wrong
        own += [] if wrong else [(hashed, found, party)]
    clashing = _clashes(own)
    faults += [fault for fault, _place in clashing]
    places = {place for _fault, place in clashing}
    return [good for good in own if good[1].pointer not in places], faults


def _wrong_id(found: validation.Found, hashed: str) -> list[Fault]:
    """An identifier that is a hash is the hash of its event."""
    given = str(found.event.get("eventID", ""))
    if not given.startswith("ni:") or given == hashed:
        return []
    message = _("The hash of this event is %(hash)s.") % {"hash": hashed}
    return [Fault(below(found.pointer, "eventID"), message)]


def _clashes(events: Sequence[Good]) -> list[tuple[Fault, str]]:
    """What does not fit the events that are there: names taken, declarations of nothing."""
    given = {event[1].event["eventID"] for event in events if "eventID" in event[1].event}
    taken = dict(EpcisEvent.objects.filter(given_id__in=given).values_list("given_id", "event_id"))
    hashes = {hashed for hashed, _found, _party in events}
    there = dict(
        EpcisEvent.objects.filter(event_id__in=hashes, declared_at__isnull=True).values_list(
            "event_id", "party_id"
        )
    )
    declared = dict(
        EpcisEvent.objects.filter(event_id__in=hashes, declared_at__isnull=False).values_list(
            "event_id", "declared_at"
        )
    )
    there |= {hashed: party for hashed, found, party in events if not _declares(found)}
    clashing = []
    for hashed, found, party in events:
        name = found.event.get("eventID", hashed)
        if taken.setdefault(name, hashed) != hashed:
            where = below(found.pointer, "eventID")
            clashing.append((Fault(where, _("Another event bears this name.")), found.pointer))
        elif _declares(found):
            wrong = _wrong_declaration(found, there.get(hashed) == party, declared.get(hashed))
            clashing += [(fault, found.pointer) for fault in wrong]
    return clashing


def _wrong_declaration(found: validation.Found, is_there: bool, before: Any) -> list[Fault]:
    """Only an event that is there, and the sender's, is declared wrong; and only once."""
    where = below(found.pointer, "errorDeclaration")
    if not is_there:
        return [Fault(where, _("The event this declares wrong is not here."))]
    said = moment(found.event["errorDeclaration"]["declarationTime"])
    if before not in (None, said):
        return [Fault(where, _("This event was declared wrong before."))]
    return []


def _declares(found: validation.Found) -> bool:
    """Whether an event says that it should not have been written."""
    return bool(found.event.get("errorDeclaration"))


def _keep(made: Capture, events: Sequence[Good]) -> None:
    """Add the events that are not there yet."""
    hashes = [hashed for hashed, _found, _party in events]
    there = {
        (hashed, declared is None)
        for hashed, declared in EpcisEvent.objects.filter(event_id__in=hashes).values_list(
            "event_id", "declared_at"
        )
    }
    entries = []
    for hashed, found, party in events:
        key = (hashed, not _declares(found))
        if key not in there:
            there.add(key)
            entries.append(Entry(found.event, found.context, party, capture=made, hashed=hashed))
    publishing.record(entries)
