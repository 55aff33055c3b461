"""Background work of the records: deliver what waits in the outbox."""

from __future__ import annotations

from celery import shared_task

from marketplace.records import changes, outbox


@shared_task(name=outbox.WAKE_TASK)
def drain_outbox() -> int:
    """Deliver what is due; woken by every post and every 15 seconds by the timetable."""
    return outbox.drain()


@shared_task(name="records.compact_changes")
def compact_changes() -> None:
    """Put the counted changes of public pages into one row, so that counting them stays cheap."""
    changes.compact()
