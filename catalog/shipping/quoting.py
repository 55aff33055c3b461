"""What sending a cooperative's parcel costs, and when it arrives."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from django.utils.translation import get_language

from catalog.goods.models import GoodsCategory
from catalog.shipping.models import LaneOffer, LaneRate, ZoneProvince
from marketplace.records import clock, rules, versions

_WINDOW = re.compile(r"ship window \d+-(\d+) days")


@dataclass(frozen=True, slots=True)
class Parcel:
    """What one cooperative sends: net weight in grams, and how many days it may take at most."""

    cooperative_id: int
    weight_g: int
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """One lane for one parcel; ``price`` is ``from_price`` while the place is not known. đồng."""

    lane_id: int
    lane: str
    name_vi: str
    name_en: str
    is_cool: bool
    price: int
    is_exact: bool
    arrives_from: dt.date
    arrives_to: dt.date

    @property
    def name(self) -> str:
        """The lane's name in the language of the page."""
        return self.name_en if get_language() == "en" else self.name_vi


def quotes(parcels: Iterable[Parcel], province_code: str | None) -> dict[int, list[Quote]]:
    """The lanes of every cooperative, cheapest first. Without a province: the price of the nearest.

    A lane that is too slow for what is in the parcel is left out, and so is one the cooperative
    does not send by. An unknown province has no lane at all.
    """
    wanted = list(parcels)
    if not wanted:
        return {}
    refused = _refused()
    steps = _steps(province_code)
    found: dict[int, list[Quote]] = {}
    for parcel in wanted:
        offers: dict[int, Quote] = {}
        for (lane_id, _zone), rates in steps.items():
            if (parcel.cooperative_id, lane_id) in refused or not _is_fast(rates, parcel):
                continue
            quote = _quote(parcel, rates, exact=province_code is not None)
            if lane_id not in offers or quote.price < offers[lane_id].price:
                offers[lane_id] = quote
        found[parcel.cooperative_id] = sorted(offers.values(), key=lambda q: (q.price, q.lane_id))
    return found


def days_allowed(categories: Iterable[GoodsCategory]) -> int | None:
    """How many days the most delicate of the goods may travel; nothing for what keeps."""
    fresh = [category for category in categories if category.perishable]
    if not fresh:
        return None
    windows = [_window(category) for category in fresh]
    known = [window for window in windows if window is not None]
    if len(known) < len(fresh):
        known.append(rules.number("shipping.fresh_days"))
    return min(known)


def _window(category: GoodsCategory) -> int | None:
    """The ship window a category (or the one above it) states in its handling."""
    above = category.parent.handling if category.parent is not None else ""
    match = _WINDOW.search(category.handling) or _WINDOW.search(above)
    return int(match[1]) if match else None


def _refused() -> frozenset[tuple[int, int]]:
    """Lanes (cooperative, lane) that cooperatives said they do not send by."""
    return versions.kept("shipping", "refused", _read_refused)


def _read_refused() -> frozenset[tuple[int, int]]:
    """All of them, by key: few cooperatives refuse a lane."""
    rows = LaneOffer.objects.filter(is_offered=False).order_by()
    return frozenset(rows.values_list("cooperative_id", "lane_id"))


def _steps(province_code: str | None) -> Mapping[tuple[int, int], Sequence[LaneRate]]:
    """Today's prices by lane and zone, lightest first; the newest of those that hold counts."""
    today = clock.local_day()
    steps = {}
    for key, rates in versions.kept(
        "shipping", province_code, partial(_read_rates, province_code)
    ).items():
        by_weight = {rate.up_to_g: rate for rate in rates if _holds(rate, today)}
        if by_weight:
            steps[key] = list(by_weight.values())
    return steps


def _read_rates(province_code: str | None) -> Mapping[tuple[int, int], Sequence[LaneRate]]:
    """The prices of all days by lane and zone, of one province's zone or of all of them."""
    rates = LaneRate.objects.select_related("lane").order_by("up_to_g", "valid_from")
    if province_code is not None:
        zones = ZoneProvince.objects.filter(province_code=province_code)
        rates = rates.filter(zone__in=zones.values("zone"))
    found: dict[tuple[int, int], list[LaneRate]] = defaultdict(list)
    for rate in rates:
        found[rate.lane_id, rate.zone_id].append(rate)
    return dict(found)


def _holds(rate: LaneRate, day: dt.date) -> bool:
    """Whether a price counts on a day."""
    return rate.valid_from <= day and (rate.valid_to is None or rate.valid_to > day)


def _quote(parcel: Parcel, rates: Sequence[LaneRate], *, exact: bool) -> Quote:
    """The price of a parcel on one lane; what is heavier than the last step goes in several."""
    first, heaviest = rates[0], rates[-1]
    full, rest = divmod(parcel.weight_g, heaviest.up_to_g)
    price = full * heaviest.price
    if rest:
        price += next(rate.price for rate in rates if rate.up_to_g >= rest)
    today = clock.local_day()
    return Quote(
        lane_id=first.lane_id,
        lane=first.lane.code,
        name_vi=first.lane.name_vi,
        name_en=first.lane.name_en,
        is_cool=first.lane.is_cool,
        price=price,
        is_exact=exact,
        arrives_from=today + dt.timedelta(days=first.days_min),
        arrives_to=today + dt.timedelta(days=first.days_max),
    )


def _is_fast(rates: Sequence[LaneRate], parcel: Parcel) -> bool:
    """Whether the lane brings the parcel before its goods suffer."""
    return parcel.days is None or rates[0].days_max <= parcel.days
