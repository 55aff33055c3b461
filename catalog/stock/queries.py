"""How many units of a pack can still be bought."""

from collections.abc import Iterable

from django.db.models import F, Q, QuerySet, Sum

from catalog.stock.models import LotBalance
from catalog.traceability.models import Lot
from marketplace.records import clock


def sellable() -> QuerySet[LotBalance]:
    """Balances with units left, of lots that are neither recalled nor past their date."""
    today = clock.local_day()
    return LotBalance.objects.filter(
        Q(best_before__isnull=True) | Q(best_before__gte=today),
        received__gt=F("held") + F("sold"),
        lot__state=Lot.State.OPEN,
    )


def available(pack_ids: Iterable[int]) -> dict[int, int]:
    """Units that can be bought now of each pack asked for; 0 where there are none."""
    wanted = list(pack_ids)
    counts = dict.fromkeys(wanted, 0)
    rows = (
        sellable()
        .filter(pack_id__in=wanted)
        .order_by()
        .values_list("pack_id")
        .annotate(units=Sum(F("received") - F("held") - F("sold")))
    )
    counts.update(dict(rows))
    return counts
