"""Questions about reports that more than one page asks."""

from __future__ import annotations

from django.db.models import Count, QuerySet

from catalog.reports.models import ListingReport
from marketplace.records import clock

State = ListingReport.State


def waiting() -> QuerySet[ListingReport]:
    """Reports the province has to answer, the earliest deadline first."""
    return _shown().filter(state=State.OPEN).order_by("due_at", "pk")


def overdue() -> QuerySet[ListingReport]:
    """Waiting reports whose deadline has passed."""
    return waiting().filter(due_at__lt=clock.now())


def known(state: str) -> QuerySet[ListingReport]:
    """Reports of a state (all when empty): waiting ones by deadline, answered ones newest first."""
    if state == State.OPEN:
        return waiting()
    found = _shown().order_by("-reported_at", "-pk")
    return found.filter(state=state) if state else found


def counts_by_state() -> dict[str, int]:
    """How many reports stand in each state."""
    counted = ListingReport.objects.order_by().values_list("state").annotate(Count("pk"))
    return {str(state): 0 for state in State} | dict(counted)


def about(listing_id: int) -> QuerySet[ListingReport]:
    """Everything that was reported about a listing, newest first."""
    return _shown().filter(listing=listing_id).order_by("-pk")


def _shown() -> QuerySet[ListingReport]:
    """Reports with what every list of them shows."""
    return ListingReport.objects.select_related(
        "listing__cooperative__commune", "listing__product", "answered_by"
    )
