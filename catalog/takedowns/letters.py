"""Letters about orders on listings; a suspension has its letter among the cooperative's."""

from __future__ import annotations

from typing import Any

from catalog.cooperatives import letters
from catalog.takedowns.models import TakedownOrder
from marketplace.records import outbox


@outbox.handles("takedown.ordered")
def ordered(payload: dict[str, Any]) -> None:
    """Say what was taken down, by whose order and why."""
    _write(payload["order"], "takedown_ordered")


@outbox.handles("takedown.lifted")
def lifted(payload: dict[str, Any]) -> None:
    """Say that it stands again."""
    _write(payload["order"], "takedown_lifted")


def _write(order_id: int, template: str) -> None:
    """A letter to every owner."""
    found = TakedownOrder.objects.select_related("listing__cooperative", "listing__product")
    order = found.get(pk=order_id)
    assert order.listing is not None
    letters.to_owners(
        order.listing.cooperative,
        template,
        {"order": order, "title": str(order.listing.product)},
        key=f"{template}-{order.number}",
    )
