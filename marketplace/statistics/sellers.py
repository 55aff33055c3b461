"""How many sellers there are, how many have goods on the shelf, and who lives where it is hard."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, Sum

from catalog.communes.models import Disadvantaged
from catalog.cooperatives.models import Cooperative
from catalog.listings.models import Listing
from marketplace.database import replica
from marketplace.records import clock
from marketplace.statistics.models import Dimension, Tally
from marketplace.statistics.periods import Period


@dataclass(frozen=True, slots=True)
class Sellers:
    """Sellers at the end of a day: ``verified`` may sell, ``online`` have goods published."""

    verified: int
    online: int


@replica.may_lag
def at(*days: dt.date) -> list[Sellers]:
    """The sellers at the end of each of these days, in one query.

    Who is suspended today is not counted for days past either.
    """
    sums = {}
    for number, day in enumerate(days):
        end = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), clock.LOCAL)
        published = Listing.objects.filter(
            cooperative=OuterRef("pk"), state=Listing.State.PUBLISHED, published_at__lt=end
        )
        there = Q(verified_at__lt=end)
        sums[f"verified_{number}"] = Count("pk", filter=there)
        sums[f"online_{number}"] = Count("pk", filter=there & Q(Exists(published)))
    found = Cooperative.objects.filter(state=Cooperative.State.VERIFIED).aggregate(**sums)
    return [
        Sellers(found[f"verified_{number}"], found[f"online_{number}"])
        for number in range(len(days))
    ]


@dataclass(frozen=True, slots=True)
class Hardship:
    """Sales from communes on the list of disadvantaged ones on the day of the sale; net đồng."""

    now: int
    before: int


@replica.may_lag
def hardship(period: Period) -> Hardship:
    """What disadvantaged communes sold in a period and in the one before."""
    before = period.before()
    starts = Q(valid_from__isnull=True) | Q(valid_from__lte=OuterRef("day"))
    ends = Q(valid_to__isnull=True) | Q(valid_to__gt=OuterRef("day"))
    listed = Disadvantaged.objects.filter(starts, ends, commune__code=OuterRef("key"))
    rows = Tally.objects.filter(
        within="", dimension=Dimension.COMMUNE, day__range=(before.first, period.last)
    )
    since = Q(day__gte=period.first)
    sums = rows.filter(Exists(listed)).aggregate(
        gross_now=Sum("gross", filter=since, default=0),
        refunded_now=Sum("refunded", filter=since, default=0),
        gross_before=Sum("gross", filter=~since, default=0),
        refunded_before=Sum("refunded", filter=~since, default=0),
    )
    return Hardship(
        sums["gross_now"] - sums["refunded_now"], sums["gross_before"] - sums["refunded_before"]
    )


def listed_communes() -> int:
    """How many communes the list names today."""
    today = clock.local_day()
    ends = Q(valid_to__isnull=True) | Q(valid_to__gt=today)
    starts = Q(valid_from__isnull=True) | Q(valid_from__lte=today)
    return Disadvantaged.objects.filter(starts, ends).values("commune__code").distinct().count()
