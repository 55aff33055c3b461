"""What the outbox does for label jobs: the next part of one."""

from __future__ import annotations

from typing import Any

from catalog.traceability.printing import jobs
from marketplace.records import outbox


@outbox.handles(jobs.TOPIC)
def make(payload: dict[str, Any]) -> None:
    """Make the next part."""
    jobs.go_on(payload["job"])
