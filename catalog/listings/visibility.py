"""Whether a listing can be seen: the cooperative hides it, the province suspends its seller."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q, QuerySet
from oscar.apps.catalogue.models import Product

from catalog.cooperatives.models import Cooperative
from catalog.listings import refusals
from catalog.listings.models import Listing
from catalog.requirements import queries as requirements
from catalog.shelf import refresh
from marketplace.people.models import User
from marketplace.records import audit

State = Listing.State


def hide(listing_id: int, *, by: User) -> Listing:
    """Take a listing off the shelf at once; its orders go on."""
    return _move(listing_id, State.PUBLISHED, State.HIDDEN, by)


def show(listing_id: int, *, by: User) -> Listing:
    """Put a hidden listing back on the shelf; ``MoveRefused`` for what the province withdrew."""
    return _move(listing_id, State.HIDDEN, State.PUBLISHED, by)


def refresh_all(cooperative_id: int) -> None:
    """Let shelf and Oscar follow the cooperative's state, in the caller's transaction."""
    locked = Listing.objects.select_for_update().filter(cooperative_id=cooperative_id)
    for listing in locked.exclude(state=State.DRAFT).order_by("pk"):
        follow(listing)


def on_sale() -> QuerySet[Listing]:
    """Published listings of verified cooperatives whose papers hold."""
    published = Listing.objects.filter(
        state=State.PUBLISHED, cooperative__state=Cooperative.State.VERIFIED
    )
    return published.exclude(requirements.lapsed())


def follow(listing: Listing) -> None:
    """Let shelf and Oscar's products say what listing and cooperative say."""
    seen = on_sale().filter(pk=listing.pk).exists()
    family = Product.objects.filter(Q(pk=listing.product_id) | Q(parent=listing.product_id))
    family.filter(Q(pack=None) | Q(pack__is_sold=True)).update(is_public=seen)
    family.filter(pack__is_sold=False).update(is_public=False)
    refresh.listing(listing.pk)


@transaction.atomic
def _move(listing_id: int, since: State, to: State, by: User) -> Listing:
    """Move a listing that stands in ``since``; a second press finds it moved and is refused."""
    listing = Listing.objects.select_for_update().get(pk=listing_id)
    if listing.state != since:
        raise refusals.MoveRefused(listing.state)
    listing.state = to
    listing.save(update_fields=["state"])
    audit.record(
        by,
        listing,
        f"listing.{to.value}",
        before={"state": since.value},
        after={"state": to.value},
    )
    follow(listing)
    return listing
