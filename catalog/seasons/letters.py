"""What a harvest that came in, or fell short, sets going in orders."""

from typing import Any

from catalog.orders import ending, harvested
from marketplace.records import outbox


@outbox.handles("preorder.ready")
def ready(payload: dict[str, Any]) -> None:
    """All units of a part are there: its deadlines begin, its buyer is told."""
    harvested.begin(payload["seller_order"])


@outbox.handles("preorder.short")
def short(payload: dict[str, Any]) -> None:
    """A part got nothing: it ends, its money is due for refund, its buyer is told."""
    ending.go_without(payload["seller_order"])
