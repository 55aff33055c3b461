"""Who wants no letters but those about an order, and takes it back as easily."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from marketplace.records import audit, clock
from marketplace.records.readers import Reader


def reader(address: str) -> Reader:
    """Whoever reads at an address, known from their first such letter on."""
    found, _made = Reader.objects.get_or_create(address=address)
    return found


def link(of: Reader) -> str:
    """The address of the page where the reader says no, in the language spoken now."""
    return f"{settings.PUBLIC_URL}{reverse('unsubscribe', kwargs={'token': of.token})}"


@transaction.atomic
def unsubscribe(token: str) -> Reader:
    """Write no more letters to the reader; a second time changes nothing."""
    found = Reader.objects.select_for_update().get(token=token)
    if found.unsubscribed_at is None:
        found.unsubscribed_at = clock.now()
        found.save(update_fields=["unsubscribed_at"])
        audit.record(None, found, "reader.unsubscribed")
    return found


@transaction.atomic
def subscribe(token: str) -> Reader:
    """Write to the reader again; a second time changes nothing."""
    found = Reader.objects.select_for_update().get(token=token)
    if found.unsubscribed_at is not None:
        found.unsubscribed_at = None
        found.save(update_fields=["unsubscribed_at"])
        audit.record(None, found, "reader.subscribed")
    return found
