"""What time does to papers: a warning before they end, and the shelf follows when they have."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from catalog.listings import visibility
from catalog.listings.models import Listing
from catalog.requirements import queries
from marketplace.records import outbox


def watch() -> int:
    """Warn of papers that end soon, hide what lapsed, show what holds again. Safe to run twice.

    Answers how many listings were moved.
    """
    warn()
    return follow()


@transaction.atomic
def warn() -> None:
    """Write once for every paper and last day, as soon as it lies within the days of warning."""
    for paper in queries.ending_within_warning():
        key = f"paper-{paper.pk}-{paper.valid_to}"
        outbox.post("paper.expiring", key=key, paper=paper.pk)


def follow() -> int:
    """Let shelf and Oscar follow the papers, one listing at a time."""
    moved = 0
    for key in _wrong():
        with transaction.atomic():
            listing = Listing.objects.select_for_update().filter(pk=key).first()
            if listing is not None:
                visibility.follow(listing)
                moved += 1
    return moved


def _wrong() -> list[int]:
    """Keys of listings that Oscar shows otherwise than their papers allow."""
    on_sale = Exists(visibility.on_sale().filter(pk=OuterRef("pk")))
    shown = Q(~on_sale, product__is_public=True)
    hidden = Q(on_sale, product__is_public=False)
    return list(Listing.objects.filter(shown | hidden).order_by("pk").values_list("pk", flat=True))
