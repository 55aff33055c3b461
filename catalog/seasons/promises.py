"""What a pack's coming harvest promises, read beside the pack in the same query."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from catalog.listings.models import Pack
from catalog.seasons.models import WindowPack
from marketplace.records import clock

_DAYS = ("harvest_from", "harvest_to", "order_from", "order_to")


@dataclass(frozen=True, slots=True)
class Promise:
    """Units of a pack that may be ordered before their harvest, and the days of it."""

    offer: int
    window: int
    harvest_from: dt.date
    harvest_to: dt.date
    order_from: dt.date
    order_to: dt.date
    left: int

    @property
    def is_open(self) -> bool:
        """Whether it may be ordered today, and there is something left."""
        return self.order_from <= clock.local_day() <= self.order_to and self.left > 0

    @property
    def opens_later(self) -> bool:
        """Whether the days on which it may be ordered are still to come."""
        return clock.local_day() < self.order_from

    def told(self) -> dict[str, Any]:
        """The same as it is kept on the shelf."""
        days = (self.harvest_from, self.harvest_to, self.order_from, self.order_to)
        return {
            "offer": self.offer,
            "window": self.window,
            "left": self.left,
            **dict(zip(_DAYS, (day.isoformat() for day in days), strict=True)),
        }


def read(told: Mapping[str, Any] | None) -> Promise | None:
    """What a row carries: a pack of ``with_promises``, or one of the shelf."""
    if told is None:
        return None
    days = {name: dt.date.fromisoformat(told[name]) for name in _DAYS}
    return Promise(offer=told["offer"], window=told["window"], left=told["left"], **days)


def of_offer(found: WindowPack) -> Promise:
    """The same of a row that carries its window."""
    window = found.window
    return Promise(
        found.pk,
        window.pk,
        window.harvest_from,
        window.harvest_to,
        window.order_from,
        window.order_to,
        found.left if window.over_at is None else 0,
    )


def with_promises(packs: QuerySet[Pack]) -> QuerySet[Any]:
    """Packs that carry, as ``promise``, what of their next harvest may be ordered from now on."""
    offers = current().filter(pack=OuterRef("pk"))
    told = JSONObject(
        offer="pk",
        window="window_id",
        harvest_from="window__harvest_from",
        harvest_to="window__harvest_to",
        order_from="window__order_from",
        order_to="window__order_to",
        left=F("cap") - F("ordered"),
    )
    return packs.annotate(promise=Subquery(offers.annotate(told=told).values("told")[:1]))


def current() -> QuerySet[WindowPack]:
    """What may be ordered beforehand today or later."""
    return WindowPack.objects.filter(
        window__over_at__isnull=True, window__order_to__gte=clock.local_day()
    ).order_by("pk")


def of(pack: Any) -> Promise | None:
    """What a pack of ``with_promises`` carries."""
    return read(pack.promise)


def best(promises: Iterable[Promise | None]) -> Promise | None:
    """What a card shows of several packs: one that is open if any is, with all units left."""
    found = [one for one in promises if one is not None]
    if not found:
        return None
    first = min(found, key=lambda one: (not one.is_open, one.order_from, one.offer))
    return Promise(
        first.offer,
        first.window,
        first.harvest_from,
        first.harvest_to,
        first.order_from,
        first.order_to,
        sum(one.left for one in found),
    )


def shift(day: dt.date, harvest: dt.date) -> dt.date:
    """An arrival counted from today, counted from the harvest instead."""
    today = clock.local_day()
    return max(harvest, today) + (day - today)
