"""When a provider is asked what became of a payment nobody told us of."""

from __future__ import annotations

import datetime as dt

from payments.models import Attempt

# After the asking, then around its end: money is found even if no message ever comes.
AFTER_ASKING = tuple(dt.timedelta(minutes=minutes) for minutes in (1, 3, 7, 15, 30))
AFTER_EXPIRY = (dt.timedelta(), dt.timedelta(hours=1), dt.timedelta(hours=24))


def following(attempt: Attempt, now: dt.datetime) -> dt.datetime | None:
    """When the provider is asked next, after ``now``; None once there is nothing to ask for."""
    moments = [attempt.created_at + after for after in AFTER_ASKING]
    end = attempt.expires_at or attempt.created_at + AFTER_ASKING[-1]
    moments += [end + after for after in AFTER_EXPIRY]
    return min((moment for moment in moments if moment > now), default=None)
