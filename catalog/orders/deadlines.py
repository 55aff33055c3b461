"""Until when a cooperative has to take an order: so many hours of the time it is open."""

import datetime as dt
from collections.abc import Iterable

from catalog.holidays import queries as holidays
from catalog.orders.models import SellerOrder
from marketplace.records import clock, rules


def hours() -> dt.timedelta:
    """How long a cooperative has, by the rule of today."""
    return dt.timedelta(hours=rules.number("cod.accept_hours"))


def accept_by(cooperative_ids: Iterable[int]) -> dict[int, dt.datetime]:
    """Until when each cooperative has to take an order that comes in now; two queries."""
    now, long = clock.now(), hours()
    spans = holidays.spans(cooperative_ids)
    return {key: holidays.after(now, long, closed) for key, closed in spans.items()}


def move(cooperative_id: int, before: holidays.Spans, now_closed: holidays.Spans) -> None:
    """Give waiting orders the open time they had left, after the holidays have changed.

    The rows are locked in key order; nothing else is locked afterwards.
    """
    waiting = SellerOrder.objects.select_for_update().filter(
        cooperative=cooperative_id, state=SellerOrder.State.TO_CONFIRM, confirm_by__gt=clock.now()
    )
    now = clock.now()
    for part in waiting.order_by("pk"):
        assert part.confirm_by is not None
        left = holidays.opened(now, part.confirm_by, before)
        part.confirm_by = holidays.after(now, left, now_closed)
        part.save(update_fields=["confirm_by"])
