"""Background work of stock: what time alone takes off the shelf."""

from celery import shared_task

from catalog.stock import expiring


@shared_task(name="catalog.stock.expire")
def expire() -> int:
    """Take units past their best-before day off; every night by the timetable."""
    return expiring.expire_due()
