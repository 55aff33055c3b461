"""Alerts are raised by rules and decided by people: taken seriously, or found harmless."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from catalog.traceability.models import Alert, ScanTally
from catalog.traceability.scans.rules import Finding
from marketplace.people.models import User
from marketplace.records import audit, clock, outbox

TELL = 50  # from this score on, the cooperative's people are written to
State = Alert.State


class DecidedAlready(Exception):
    """The alert does not stand where it may move so."""


class NoteMissing(ValueError):
    """Nobody calls something harmless or serious without saying why."""


@dataclass(frozen=True, slots=True)
class About:
    """What an alert is about: a box of a lot, a lot's own code, or neither but a subject."""

    box_id: int | None = None
    lot_id: int | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Weight:
    """What was counted for an alert."""

    score: int
    scans: int
    phones: int
    provinces: list[str]
    first_seen: dt.datetime
    last_seen: dt.datetime

    @classmethod
    def of(cls, finding: Finding) -> Weight:
        """The weight of what a rule found."""
        first, last = finding.seen[0], finding.seen[-1]
        counts = (len(finding.seen), finding.phones, finding.provinces)
        return cls(finding.score, *counts, first.hour, last.hour)


@transaction.atomic
def raise_alert(about: About, reason: str, weight: Weight) -> Alert:
    """Raise an alert, or bring the one that stands up to date.

    Of one lot and reason the cooperative is told once a day, however many boxes are concerned.
    """
    facts = {field: getattr(weight, field) for field in Weight.__slots__}
    standing = Alert.objects.exclude(state=State.DISMISSED).select_for_update()
    found = standing.filter(reason=reason, **_key(about)).first()
    if found is not None:
        Alert.objects.filter(pk=found.pk).update(**facts)
        mark(about.box_id, about.lot_id)
        return found
    made = Alert.objects.create(
        reason=reason,
        box_id=about.box_id,
        lot_id=about.lot_id,
        subject=about.subject,
        opened_at=clock.now(),
        **facts,
    )
    mark(about.box_id, about.lot_id)
    if about.lot_id and weight.score >= TELL:
        key = f"{reason}-{about.lot_id}-{clock.local_day()}"
        outbox.post("scans.alerted", key=key, alert=made.pk)
    return made


@transaction.atomic
def decide(alert_id: int, *, state: str, note: str, by: User) -> Alert:
    """Take an alert seriously or call it harmless, with a note for those who look at it later.

    Harmless scans are never counted again: only what is scanned from now on can raise it anew.
    Refused with ``DecidedAlready`` (of two who decide at once the second) and ``NoteMissing``.
    """
    alert = Alert.objects.select_for_update().get(pk=alert_id)
    if not alert.can_become(state):
        raise DecidedAlready(alert.state)
    if not note.strip():
        raise NoteMissing(state)
    before = alert.state
    alert.state, alert.note = state, note.strip()
    alert.decided_by, alert.decided_at = by, clock.now()
    alert.save(update_fields=["state", "note", "decided_by", "decided_at"])
    mark(alert.box_id, alert.lot_id)
    audit.record(
        by,
        alert,
        "scans.decided",
        before={"state": before},
        after={"state": state, "note": alert.note},
    )
    return alert


def mark(box_id: int | None, lot_id: int | None) -> None:
    """Write at a code's tally whether its page says that it is scanned unusually.

    It does when the rules are sure, or when somebody took an alert seriously.
    """
    if not (box_id or lot_id):
        return
    standing = Alert.objects.exclude(state=State.DISMISSED).filter(
        Q(score__gte=Alert.SURE) | Q(state=State.ACKNOWLEDGED),
        box=box_id,
        lot=lot_id,
        reason__in=Alert.CLONE_LIKE,
    )
    of = {"box": box_id} if box_id else {"lot": lot_id}
    ScanTally.objects.filter(**of).update(is_odd=standing.exists())


def _key(about: About) -> dict[str, object]:
    """What a standing alert is found by."""
    return {"box": about.box_id, "lot": about.lot_id, "subject": about.subject}
