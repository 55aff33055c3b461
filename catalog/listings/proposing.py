"""A cooperative proposes a listing or a change of one, and may take it back."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from catalog.communes import queries as places
from catalog.cooperatives.models import Cooperative
from catalog.goods.models import GoodsCategory
from catalog.listings import checking, proposals, refusals
from catalog.listings.models import Listing, ListingChange
from catalog.listings.proposals import Proposal
from marketplace.people.models import User
from marketplace.records import audit, clock, rules

State = ListingChange.State


@transaction.atomic
def propose(
    cooperative_id: int,
    proposal: Proposal,
    *,
    by: User,
    listing_id: int | None = None,
    base_version: int = 0,
) -> ListingChange:
    """Send a proposal in: a new listing, or (``listing_id``) a change of one.

    Refused with ``NotVerified``, ``Incomplete``, ``Outdated`` (the listing went on since
    ``base_version``), ``AlreadyWaiting`` or ``Unchanged``. ``Listing.DoesNotExist`` when it is
    not this cooperative's.
    """
    # Held until the end: nobody suspends the cooperative meanwhile.
    cooperative = Cooperative.objects.select_for_update(no_key=True).get(pk=cooperative_id)
    if cooperative.state != Cooperative.State.VERIFIED:
        raise refusals.NotVerified(cooperative.state)
    listing = _locked(cooperative, listing_id)
    is_new = listing is None or listing.version == 0
    found = checking.problems(proposal, cooperative, is_new=is_new)
    if found:
        raise refusals.Incomplete(found)
    if listing is None:
        listing = _begun(cooperative, proposal)
    _refuse_stale(listing, proposal, base_version)
    now = clock.now()
    change = ListingChange.objects.create(
        listing=listing,
        proposed=proposals.written(proposal),
        base_version=base_version,
        proposed_by=by,
        proposed_at=now,
        due_at=now + dt.timedelta(days=rules.number("listing.review_days")),
    )
    audit.record(
        by,
        listing,
        "listing.proposed",
        after={"state": change.state, "change": change.pk, "base_version": base_version},
    )
    return change


@transaction.atomic
def withdraw(change_id: int, *, by: User) -> ListingChange:
    """Take a proposal back before it is decided; ``MoveRefused`` when it was decided already."""
    change = ListingChange.objects.select_for_update().get(pk=change_id)
    if not change.can_become(State.WITHDRAWN):
        raise refusals.MoveRefused(change.state)
    change.state = State.WITHDRAWN
    change.save(update_fields=["state"])
    audit.record(
        by,
        change.listing,
        "listing.proposal_withdrawn",
        before={"state": State.SUBMITTED.value},
        after={"state": change.state, "change": change.pk},
    )
    return change


def _locked(cooperative: Cooperative, listing_id: int | None) -> Listing | None:
    """The cooperative's own listing, locked; nothing for a new one."""
    if listing_id is None:
        return None
    return Listing.objects.select_for_update().get(pk=listing_id, cooperative=cooperative)


def _begun(cooperative: Cooperative, proposal: Proposal) -> Listing:
    """The row of a listing nobody has approved yet."""
    return Listing.objects.create(
        cooperative=cooperative,
        category=GoodsCategory.objects.get(path=proposal.category),
        commune=places.home().get(code=proposal.commune),
        created_at=clock.now(),
    )


def _refuse_stale(listing: Listing, proposal: Proposal, base_version: int) -> None:
    """Refuse what does not build on the listing as it stands."""
    if listing.version != base_version:
        raise refusals.Outdated(listing.version)
    if listing.changes.filter(state=State.SUBMITTED).exists():
        raise refusals.AlreadyWaiting(listing.pk)
    if listing.version and proposals.as_it_stands(listing) == proposal:
        raise refusals.Unchanged(listing.pk)
