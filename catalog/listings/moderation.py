"""The province decides on what a cooperative proposes."""

from __future__ import annotations

from django.db import transaction

from catalog.cooperatives import queries as cooperatives
from catalog.cooperatives.models import Cooperative
from catalog.listings import checking, proposals, publishing, refusals
from catalog.listings.models import Listing, ListingChange
from marketplace.people.models import User
from marketplace.records import audit, clock, outbox

State = ListingChange.State
_DECISIONS = {State.APPROVED, State.RETURNED}


@transaction.atomic
def decide(
    change_id: int, *, state: str, opened_version: int, by: User, reason: str = ""
) -> ListingChange:
    """Approve a submitted change and apply it, or return it with the reason.

    Cooperative, listing and change are locked in this order: of two who decide at once the second
    gets ``MoveRefused``; who decides on a page older than the listing gets ``Outdated``. Also
    refused: ``OwnCooperative``, ``ReasonMissing``, ``NotVerified``, and ``Incomplete`` when what
    was right on the day of sending is not any more (an expired certificate). Nothing changes then.
    """
    cooperative, listing, change = _locked(change_id)
    if cooperatives.is_member(by, cooperative.pk):
        raise refusals.OwnCooperative(cooperative.pk)
    if state not in _DECISIONS or not change.can_become(state):
        raise refusals.MoveRefused(change.state)
    if state == State.RETURNED and not reason.strip():
        raise refusals.ReasonMissing(state)
    if listing.version != opened_version:
        raise refusals.Outdated(listing.version)
    change.state = state
    change.reason = reason.strip()
    change.decided_by = by
    change.decided_at = clock.now()
    change.save(update_fields=["state", "reason", "decided_by", "decided_at"])
    if state == State.APPROVED:
        _publish(change, listing, cooperative, by)
    audit.record(
        by,
        listing,
        f"listing.{state}",
        before={"version": change.base_version, "state": State.SUBMITTED.value},
        after={
            "state": change.state,
            "version": listing.version,
            "change": change.pk,
            "reason": change.reason,
        },
    )
    outbox.post("listing.decided", key=f"listing-change-{change.pk}", change=change.pk)
    return change


def _locked(change_id: int) -> tuple[Cooperative, Listing, ListingChange]:
    """The three rows a decision is about, locked from the outermost in."""
    found = ListingChange.objects.values_list("listing_id", "listing__cooperative_id")
    listing_id, cooperative_id = found.get(pk=change_id)
    cooperative = Cooperative.objects.select_for_update(no_key=True).get(pk=cooperative_id)
    listing = Listing.objects.select_for_update().get(pk=listing_id)
    change = ListingChange.objects.select_for_update().get(pk=change_id)
    return cooperative, listing, change


def _publish(change: ListingChange, listing: Listing, cooperative: Cooperative, by: User) -> None:
    """Apply an approved change to a listing on which it builds."""
    if listing.version != change.base_version:
        raise refusals.Outdated(listing.version)
    if cooperative.state != Cooperative.State.VERIFIED:
        raise refusals.NotVerified(cooperative.state)
    proposal = proposals.read(change.proposed)
    # The first lot was checked when it was sent in; days in the queue must not undo it.
    found = checking.problems(proposal, cooperative, is_new=False)
    if found:
        raise refusals.Incomplete(found)
    publishing.apply(listing, proposal, by=by)
