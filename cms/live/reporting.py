"""Complaints about a session: handed in by anybody, answered by the province in time."""

import datetime as dt

from django.db import transaction

from cms.live.models import LiveReport, LiveSession
from cms.live.refusals import AlreadyAnswered
from marketplace.people.models import User
from marketplace.records import audit, clock, rules


@transaction.atomic
def report(session_id: int, *, kind: str, words: str, contact: str = "") -> LiveReport:
    """Take a complaint; it is due after so many hours as the rules say."""
    session = LiveSession.objects.get(pk=session_id)
    now = clock.now()
    made = LiveReport.objects.create(
        session=session,
        kind=kind,
        words=words,
        contact=contact,
        at=now,
        due_at=now + dt.timedelta(hours=rules.number("live.complaint_hours")),
    )
    audit.record(None, made, "live.reported", after={"kind": kind})
    return made


@transaction.atomic
def answer(report_id: int, *, outcome: str, by: User) -> LiveReport:
    """Write down what came of a complaint; ``AlreadyAnswered`` for a second answer."""
    found = LiveReport.objects.select_for_update().get(pk=report_id)
    if found.answered_at is not None:
        raise AlreadyAnswered
    found.outcome, found.answered_at, found.answered_by = outcome, clock.now(), by
    found.save()
    audit.record(by, found, "live.report_answered", after={"outcome": outcome})
    return found
