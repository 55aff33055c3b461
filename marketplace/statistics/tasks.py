"""Background work of the figures."""

from celery import shared_task

from marketplace.statistics import counting


@shared_task(name="statistics.refresh")
def refresh() -> int:
    """Count the days whose orders changed; every five minutes by the timetable."""
    return counting.refresh()
