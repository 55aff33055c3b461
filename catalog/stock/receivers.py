"""A lot that is held leaves the shelf at once, and comes back when it is let go."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from catalog.shelf import refresh
from catalog.stock.models import LotBalance
from catalog.traceability.lots.signals import about_to_lock, standing_changed
from catalog.traceability.models import Lot


@receiver(about_to_lock, dispatch_uid="catalog.stock.about_to_lock")
def wait_for_the_shelf(sender: type[Lot], lot: int, **_facts: Any) -> None:
    """Lock the shelf's rows first: who packs holds them while waiting for the lot."""
    refresh.hold(_listings(lot))


@receiver(standing_changed, dispatch_uid="catalog.stock.standing_changed")
def follow(sender: type[Lot], lot: int, **_facts: Any) -> None:
    """Count anew what can be bought."""
    refresh.stock(_listings(lot))


def _listings(lot: int) -> list[int]:
    """The listings that sell something of the lot."""
    found = LotBalance.objects.filter(lot=lot).values_list("pack__listing_id", flat=True)
    return list(found.distinct())
