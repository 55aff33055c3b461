"""A cooperative proposes a listing or a change of one, and may take it back."""

from __future__ import annotations

from django.db import transaction

from catalog.communes import queries as places
from catalog.cooperatives.models import Cooperative
from catalog.goods.models import GoodsCategory
from catalog.listings import checking, proposals, refusals
from catalog.listings.models import Listing, ListingChange
from catalog.listings.proposals import Proposal
from catalog.moderation import passing, risks, touching
from marketplace.people.models import User
from marketplace.records import audit, clock, rules, workdays

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
    not this cooperative's. What a rule lets pass is applied at once: the answer is approved.
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
    old = proposals.as_it_stands(listing)
    _refuse_stale(listing, old, proposal, base_version)
    change = _sent_in(listing, old, proposal, by)
    audit.record(
        by,
        listing,
        "listing.proposed",
        after={
            "state": change.state,
            "change": change.pk,
            "base_version": base_version,
            "round": change.round,
        },
    )
    # What the province asked to mend is looked at by a person again.
    rule = passing.rule_for(listing, old, proposal, change.touches) if change.round == 1 else None
    if rule:
        passing.let_pass(change, listing, rule, by=by)
    return change


@transaction.atomic
def withdraw(change_id: int, *, by: User) -> ListingChange:
    """Take a proposal back before it is decided, or drop one that should be mended.

    ``MoveRefused`` when it was approved or turned down meanwhile.
    """
    change = ListingChange.objects.select_for_update().get(pk=change_id)
    if not change.can_become(State.WITHDRAWN):
        raise refusals.MoveRefused(change.state)
    before = change.state
    change.state = State.WITHDRAWN
    change.assigned_to = change.assigned_at = None
    change.save(update_fields=["state", "assigned_to", "assigned_at"])
    audit.record(
        by,
        change.listing,
        "listing.proposal_withdrawn",
        before={"state": before},
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


def _sent_in(listing: Listing, old: Proposal, new: Proposal, by: User) -> ListingChange:
    """The row of a proposal: a further round when the province asked for changes last."""
    now = clock.now()
    last = listing.changes.order_by("-pk").first()
    asked = last if last and last.state == State.CHANGES_REQUESTED else None
    in_time = asked is not None and asked.mend_by is not None and now <= asked.mend_by
    days = rules.number("listing.review_again_days" if in_time else "listing.review_days")
    touches = touching.touched(old, new)
    return ListingChange.objects.create(
        listing=listing,
        proposed=proposals.written(new),
        base_version=listing.version,
        first_id=(asked.first_id or asked.pk) if asked else None,
        round=asked.round + 1 if asked else 1,
        touches=touches,
        noticed=risks.noticed(listing, old, new, touches),
        proposed_by=by,
        proposed_at=now,
        due_at=workdays.after(now, days),
    )


def _refuse_stale(listing: Listing, old: Proposal, proposal: Proposal, base_version: int) -> None:
    """Refuse what does not build on the listing as it stands."""
    if listing.version != base_version:
        raise refusals.Outdated(listing.version)
    if listing.changes.filter(state=State.SUBMITTED).exists():
        raise refusals.AlreadyWaiting(listing.pk)
    if listing.version and old == proposal:
        raise refusals.Unchanged(listing.pk)
