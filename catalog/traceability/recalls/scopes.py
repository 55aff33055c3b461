"""Which lots a recall is about: one query by kind of scope, then everything made of them.

Where it is not known through which house goods went, they count: nobody may be forgotten.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from django.db.models import F, Q, QuerySet

from catalog.traceability.lineage import genealogy
from catalog.traceability.models import DiaryEntry, Event, Lot, Recall, RecallLot
from marketplace.records import clock

How = RecallLot.How
Kind = Event.Kind
A_SEASON = dt.timedelta(days=365)  # so long after it was used, fruit may still bear it
_MADE_THERE = (Kind.PACKING, Kind.MERGING, Kind.SPLITTING, Kind.PROCESSING)


def reached(recall: Recall) -> dict[int, str]:
    """Every lot of a recall by key, and by which way it is reached, as things stand now."""
    how, keys = _first(recall)
    more = made_of(keys)
    return dict.fromkeys(sorted(keys), how) | dict.fromkeys(sorted(more), str(How.MADE_OF))


def made_of(lots: Collection[int]) -> set[int]:
    """The lots made of these, of whatever depth, without these."""
    if not lots:
        return set()
    return genealogy.lots_reached(sorted(lots), genealogy.FORWARD) - set(lots)


def entries(recall: Recall) -> QuerySet[DiaryEntry]:
    """Where the diaries say that what is recalled was used; entries put right do not count."""
    named = Q(input_name__icontains=recall.input_name) | Q(
        active_ingredient__icontains=recall.input_name
    )
    days = (recall.days_from, recall.days_to)
    return DiaryEntry.objects.filter(named, on__range=days, corrected_by=None)


def _first(recall: Recall) -> tuple[str, set[int]]:
    """The way of the scope, and the lots it names by itself."""
    if recall.scope == Recall.Scope.INPUT:
        return str(How.INPUT), _grown_with(recall)
    if recall.scope == Recall.Scope.FACILITY:
        return str(How.FACILITY), _made_at(recall)
    named = recall.lots.filter(how=How.NAMED)
    return str(How.NAMED), set(named.values_list("lot_id", flat=True))


def _grown_with(recall: Recall) -> set[int]:
    """Lots picked on a plot after the input was used there, within a year."""
    lots = Lot.objects.filter(
        origins__plot__entries__in=entries(recall),
        harvested_on__gte=F("origins__plot__entries__on"),
        harvested_on__lte=F("origins__plot__entries__on") + A_SEASON,
    )
    return set(lots.values_list("pk", flat=True))


def _made_at(recall: Recall) -> set[int]:
    """Lots of the house's party that were packed or made on these days, there or nobody knows."""
    assert recall.facility is not None
    assert recall.days_from is not None
    assert recall.days_to is not None
    there = Q(data__facility=recall.facility_id) | ~Q(data__has_key="facility")
    events = Event.objects.filter(
        there,
        lot__party=recall.facility.party_id,
        kind__in=_MADE_THERE,
        at__gte=clock.day_begins(recall.days_from),
        at__lt=clock.day_begins(recall.days_to + clock.A_DAY),
    )
    return set(events.values_list("lot_id", flat=True))
