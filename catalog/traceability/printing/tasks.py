"""Background work of label printing: old files are thrown away."""

from __future__ import annotations

from celery import shared_task

from catalog.traceability.printing import jobs


@shared_task(name="traceability.forget_label_files")
def forget() -> int:
    """Throw old files of labels away; every night by the timetable."""
    return jobs.forget()
