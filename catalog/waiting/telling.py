"""Telling those who wait: the oldest first, each once, no more than there are units for."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import Q

from catalog.seasons import promises
from catalog.shelf.models import ShelfItem
from catalog.waiting.models import WaitingEntry
from marketplace.records import clock, outbox

State = WaitingEntry.State
#: Who was told within this time may still come and buy: units are counted for him.
TURN = dt.timedelta(days=1)
#: How long addresses are kept that never said yes, and those that were told or left.
UNANSWERED, DONE = dt.timedelta(days=3), dt.timedelta(days=30)


def tell_due() -> int:
    """Tell whoever can buy now what he waits for; how many. Safe to run again at any time."""
    waited_for = WaitingEntry.objects.filter(state=State.WAITING).order_by("listing")
    return sum(tell(key) for key in set(waited_for.values_list("listing_id", flat=True)))


@transaction.atomic
def tell(listing_id: int) -> int:
    """Tell those who wait longest for a listing, as many as its units justify; how many."""
    units = _units(listing_id)
    queue = WaitingEntry.objects.filter(listing=listing_id, state=State.WAITING)
    if not units or not queue.exists():
        return 0
    # The first row of the queue is the lock: two who tell at once would tell too many.
    locked = list(queue.select_for_update().order_by("waits_since", "pk"))
    recent = WaitingEntry.objects.filter(listing=listing_id, told_at__gt=clock.now() - TURN)
    batch = [one for one in locked if one.state == State.WAITING][: max(0, units - recent.count())]
    for one in batch:
        one.state, one.told_at = State.TOLD, clock.now()
        outbox.post("waiting.back", key=str(one.pk), entry=one.pk)
    WaitingEntry.objects.bulk_update(batch, ["state", "told_at"])
    return len(batch)


def forget() -> int:
    """Drop addresses nobody needs any more; how many."""
    now = clock.now()
    old = Q(state=State.ASKED, asked_at__lt=now - UNANSWERED)
    old |= Q(state=State.TOLD, told_at__lt=now - DONE)
    old |= Q(state=State.LEFT, asked_at__lt=now - DONE)
    return WaitingEntry.objects.filter(old).delete()[0]


def waiting(listing_id: int) -> int:
    """How many wait for a listing: all its cooperative is told of them."""
    return WaitingEntry.objects.filter(listing=listing_id, state=State.WAITING).count()


def _units(listing_id: int) -> int:
    """Units of a listing that can be bought, or ordered before their harvest, today."""
    row = ShelfItem.objects.filter(pk=listing_id).values("available", "preorder").first()
    if row is None:
        return 0
    coming = promises.read(row["preorder"])
    return row["available"] or (coming.left if coming and coming.is_open else 0)
