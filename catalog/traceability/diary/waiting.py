"""The pre-harvest interval: from which day fruit of a plot may be picked after spraying."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from catalog.traceability.diary.models import LONGEST_WAIT, DiaryEntry


def standing(plots: Iterable[int], *, until: dt.date) -> list[DiaryEntry]:
    """The entries of plots that count on a day, newest first: those no other put right."""
    rows = DiaryEntry.objects.filter(plot__in=list(plots), on__lte=until, corrected_by=None)
    return list(rows.select_related("plot").order_by("-on", "-pk"))


def blocking(plots: Iterable[int], day: dt.date) -> list[DiaryEntry]:
    """The entries because of which nothing may be picked on ``day``, the longest wait first."""
    since = day - dt.timedelta(days=LONGEST_WAIT)
    rows = standing(plots, until=day)
    waits = [row for row in rows if row.on >= since and row.wait_days and row.free_from > day]
    return sorted(waits, key=lambda row: (row.free_from, row.pk), reverse=True)


def blocking_each(plots: Iterable[int], day: dt.date) -> dict[int, DiaryEntry]:
    """For each plot that may not be picked on ``day``, the entry with the longest wait."""
    found: dict[int, DiaryEntry] = {}
    for row in blocking(plots, day):
        found.setdefault(row.plot_id, row)
    return found
