"""Anybody reports a listing; the province answers within its days."""

from __future__ import annotations

import datetime as dt

from django.db import IntegrityError, transaction

from catalog.cooperatives import queries as cooperatives
from catalog.listings.models import Listing
from catalog.reports import refusals
from catalog.reports.models import ListingReport
from marketplace.people.models import User
from marketplace.records import audit, clock, outbox, rules

State = ListingReport.State
# The constraint that says so: whatever else the database refuses is a fault, not a second report.
ONE_OPEN = "listing_report_one_open_per_person"


def report(
    listing_id: int, *, reason: str, words: str, contact: str, language: str, by: User | None
) -> ListingReport:
    """Write a report down and say until when it will be answered.

    Who left a contact and reports the same listing again while the first is open gets the first
    one back. ``Listing.DoesNotExist`` for a listing that never was on the shelf.
    """
    try:
        with transaction.atomic():
            return _report(listing_id, reason, words, contact, language, by)
    except IntegrityError as error:
        if ONE_OPEN not in str(error):
            raise
        return ListingReport.objects.get(listing=listing_id, contact=contact, state=State.OPEN)


def _report(  # noqa: PLR0917 -- the facts of one report, named by `report`
    listing_id: int, reason: str, words: str, contact: str, language: str, by: User | None
) -> ListingReport:
    """One new row with its audit entry and letter, in the caller's transaction."""
    listing = Listing.objects.exclude(state=Listing.State.DRAFT).get(pk=listing_id)
    now = clock.now()
    made = ListingReport.objects.create(
        listing=listing,
        reason=reason,
        words=words,
        contact=contact,
        language=language,
        reported_at=now,
        due_at=now + dt.timedelta(hours=rules.number("report.answer_hours")),
    )
    audit.record(by, made, "report.received", after={"listing": listing.pk, "reason": reason})
    outbox.post("report.received", key=f"report-{made.pk}", report=made.pk)
    return made


@transaction.atomic
def answer(report_id: int, *, state: str, answer: str, by: User) -> ListingReport:
    """Close a report as upheld or dismissed, with what was found; the reporter is told.

    Refused with ``AnsweredAlready`` (of two who answer at once the second), ``OwnCooperative``
    and ``AnswerMissing``; nothing changes then.
    """
    found = ListingReport.objects.select_related("listing").select_for_update(of=("self",))
    one = found.get(pk=report_id)
    if cooperatives.is_member(by, one.listing.cooperative_id):
        raise refusals.OwnCooperative(one.listing.cooperative_id)
    if state not in ListingReport.MOVES[State(one.state)]:
        raise refusals.AnsweredAlready(one.state)
    if not answer.strip():
        raise refusals.AnswerMissing(state)
    one.state, one.answer = state, answer.strip()
    one.answered_by, one.answered_at = by, clock.now()
    one.save(update_fields=["state", "answer", "answered_by", "answered_at"])
    audit.record(
        by,
        one,
        "report.answered",
        before={"state": State.OPEN.value},
        after={"state": state, "answer": one.answer},
    )
    outbox.post("report.answered", key=f"report-{one.pk}", report=one.pk)
    return one
