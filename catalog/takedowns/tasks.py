"""Background work of takedowns: what time alone changes."""

from celery import shared_task

from catalog.takedowns import ending


@shared_task(name="catalog.takedowns.watch")
def watch() -> int:
    """End the orders whose last day has passed."""
    return ending.watch()
