"""Whether a listing can be seen: the cooperative hides it, the province suspends its seller."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from oscar.apps.catalogue.models import Product

from catalog.cooperatives.models import Cooperative
from catalog.listings import refusals
from catalog.listings.models import Listing, Pack
from catalog.requirements import queries as requirements
from catalog.shelf import refresh
from marketplace.database.statements import Statement
from marketplace.people.models import User
from marketplace.records import audit, clock

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


def on_sale(on: dt.date | None = None) -> QuerySet[Listing]:
    """Published listings of verified cooperatives whose papers hold on a day, or today."""
    published = Listing.objects.filter(
        state=State.PUBLISHED, cooperative__state=Cooperative.State.VERIFIED
    )
    return published.exclude(requirements.lapsed(on))


_SEEN = Statement(
    lambda listing, today: on_sale(today).filter(pk=listing).values_list("pk"),
    1_000_000_007,
    dt.date(1945, 9, 2),
)


def follow(listing: Listing) -> None:
    """Let shelf and Oscar's products say what listing and cooperative say."""
    seen = bool(_SEEN.rows(listing.pk, clock.local_day()))
    family = Product.objects.filter(Q(pk=listing.product_id) | Q(parent=listing.product_id))
    unsold = Pack.objects.filter(product=OuterRef("pk"), is_sold=False)
    family.update(is_public=~Exists(unsold) if seen else False)
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
