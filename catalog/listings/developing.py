"""The sizes of a picture are made and the shelf learns of them."""

from __future__ import annotations

from django.db import transaction

from catalog.listings import pictures
from catalog.listings.models import Listing, Picture
from catalog.shelf import refresh


@transaction.atomic
def develop(picture_id: int) -> None:
    """Make a picture's sizes; somebody else at it, or all made already: nothing happens."""
    waiting = Picture.objects.select_for_update(skip_locked=True, no_key=True)
    picture = waiting.filter(pk=picture_id, sizes={}).first()
    if picture is None:
        return
    picture.sizes = pictures.make_sizes(picture)
    picture.save(update_fields=["sizes"])
    showing = Listing.objects.filter(pictures__picture=picture, state=Listing.State.PUBLISHED)
    for listing_id in showing.order_by("pk").values_list("pk", flat=True).distinct():
        refresh.listing(listing_id)
