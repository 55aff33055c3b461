"""Somebody reports a problem with a box or lot; the province answers, and the contact goes."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from catalog.traceability.models import Box, Lot, ProblemReport
from marketplace.people.models import User
from marketplace.records import audit, clock, outbox, rules

State = ProblemReport.State


class AnsweredAlready(Exception):
    """Somebody answered before."""


class AnswerMissing(ValueError):
    """An answer without words is none."""


@transaction.atomic
def report(
    thing: Box | Lot, *, kind: str, words: str, contact: str, language: str
) -> ProblemReport:
    """Write down what is wrong with a box or lot; its cooperative is told, without the contact."""
    made = ProblemReport.objects.create(
        lot_id=thing.lot_id if isinstance(thing, Box) else thing.pk,
        box=thing if isinstance(thing, Box) else None,
        kind=kind,
        words=words,
        contact=contact,
        language=language,
        reported_at=clock.now(),
    )
    audit.record(None, made, "problem.reported", after={"kind": kind})
    outbox.post("problem.reported", key=str(made.pk), problem=made.pk)
    return made


@transaction.atomic
def answer(problem_id: int, *, answer: str, by: User) -> ProblemReport:
    """Answer a report in words; who left a phone or e-mail is written to.

    Refused with ``AnsweredAlready`` (of two who answer at once the second) and ``AnswerMissing``.
    """
    one = ProblemReport.objects.select_for_update().get(pk=problem_id)
    if one.state != State.OPEN:
        raise AnsweredAlready(one.pk)
    if not answer.strip():
        raise AnswerMissing
    one.state, one.answer = State.ANSWERED, answer.strip()
    one.answered_by, one.answered_at = by, clock.now()
    one.save(update_fields=["state", "answer", "answered_by", "answered_at"])
    audit.record(by, one, "problem.answered", after={"answer": one.answer})
    if one.contact:
        outbox.post("problem.answered", key=str(one.pk), problem=one.pk)
    return one


def forget_contacts() -> int:
    """Empty the contacts of reports that are long answered; how many."""
    before = clock.now() - dt.timedelta(days=rules.number("problems.contact_days"))
    old = ProblemReport.objects.exclude(contact="").filter(answered_at__lt=before)
    return old.update(contact="")
