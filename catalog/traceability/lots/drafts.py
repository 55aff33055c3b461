"""What was written on a phone before there was a network: its own key, and the phone's clock."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from marketplace.records import clock


@dataclass(frozen=True, slots=True)
class Draft:
    """A harvest, or a press, as it was kept on a phone: sent twice it counts once."""

    key: UUID
    written_at: dt.datetime


def told(draft: Draft | None) -> dict[str, str]:
    """The phone's moment as an event keeps it; nothing of what was not written on a phone.

    A phone is never believed to be ahead of us.
    """
    return {"written_at": min(draft.written_at, clock.now()).isoformat()} if draft else {}
