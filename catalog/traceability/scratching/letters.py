"""What the outbox does for scratch codes: the next part of a sheet."""

from __future__ import annotations

from typing import Any

from catalog.traceability.scratching import digits, making
from marketplace.records import outbox


@outbox.handles(making.TOPIC)
def make(payload: dict[str, Any]) -> None:
    """Make the next part; with its seed lost a sheet is never made."""
    try:
        making.go_on(payload["sheet"])
    except digits.SeedLost as lost:
        raise outbox.Hopeless(str(lost)) from lost
