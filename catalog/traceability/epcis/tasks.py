"""Events nobody published when they were written, such as those from before, are published now."""

from __future__ import annotations

from celery import shared_task

from catalog.traceability.epcis import publishing

_ROUNDS = 20


@shared_task(name="traceability.epcis.publish_missing")
def publish_missing() -> int:
    """Publish what is missing, batch after batch, and say how many; the next minute does more."""
    made = 0
    for _ in range(_ROUNDS):
        batch = publishing.publish_missing()
        made += batch
        if batch < publishing.BATCH:
            break
    return made
