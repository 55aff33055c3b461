"""Background work of scans: writing them down, judging them, dropping what is old."""

from celery import shared_task

from catalog.traceability.scans import keeping


@shared_task(name="traceability.keep_scans")
def keep() -> int:
    """Write down the scans that wait."""
    return keeping.flush()
