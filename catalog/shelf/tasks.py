"""Background work of the shelf: what time alone changes."""

from celery import shared_task

from catalog.shelf import refresh


@shared_task(name="catalog.shelf.reconcile")
def reconcile() -> int:
    """Write the whole shelf anew: certificates end, lots pass their date, a new month begins."""
    return refresh.everything()
