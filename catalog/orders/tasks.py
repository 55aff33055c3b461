"""Background work of orders: end what nobody paid or accepted in time, and remind."""

from celery import shared_task

from catalog.orders import ending, nudging


@shared_task(name="catalog.orders.expire")
def expire() -> int:
    """End every order whose time is over; every minute by the timetable."""
    return ending.expire_due()


@shared_task(name="catalog.orders.nudge")
def nudge() -> int:
    """Remind whoever has not answered an order; every five minutes by the timetable."""
    return nudging.nudge_due()
