"""The market's one clock, in UTC: verbs ask it, so that a test or the seed can move it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from zoneinfo import ZoneInfo

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
A_DAY = dt.timedelta(days=1)

_moved: ContextVar[dt.datetime | None] = ContextVar("moved_clock", default=None)


def now() -> dt.datetime:
    """The present moment in UTC, or the moment the clock was moved to."""
    return _moved.get() or dt.datetime.now(dt.UTC)


@contextmanager
def moved_to(moment: dt.datetime) -> Iterator[None]:
    """Let everything inside the block happen at ``moment``; ``ValueError`` when it has no zone."""
    if moment.tzinfo is None:
        raise ValueError("The clock is moved to a moment with a time zone only.")
    token = _moved.set(moment.astimezone(dt.UTC))
    try:
        yield
    finally:
        _moved.reset(token)


def local_day(moment: dt.datetime | None = None) -> dt.date:
    """The calendar day in Vietnam at ``moment`` (now when left out)."""
    return (moment or now()).astimezone(LOCAL).date()


def day_begins(day: dt.date) -> dt.datetime:
    """The first moment of a calendar day in Vietnam."""
    return dt.datetime.combine(day, dt.time(), LOCAL)
