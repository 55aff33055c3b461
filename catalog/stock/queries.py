"""How many units of a pack can still be bought, and how long they keep."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from django.db.models import DateField, ExpressionWrapper, F, Min, Q, QuerySet, Subquery, Sum, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from catalog.shipping.models import LaneRate
from catalog.stock.models import LotBalance
from catalog.traceability.models import Lot
from marketplace.records import clock

#: Units that can be bought by the day they keep until; ``date.max`` when nobody wrote a day.
Keeping = dict[dt.date, int]


def sellable(until: dt.date | None = None) -> QuerySet[LotBalance]:
    """Balances with units left, of lots that are neither recalled nor past their date.

    A lot has to keep ``until`` the parcel arrives; where the way is not chosen yet, as long as the
    fastest way takes. So nothing is sold that could only arrive too late.
    """
    arrives: dt.date | Combinable = until or _earliest_arrival()
    return LotBalance.objects.filter(
        Q(best_before__isnull=True) | Q(best_before__gte=arrives),
        received__gt=F("held") + F("sold"),
        lot__state=Lot.State.OPEN,
    )


def available(pack_ids: Iterable[int]) -> dict[int, int]:
    """Units that can be bought now of each pack asked for; 0 where there are none."""
    return {pack: sum(days.values()) for pack, days in keeping(pack_ids).items()}


def keeping(pack_ids: Iterable[int]) -> dict[int, Keeping]:
    """The same by the day the units keep until; one query, no row for what there is none of."""
    wanted = list(pack_ids)
    found: dict[int, Keeping] = {pack: defaultdict(int) for pack in wanted}
    rows = (
        sellable()
        .filter(pack_id__in=wanted)
        .order_by()
        .values_list("pack_id", "best_before")
        .annotate(units=Sum(F("received") - F("held") - F("sold")))
    )
    for pack, best_before, units in rows:
        found[pack][best_before or dt.date.max] += units
    return found


def kept_until(days: Keeping, quantity: int) -> dt.date:
    """Until when so many units can be sent: the last day on which enough of them still keep."""
    left = sum(days.values())
    for day in sorted(days):
        left -= days[day]
        if left < quantity:
            return day
    return dt.date.max


def _earliest_arrival() -> Combinable:
    """Today and as many days as the fastest lane of all takes."""
    today = clock.local_day()
    rates = LaneRate.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gt=today), valid_from__lte=today
    )
    fastest = rates.order_by().values(one=Value(1)).annotate(days=Min("days_min")).values("days")
    later = Value(today, DateField()) + Coalesce(Subquery(fastest), 0)
    return ExpressionWrapper(later, output_field=DateField())
