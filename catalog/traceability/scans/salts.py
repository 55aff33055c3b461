"""The salt of the day: visitors are told apart with it, and nobody can once it is gone.

It lies in Valkey with an end, and in no table: tables are copied into backups. It ends with the
day in Vietnam, so after at most 24 hours what was made with it cannot be undone by anybody.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import secrets

from catalog.traceability.scans import buffer
from marketplace.records import clock

SIZE = 32  # bytes

# The newest only: a process must not remember what the others have forgotten.
_kept: dict[dt.date, bytes] = {}


def hidden(*facts: str) -> str:
    """The facts as sixteen letters that mean something today alone; ``buffer.Away`` at times."""
    told = "\0".join(facts).encode()
    return hmac.new(_today(), told, hashlib.sha256).hexdigest()[:16]


def forget() -> None:
    """Drop what this process remembers."""
    _kept.clear()


def _today() -> bytes:
    """The salt of this day in Vietnam; whoever needs it first makes it."""
    day = clock.local_day()
    if day not in _kept:
        _kept.clear()
        _kept[day] = buffer.once(f"salt:{day}", secrets.token_bytes(SIZE), _seconds_left(day))
    return _kept[day]


def _seconds_left(day: dt.date) -> int:
    """Until the day ends."""
    ends = clock.day_begins(day + clock.A_DAY)
    return max(1, int((ends - clock.now()).total_seconds()))
