"""Background work of the waiting list."""

from celery import shared_task

from catalog.waiting import telling


@shared_task(name="catalog.waiting.tell")
def tell() -> int:
    """Tell those for whom there is something now, and forget those who were served."""
    telling.forget()
    return telling.tell_due()
