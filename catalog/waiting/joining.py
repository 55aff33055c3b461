"""Somebody asks to be told, says yes by the link he was sent, or does not want it any more."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from catalog.listings.models import Listing
from catalog.waiting.models import WaitingEntry
from marketplace.people.models import User
from marketplace.records import clock, outbox

State = WaitingEntry.State
#: How often one address may be written to for its word in a day, over all listings.
MOST_A_DAY = 5
DAY = dt.timedelta(days=1)


class NotOffered(Exception):
    """Nobody can wait for a listing that is not published."""


@transaction.atomic
def ask(listing_id: int, address: str, *, language: str, by: User | None = None) -> None:
    """Put an address on the list of a listing once it has said yes by its link.

    An account's own verified address need not say yes again. Asking twice changes nothing, and
    whether an address is known, or was asked too often today, is not answered: who asks learns
    nothing about others. ``NotOffered`` for what is not published.
    """
    listing = Listing.objects.filter(pk=listing_id, state=Listing.State.PUBLISHED)
    if not listing.exists():
        raise NotOffered(listing_id)
    own = by is not None and address in (by.email, by.phone)
    asked = WaitingEntry.objects.filter(address=address, asked_at__gt=clock.now() - DAY)
    if not own and asked.count() >= MOST_A_DAY:
        return
    entry, is_new = WaitingEntry.objects.get_or_create(
        listing_id=listing_id,
        address=address,
        state__in=(State.ASKED, State.WAITING),
        defaults={
            "language": language,
            "state": State.WAITING if own else State.ASKED,
            "asked_at": clock.now(),
            "waits_since": clock.now() if own else None,
        },
    )
    if is_new and not own:
        outbox.post("waiting.asked", key=str(entry.pk), entry=entry.pk)


@transaction.atomic
def confirm(token: str) -> WaitingEntry:
    """The address says yes; saying it twice is saying it once."""
    entry = WaitingEntry.objects.select_for_update().get(token=token)
    if entry.can_become(State.WAITING):
        entry.state, entry.waits_since = State.WAITING, clock.now()
        entry.save(update_fields=["state", "waits_since"])
    return entry


@transaction.atomic
def leave(token: str) -> WaitingEntry:
    """The address does not want to be told; once told, there is nothing to leave."""
    entry = WaitingEntry.objects.select_for_update().get(token=token)
    if entry.can_become(State.LEFT):
        entry.state = State.LEFT
        entry.save(update_fields=["state"])
    return entry
