"""Background work of the room: files that take longer than a request."""

from __future__ import annotations

from celery import shared_task

from marketplace.desk.money import taking


@shared_task(name="desk.take_bank_file")
def take_bank_file(file_id: int) -> dict[str, int]:
    """Take the rows of a bank's file; safe to run twice, and again after a crash."""
    return taking.take(file_id)
