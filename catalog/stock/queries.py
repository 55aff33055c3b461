"""How many units of a pack can still be bought, and how long they keep."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import F, Q, QuerySet, Sum

from catalog.shipping.models import LaneRate
from catalog.stock.models import LotBalance
from catalog.traceability.models import Lot
from marketplace.database.statements import Statement
from marketplace.records import clock, versions

#: Units that can be bought by the day they keep until; ``date.max`` when nobody wrote a day.
Keeping = dict[dt.date, int]


def sellable(until: dt.date | None = None) -> QuerySet[LotBalance]:
    """Balances with units left, of lots that are neither recalled nor past their date.

    A lot has to keep ``until`` the parcel arrives; where the way is not chosen yet, as long as the
    fastest way takes. So nothing is sold that could only arrive too late.
    """
    arrives = until or earliest_arrival()
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
    rows = _KEEPING.rows(wanted, earliest_arrival()) if wanted else ()
    for pack, best_before, units in rows:
        found[pack][best_before or dt.date.max] += units
    return found


def _keeping(packs: Sequence[int], until: dt.date) -> QuerySet[LotBalance, Any]:
    """Pack, day and units left, of those packs that have any."""
    return (
        sellable(until)
        .filter(pack__pk__any_of=packs)
        .order_by()
        .values_list("pack_id", "best_before")
        .annotate(units=Sum(F("received") - F("held") - F("sold")))
    )


_KEEPING = Statement(_keeping, [1_000_000_007], dt.date(1945, 9, 2))


def kept_until(days: Keeping, quantity: int) -> dt.date:
    """Until when so many units can be sent: the last day on which enough of them still keep."""
    left = sum(days.values())
    for day in sorted(days):
        left -= days[day]
        if left < quantity:
            return day
    return dt.date.max


def earliest_arrival() -> dt.date:
    """Today and as many days as the fastest lane of all takes."""
    today = clock.local_day()
    rates = versions.kept("shipping", "fastest", _read_fastest)
    days = min(
        (days for days, since, until in rates if since <= today and (not until or until > today)),
        default=0,
    )
    return today + dt.timedelta(days=days)


def _read_fastest() -> Sequence[tuple[int, dt.date, dt.date | None]]:
    """How fast lanes are, and from when until when."""
    rows = LaneRate.objects.order_by().values_list("days_min", "valid_from", "valid_to")
    return tuple(rows.distinct())
