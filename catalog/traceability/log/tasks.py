"""Lets the tree grow in the background."""

from celery import shared_task

from catalog.traceability.log import growing


@shared_task(name="catalog.traceability.grow")
def grow() -> None:
    """Put what waits into the tree."""
    growing.grow()
