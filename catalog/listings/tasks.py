"""Background work on listings: the sizes of their pictures."""

from __future__ import annotations

from celery import shared_task

from catalog.listings import developing
from catalog.listings.models import Picture

SWEPT_AT_ONCE = 50


@shared_task(name="catalog.make_sizes", ignore_result=True)
def make_sizes(picture_id: int) -> None:
    """Make the sizes of one picture. Safe to run twice; a picture that is gone is no error."""
    developing.develop(picture_id)


@shared_task(name="catalog.make_missing_sizes", ignore_result=True)
def make_missing_sizes() -> None:
    """Make the sizes nobody made: the wake-up for them may have been lost."""
    for picture_id in Picture.objects.filter(sizes={}).values_list("pk", flat=True)[:SWEPT_AT_ONCE]:
        developing.develop(picture_id)
