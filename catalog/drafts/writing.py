"""A member begins a draft, saves a step, throws it away, or sends it in."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from catalog.drafts.models import ListingDraft
from catalog.listings import proposals, proposing, refusals
from catalog.listings.models import Listing, ListingChange
from marketplace.people.models import User
from marketplace.records import clock, tokens

MOST_DRAFTS = 50


class TooManyDrafts(Exception):
    """A cooperative writes at most fifty listings at a time."""


@transaction.atomic
def begin(cooperative_id: int, *, by: User) -> ListingDraft:
    """An empty draft of a new listing; ``TooManyDrafts`` when there are fifty."""
    if ListingDraft.objects.filter(cooperative_id=cooperative_id).count() >= MOST_DRAFTS:
        raise TooManyDrafts(cooperative_id)
    return ListingDraft.objects.create(
        token=tokens.fresh(),
        cooperative_id=cooperative_id,
        saved_by=by,
        saved_at=clock.now(),
    )


@transaction.atomic
def mend(listing_id: int, *, by: User) -> ListingDraft:
    """The draft of a change: one that was begun, else what was sent back, else what is sold now.

    ``AlreadyWaiting`` while a change waits for the province: it is withdrawn first.
    """
    listing = Listing.objects.select_for_update().get(pk=listing_id)
    if listing.changes.filter(state=ListingChange.State.SUBMITTED).exists():
        raise refusals.AlreadyWaiting(listing_id)
    begun = ListingDraft.objects.filter(listing=listing).first()
    if begun:
        return begun
    return ListingDraft.objects.create(
        token=tokens.fresh(),
        cooperative_id=listing.cooperative_id,
        listing=listing,
        base_version=listing.version,
        content=_to_begin_with(listing),
        saved_by=by,
        saved_at=clock.now(),
    )


@transaction.atomic
def save(token: str, *, by: User, **fields: Any) -> ListingDraft:
    """Keep some fields of the proposal's JSON as they are now."""
    draft = ListingDraft.objects.select_for_update().get(token=token)
    draft.content = {**draft.content, **fields}
    draft.saved_by = by
    draft.saved_at = clock.now()
    draft.save(update_fields=["content", "saved_by", "saved_at"])
    return draft


@transaction.atomic
def send_in(token: str, *, by: User) -> ListingChange:
    """Make a proposal of the draft and throw the draft away, both or neither.

    The proposal's own refusals leave the draft as it is; a second press finds no draft
    (``ListingDraft.DoesNotExist``).
    """
    draft = ListingDraft.objects.select_for_update().get(token=token)
    change = proposing.propose(
        draft.cooperative_id,
        proposals.read(draft.content),
        by=by,
        listing_id=draft.listing_id,
        base_version=draft.base_version,
    )
    draft.delete()
    return change


@transaction.atomic
def rebase(token: str, *, by: User) -> ListingDraft:
    """Let a draft build on the listing as it stands now; what was written stays."""
    draft = (
        ListingDraft.objects.select_for_update(of=("self",))
        .select_related("listing")
        .get(token=token)
    )
    if draft.listing is None:
        return draft
    draft.base_version = draft.listing.version
    draft.save(update_fields=["base_version"])
    return save(token, by=by)


def discard(token: str) -> None:
    """Throw a draft away; one that is gone already is no error."""
    ListingDraft.objects.filter(token=token).delete()


def _to_begin_with(listing: Listing) -> dict[str, Any]:
    """What was sent back last if it still builds on the listing, else the listing as it stands."""
    last = listing.changes.order_by("-pk").first()
    state = ListingChange.State
    sent_back = (state.CHANGES_REQUESTED, state.RETURNED, state.WITHDRAWN)
    if last and last.state in sent_back and last.base_version == listing.version:
        return dict(last.proposed)
    return proposals.written(proposals.as_it_stands(listing))
