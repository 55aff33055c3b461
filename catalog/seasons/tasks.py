"""Background work of seasons: harvests end, also when nobody says so."""

from celery import shared_task

from catalog.seasons import windows


@shared_task(name="catalog.seasons.finish")
def finish() -> int:
    """End the windows whose harvest is past; every night by the timetable."""
    return windows.finish_due()
