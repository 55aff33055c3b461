"""Lets the tree grow in the background, and has its time stamped."""

from celery import shared_task

from catalog.traceability.log import growing, stamping


@shared_task(name="catalog.traceability.grow")
def grow() -> None:
    """Put what waits into the tree."""
    growing.grow()


@shared_task(name="catalog.traceability.stamp")
def stamp() -> None:
    """Ask the time authority, once a day; tried again an hour later when it does not answer."""
    stamping.stamp()
