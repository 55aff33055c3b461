"""Questions about takedowns that more than one page asks."""

from __future__ import annotations

from django.db.models import F, Q, QuerySet

from catalog.takedowns.models import TakedownOrder
from marketplace.records import clock


def known(which: str = "") -> QuerySet[TakedownOrder]:
    """Orders ``in_force``, ``lifted``, or all, newest first."""
    found = TakedownOrder.objects.select_related(
        *("listing__product", "listing__cooperative", "cooperative", "report"),
        *("executed_by", "lifted_by"),
    ).order_by("-pk")
    conditions = {"in_force": Q(lifted_at=None), "lifted": Q(lifted_at__isnull=False)}
    return found.filter(conditions[which]) if which in conditions else found


def in_force_on(listing_id: int, cooperative_id: int) -> TakedownOrder | None:
    """The order that keeps a listing off the market: its own, or its cooperative's."""
    mine = Q(listing=listing_id) | Q(cooperative=cooperative_id)
    return known("in_force").filter(mine).first()


def of_cooperative(cooperative_id: int) -> TakedownOrder | None:
    """The order that suspends a cooperative, if one is in force."""
    return known("in_force").filter(cooperative=cooperative_id).first()


def against(cooperative_id: int) -> QuerySet[TakedownOrder]:
    """Every order in force against a cooperative or its goods, its suspension first."""
    mine = Q(cooperative=cooperative_id) | Q(listing__cooperative=cooperative_id)
    return known("in_force").filter(mine).order_by(F("cooperative").asc(nulls_last=True), "-pk")


def over() -> QuerySet[TakedownOrder]:
    """Orders still in force though their last day has passed, the longest over first."""
    found = known("in_force").filter(until__lt=clock.local_day())
    return found.order_by("until", "pk")
