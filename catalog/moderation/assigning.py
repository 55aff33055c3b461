"""Who works on a proposal: taken, handed to a colleague, given back."""

from __future__ import annotations

from django.db import transaction

from catalog.cooperatives import queries as cooperatives
from catalog.listings import refusals
from catalog.listings.models import ListingChange
from marketplace.people.models import User
from marketplace.records import audit, clock

State = ListingChange.State
PERMISSION = "catalog.decide_listing"


@transaction.atomic
def assign(change_id: int, *, to: User, by: User, taken_from: int | None = None) -> ListingChange:
    """Let ``to`` work on a waiting proposal; ``taken_from`` is who had it when the page was read.

    Refused: ``MoveRefused`` (it is decided), ``AssignedElsewhere`` (somebody else has it by now),
    ``NotAModerator``, ``OwnCooperative`` (of either). Saying the same again changes nothing.
    """
    change = _waiting(change_id, by)
    if not (to.is_active and to.has_perm(PERMISSION)):
        raise refusals.NotAModerator(to.pk)
    if cooperatives.is_member(to, change.listing.cooperative_id):
        raise refusals.OwnCooperative(change.listing.cooperative_id)
    if change.assigned_to_id == to.pk:
        return change
    if change.assigned_to_id not in (None, taken_from):
        raise refusals.AssignedElsewhere(change.assigned_to_id)
    before = change.assigned_to_id
    change.assigned_to = to
    change.assigned_at = clock.now()
    change.save(update_fields=["assigned_to", "assigned_at"])
    _write_down(change, "listing.assigned", before, to.pk, by)
    return change


@transaction.atomic
def give_back(change_id: int, *, by: User) -> ListingChange:
    """Let a proposal be nobody's again; only who has it can, and a second time changes nothing."""
    change = _waiting(change_id, by)
    if change.assigned_to_id is None:
        return change
    if change.assigned_to_id != by.pk:
        raise refusals.AssignedElsewhere(change.assigned_to_id)
    change.assigned_to = None
    change.assigned_at = None
    change.save(update_fields=["assigned_to", "assigned_at"])
    _write_down(change, "listing.given_back", by.pk, None, by)
    return change


def _waiting(change_id: int, by: User) -> ListingChange:
    """The change, locked, while it waits; members of its cooperative have no hand in it."""
    locked = ListingChange.objects.select_for_update(of=("self",)).select_related("listing")
    change = locked.get(pk=change_id)
    if change.state != State.SUBMITTED:
        raise refusals.MoveRefused(change.state)
    if cooperatives.is_member(by, change.listing.cooperative_id):
        raise refusals.OwnCooperative(change.listing.cooperative_id)
    return change


def _write_down(
    change: ListingChange, what: str, before: int | None, after: int | None, by: User
) -> None:
    """The step in the audit trail of the listing."""
    audit.record(
        by,
        change.listing,
        what,
        before={"change": change.pk, "person": before},
        after={"change": change.pk, "person": after},
    )
