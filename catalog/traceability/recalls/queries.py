"""Questions about recalls that more than one page asks."""

from __future__ import annotations

import datetime as dt

from django.db.models import Count, QuerySet

from catalog.traceability.lots.models import named
from catalog.traceability.models import Lot, Recall, RecallLot

MOST_IN_FEED = 100


def known() -> QuerySet[Recall]:
    """Recalls the public knows of, the newest first: running and closed ones, no drills."""
    found = Recall.objects.filter(is_drill=False, state__in=Recall.KNOWN)
    return found.annotate(lot_count=Count("lots")).order_by("-opened_at", "-pk")


def of_lot(code: str) -> QuerySet[Recall]:
    """Those of them that call one lot back."""
    return known().filter(pk__in=RecallLot.objects.filter(lot__code=code).values("recall"))


def every(drills: bool) -> QuerySet[Recall]:
    """All recalls, or all drills, the newest first, with how many lots stand in each."""
    found = Recall.objects.filter(is_drill=drills).select_related("by", "facility")
    return found.annotate(lot_count=Count("lots")).order_by("-pk")


def lots(recall: Recall) -> QuerySet[RecallLot]:
    """The lots of a recall with their growers, in the order in which they were found."""
    return recall.lots.select_related("lot__party").order_by("pk")


def crops(recalls: list[Recall]) -> dict[int, list[str]]:
    """What is called back, by recall: ``Nhãn, HTX Nắng Sông Mã``."""
    rows = (
        Lot.objects.filter(recalls__recall__in=recalls)
        .values_list("recalls__recall", "crop", "variety", "party__name")
        .distinct()
        .order_by("crop", "variety", "party__name")
    )
    found: dict[int, list[str]] = {}
    for recall, crop, variety, party in rows:
        found.setdefault(recall, []).append(f"{named(crop, variety)}, {party}")
    return found


def changed_at(recall: Recall) -> dt.datetime:
    """When there was last something new to tell of a recall the public knows."""
    moment = recall.closed_at or recall.opened_at
    assert moment is not None
    return moment
