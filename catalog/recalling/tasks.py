"""Background work of recalls."""

from celery import shared_task

from catalog.recalling import reminding


@shared_task(name="catalog.recalling.remind")
def remind() -> int:
    """Remind who has not answered a running recall; every hour by the timetable."""
    return reminding.remind_due()
