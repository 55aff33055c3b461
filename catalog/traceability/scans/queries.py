"""Questions about alerts, reported problems and counts of scans that more than one page asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, QuerySet

from catalog.communes.models import Province
from catalog.traceability.models import Alert, Lot, ProblemReport, Scan, ScanMonth


@dataclass(slots=True)
class LotScans:
    """How often the codes of a lot and its boxes were scanned, and where as far as known."""

    lot: Lot
    scans: int = 0
    phones: int = 0
    provinces: set[str] = field(default_factory=set)


def alerts(state: str = "") -> QuerySet[Alert]:
    """Alerts of a state (all when empty), the surest first."""
    found = Alert.objects.select_related("box", "lot__party", "decided_by")
    return found.filter(state=state) if state else found.order_by("-opened_at", "-pk")


def alerts_by_state() -> dict[str, int]:
    """How many alerts stand in each state."""
    counted = Alert.objects.order_by().values_list("state").annotate(Count("pk"))
    return {str(state): 0 for state in Alert.State} | dict(counted)


def problems(state: str = "") -> QuerySet[ProblemReport]:
    """Reports of a state (all when empty): waiting ones oldest first, else newest first."""
    found = ProblemReport.objects.select_related("box", "lot__party", "answered_by")
    if state == ProblemReport.State.OPEN:
        return found.filter(state=state).order_by("reported_at", "pk")
    return found.filter(state=state) if state else found


def problems_by_state() -> dict[str, int]:
    """How many reports stand in each state."""
    counted = ProblemReport.objects.order_by().values_list("state").annotate(Count("pk"))
    return {str(state): 0 for state in ProblemReport.State} | dict(counted)


def lots_scanned(party_id: int, most: int = 30) -> list[LotScans]:
    """The newest lots of a grower whose codes were scanned, with what that adds up to."""
    lots = Lot.objects.filter(party=party_id, scans__isnull=False) | Lot.objects.filter(
        party=party_id, scan_months__isnull=False
    )
    newest = lots.distinct().order_by("-harvested_on", "-pk")[:most]
    found = {lot.pk: LotScans(lot) for lot in newest}
    recent = Scan.objects.filter(lot__in=found).order_by().values_list("lot", "province_code")
    counted = recent.annotate(scans=Count("pk"), phones=Count("visitor", distinct=True))
    _add(found, counted)
    old = ScanMonth.objects.filter(lot__in=found)
    _add(found, old.values_list("lot", "province_code", "scans", "phones"))
    return list(found.values())


def province_names(codes: Iterable[str]) -> dict[str, str]:
    """The names of some provinces by code; of a code that was used twice the later name."""
    rows = Province.objects.filter(code__in=set(codes)).order_by("valid_from")
    return dict(rows.values_list("code", "name"))


def _add(found: dict[int, LotScans], rows: Iterable[tuple[int | None, str, int, int]]) -> None:
    """Add counts by lot and province to what is known."""
    for lot, province, scans, phones in rows:
        if lot in found:
            one = found[lot]
            one.scans += scans
            one.phones += phones
            one.provinces |= {province} - {""}
