"""The province decides on what a cooperative proposes."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction

from catalog.cooperatives import queries as cooperatives
from catalog.cooperatives.models import Cooperative
from catalog.listings import checking, proposals, publishing, refusals
from catalog.listings.models import Listing, ListingChange
from catalog.moderation import remarks as remarking
from catalog.moderation.models import Remark
from catalog.moderation.remarks import Said
from catalog.traceability.diary import writing as diary
from catalog.traceability.lots import harvest
from marketplace.people.models import User
from marketplace.records import audit, clock, outbox, rules, workdays

State = ListingChange.State
_DECISIONS = {State.APPROVED, State.CHANGES_REQUESTED, State.RETURNED}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is decided, in which free words, with which remarks."""

    state: str
    message: str = ""
    remarks: list[Remark] = field(default_factory=list)

    def copied(self) -> list[Remark]:
        """The remarks once more, to be kept with another change."""
        return [copy.copy(one) for one in self.remarks]


@dataclass(frozen=True, slots=True)
class Held:
    """The three rows a decision is about, locked from the outermost in."""

    cooperative: Cooperative
    listing: Listing
    change: ListingChange


@transaction.atomic
def decide(
    change_id: int,
    *,
    state: str,
    opened_version: int,
    by: User,
    reason: str = "",
    remarks: Iterable[Said] = (),
) -> ListingChange:
    """Approve a submitted change and apply it, ask for changes, or turn it down.

    Cooperative, listing and change are locked in this order: of two who decide at once the second
    gets ``MoveRefused``; who decides on a page older than the listing gets ``Outdated``. Also
    refused: ``OwnCooperative``, ``AssignedElsewhere``, ``ReasonMissing``, ``UnknownReason``,
    ``NotVerified``, and ``Incomplete`` when what was right on the day of sending is not any more
    (an expired certificate). Nothing changes then.
    """
    given = verdict(state, reason, remarks)
    held = _locked(change_id)
    refuse(held, given, opened_version, by)
    write(held, given, by)
    return held.change


def verdict(state: str, message: str, said: Iterable[Said]) -> Verdict:
    """A decision made ready; whatever is sent back says why, by a remark or in words."""
    given = Verdict(state, message.strip(), remarking.made(said))
    return given if state in remarking.SENT_BACK else Verdict(state, given.message)


def refuse(held: Held, given: Verdict, opened_version: int, by: User) -> None:
    """Raise what stands in the way of a decision on locked rows; nothing is written."""
    if cooperatives.is_member(by, held.cooperative.pk):
        raise refusals.OwnCooperative(held.cooperative.pk)
    if given.state not in _DECISIONS or not held.change.can_become(given.state):
        raise refusals.MoveRefused(held.change.state)
    if held.change.assigned_to_id not in (None, by.pk):
        raise refusals.AssignedElsewhere(held.change.assigned_to_id)
    if given.state in remarking.SENT_BACK and not (given.message or given.remarks):
        raise refusals.ReasonMissing(given.state)
    if held.listing.version != opened_version:
        raise refusals.Outdated(held.listing.version)
    if given.state == State.APPROVED:
        _refuse_publishing(held)


def write(held: Held, given: Verdict, by: User) -> None:
    """Record a decision that nothing stands in the way of, in the caller's transaction."""
    change, listing = held.change, held.listing
    now = clock.now()
    change.state = given.state
    change.message = given.message
    change.reason = remarking.composed(given.remarks, given.message, change)
    change.decided_by, change.decided_at = by, now
    change.assigned_to = change.assigned_at = None
    change.mend_by = _mend_by(given.state, now)
    change.save()
    remarking.keep(change, given.remarks)
    if given.state == State.APPROVED:
        _publish(listing, change, by)
    audit.record(
        by,
        listing,
        f"listing.{given.state}",
        before={"version": change.base_version, "state": State.SUBMITTED.value},
        after={
            "state": change.state,
            "version": listing.version,
            "change": change.pk,
            "reason": change.reason,
            "reasons": [one.reason.key for one in given.remarks if one.reason],
        },
    )
    outbox.post("listing.decided", key=f"listing-change-{change.pk}", change=change.pk)


def _publish(listing: Listing, change: ListingChange, by: User) -> None:
    """Apply what was proposed; what was told of its plots this very moment still stops it."""
    try:
        publishing.apply(listing, proposals.read(change.proposed), by=by)
    except harvest.InsideInterval as blocked:
        reason = diary.too_soon(blocked.args[0])
        raise refusals.Incomplete([refusals.Problem("lot", reason)]) from blocked
    except harvest.PlotsNotSaid as unsaid:
        problem = refusals.Problem("lot", checking.plots_not_said())
        raise refusals.Incomplete([problem]) from unsaid


def _mend_by(state: str, now: dt.datetime) -> dt.datetime | None:
    """Until when what is asked for should be mended."""
    if state != State.CHANGES_REQUESTED:
        return None
    return workdays.after(now, rules.number("listing.mend_days"))


def _locked(change_id: int) -> Held:
    """The three rows a decision is about, locked from the outermost in."""
    found = ListingChange.objects.values_list("listing_id", "listing__cooperative_id")
    listing_id, cooperative_id = found.get(pk=change_id)
    cooperative = Cooperative.objects.select_for_update(no_key=True).get(pk=cooperative_id)
    listing = Listing.objects.select_for_update().get(pk=listing_id)
    change = ListingChange.objects.select_for_update().get(pk=change_id)
    return Held(cooperative, listing, change)


def _refuse_publishing(held: Held) -> None:
    """Raise what keeps a proposal from being applied to the listing as it stands."""
    if held.listing.version != held.change.base_version:
        raise refusals.Outdated(held.listing.version)
    if held.cooperative.state != Cooperative.State.VERIFIED:
        raise refusals.NotVerified(held.cooperative.state)
    proposal = proposals.read(held.change.proposed)
    # The first lot was checked when it was sent in; days in the queue must not undo it.
    found = checking.problems(proposal, held.cooperative, is_new=False)
    if not held.listing.version:
        found += checking.interval(proposal, held.cooperative)
    if found:
        raise refusals.Incomplete(found)
