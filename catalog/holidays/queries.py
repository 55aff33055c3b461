"""Which cooperatives are closed, until when, and what that does to a deadline."""

import datetime as dt
from collections.abc import Iterable, Sequence

from django.db.models import OuterRef, QuerySet, Subquery

from catalog.holidays.models import Holiday
from marketplace.database.statements import Statement
from marketplace.records import clock

#: When a cooperative is closed: from a moment until before another, in order.
Spans = Sequence[tuple[dt.datetime, dt.datetime]]


def closed(cooperative_ids: Iterable[int], on: dt.date | None = None) -> dict[int, dt.date]:
    """The last closed day of those that are closed on a local day (today when left out)."""
    wanted = list(cooperative_ids)
    return dict(_CLOSED.rows(wanted, on or clock.local_day())) if wanted else {}


_CLOSED = Statement(
    lambda cooperatives, day: (
        Holiday.objects.filter(cooperative__pk__any_of=cooperatives, begins__lte=day, ends__gte=day)
        .order_by()
        .values_list("cooperative_id", "ends")
    ),
    [1_000_000_007],
    dt.date(1945, 9, 2),
)


def until(cooperative: str, day: dt.date) -> Subquery:
    """The same as a column of rows whose ``cooperative`` path names the seller; no query more."""
    rows = Holiday.objects.filter(cooperative=OuterRef(cooperative), begins__lte=day, ends__gte=day)
    return Subquery(rows.values("ends")[:1])


def coming(cooperative_id: int) -> QuerySet[Holiday]:
    """The holidays of a cooperative that are not over yet, the next one first."""
    return Holiday.objects.filter(cooperative=cooperative_id, ends__gte=clock.local_day())


def spans(cooperative_ids: Iterable[int]) -> dict[int, list[tuple[dt.datetime, dt.datetime]]]:
    """When each cooperative is closed from today on; one query."""
    wanted = list(cooperative_ids)
    found: dict[int, list[tuple[dt.datetime, dt.datetime]]] = {key: [] for key in wanted}
    rows = Holiday.objects.filter(cooperative__in=wanted, ends__gte=clock.local_day())
    for seller, begins, ends in rows.order_by("begins").values_list(
        "cooperative", "begins", "ends"
    ):
        found[seller].append((_midnight(begins), _midnight(ends + dt.timedelta(days=1))))
    return found


def opened(start: dt.datetime, end: dt.datetime, closed_spans: Spans) -> dt.timedelta:
    """How long a cooperative is open between two moments; below zero when ``end`` is past."""
    span = end - start
    for begins, ends in closed_spans:
        shut = min(ends, end) - max(begins, start)
        span -= max(shut, dt.timedelta())
    return span


def after(start: dt.datetime, open_time: dt.timedelta, closed_spans: Spans) -> dt.datetime:
    """The moment by which a cooperative has been open so long since ``start``."""
    end = start + open_time
    for begins, ends in closed_spans:
        if begins < end and ends > start:
            end += ends - max(begins, start)
    return end


def _midnight(day: dt.date) -> dt.datetime:
    """When a local day begins."""
    return dt.datetime.combine(day, dt.time(), clock.LOCAL)
