"""Background work of orders: end what nobody paid or accepted in time."""

from celery import shared_task

from catalog.orders import ending


@shared_task(name="catalog.orders.expire")
def expire() -> int:
    """End every order whose time is over; every minute by the timetable."""
    return ending.expire_due()
