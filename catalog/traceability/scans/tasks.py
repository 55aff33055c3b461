"""Background work of scans: writing them down, judging them, dropping what is old."""

from celery import shared_task

from catalog.traceability.scans import judging, keeping


@shared_task(name="traceability.keep_scans")
def keep() -> int:
    """Write down the scans that wait."""
    return keeping.flush()


@shared_task(name="traceability.judge_scans")
def judge() -> int:
    """Look at the codes with new scans, and at codes nobody issued."""
    return judging.judge() + judging.judge_unknown()
