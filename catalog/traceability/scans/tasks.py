"""Background work of scans: writing them down, judging them, dropping what is old."""

from celery import shared_task

from catalog.traceability.scans import forgetting, judging, keeping, reporting


@shared_task(name="traceability.keep_scans")
def keep() -> int:
    """Write down the scans that wait."""
    return keeping.flush()


@shared_task(name="traceability.judge_scans")
def judge() -> int:
    """Look at the codes with new scans, and at codes nobody issued."""
    return judging.judge() + judging.judge_unknown()


@shared_task(name="traceability.forget_scans")
def forget() -> int:
    """Turn what is old into counts, and drop contacts nobody needs any more."""
    return forgetting.forget_scans() + reporting.forget_contacts()
