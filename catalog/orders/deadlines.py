"""Until when a cooperative has to take an order: so many hours of the time it is open."""

import datetime as dt
from collections.abc import Iterable

from catalog.holidays import queries as holidays
from catalog.orders.models import SellerOrder
from marketplace.records import clock, rules


def hours() -> dt.timedelta:
    """How long a cooperative has, by the rule of today."""
    return dt.timedelta(hours=rules.number("cod.accept_hours"))


def accept_by(parts: Iterable[SellerOrder]) -> dict[int, dt.datetime]:
    """Until when the cooperative of each part of an order has to take it; two queries."""
    now, long = clock.now(), hours()
    begins = {part.cooperative_id: _begins(part, now) for part in parts}
    spans = holidays.spans(begins)
    return {key: holidays.after(begins[key], long, closed) for key, closed in spans.items()}


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
        begins = _begins(part, now)
        left = holidays.opened(begins, part.confirm_by, before)
        part.confirm_by = holidays.after(begins, left, now_closed)
        part.save(update_fields=["confirm_by"])


def _begins(part: SellerOrder, now: dt.datetime) -> dt.datetime:
    """From when a part's hours count: from now, but before a harvest from the end of its days.

    When all of what was ordered beforehand has come in, the hours are counted anew from then.
    """
    if part.harvest_to is None or not part.awaits_harvest:
        return now
    over = dt.datetime.combine(part.harvest_to, dt.time(), clock.LOCAL) + dt.timedelta(days=1)
    return max(now, over)
