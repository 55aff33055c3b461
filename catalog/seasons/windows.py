"""A cooperative opens a harvest for orders beforehand, changes it, and says when it is over."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from catalog.listings.models import Listing
from catalog.listings.refusals import NotPublished
from catalog.seasons import claiming, filling
from catalog.seasons.models import HarvestWindow, PreOrder, WindowPack
from catalog.seasons.refusals import (
    BelowOrdered,
    NothingOffered,
    WindowOpen,
    WindowOver,
    WrongDays,
)
from catalog.shelf import refresh
from catalog.stock import holding
from marketplace.people.models import User
from marketplace.records import audit, clock, outbox, rules

MOST_DAYS_AHEAD = 400
State = PreOrder.State


@dataclass(frozen=True, slots=True)
class Days:
    """When it is harvested, and when it may be ordered: first and last day of each."""

    harvest_from: dt.date
    harvest_to: dt.date
    order_from: dt.date
    order_to: dt.date


@transaction.atomic
def open_window(listing_id: int, days: Days, caps: Mapping[str, int], *, by: User) -> HarvestWindow:
    """Let buyers order units (by pack key) of a coming harvest of a listing.

    ``NotPublished`` before the first approval, ``WindowOpen`` while another harvest is not over,
    ``WrongDays`` and ``NothingOffered`` for what makes no sense.
    """
    listing = Listing.objects.select_for_update(no_key=True).get(pk=listing_id)
    if listing.version == 0:
        raise NotPublished(listing_id)
    _check(days)
    packs = [one for one in listing.packs.filter(is_sold=True).order_by("pk") if caps.get(one.key)]
    if not packs:
        raise NothingOffered
    facts = {name: getattr(days, name) for name in Days.__slots__}
    try:
        with transaction.atomic():
            window = HarvestWindow.objects.create(
                listing=listing, opened_at=clock.now(), opened_by=by, **facts
            )
    except IntegrityError as error:
        raise WindowOpen(listing_id) from error
    WindowPack.objects.bulk_create(
        WindowPack(window=window, pack=one, cap=caps[one.key]) for one in packs
    )
    said = {name: day.isoformat() for name, day in facts.items()}
    audit.record(
        by,
        window,
        "window.opened",
        after=said | {"caps": {one.key: caps[one.key] for one in packs}},
    )
    refresh.stock([listing_id])
    return window


@transaction.atomic
def change(
    window_id: int, *, order_to: dt.date, caps: Mapping[str, int], by: User
) -> HarvestWindow:
    """Let it be ordered longer or shorter, or more or less of it; the promised days stay.

    ``WindowOver`` after its end, ``BelowOrdered`` for a cap below what is ordered already.
    """
    window = _locked(window_id)
    if not window.order_from <= order_to <= window.harvest_to:
        raise WrongDays
    offers = claiming.lock(window.packs.values_list("pk", flat=True))
    before = {one.pack.key: one.cap for one in offers.values()}
    for one in offers.values():
        wanted = caps.get(one.pack.key, one.cap)
        if wanted < max(1, one.ordered):
            raise BelowOrdered(one.ordered)
        one.cap = wanted
    WindowPack.objects.bulk_update(offers.values(), ["cap"])
    audit.record(
        by,
        window,
        "window.changed",
        before={"order_to": window.order_to.isoformat(), "caps": before},
        after={
            "order_to": order_to.isoformat(),
            "caps": {one.pack.key: one.cap for one in offers.values()},
        },
    )
    window.order_to = order_to
    window.save(update_fields=["order_to"])
    refresh.stock([window.listing_id])
    return window


@transaction.atomic
def finish(window_id: int, *, by: User | None) -> int:
    """The harvest is over: who did not get all he ordered gets nothing and is told; how many.

    What the first of them held is handed on to those behind him who can be served whole.
    ``WindowOver`` when it was over before.
    """
    window = _locked(window_id)
    offers = claiming.lock(window.packs.values_list("pk", flat=True))
    packs = {one.pack_id for one in offers.values()}
    filling.fill(packs)
    while one := filling.waiting(packs).select_for_update(of=("self",)).first():
        _give_up(one, offers)
        filling.fill(packs)
    WindowPack.objects.bulk_update(offers.values(), ["ordered"])
    window.over_at = clock.now()
    window.save(update_fields=["over_at"])
    short = PreOrder.objects.filter(offer__window=window, state=State.SHORT)
    parts = sorted(set(short.values_list("line__seller_order", flat=True)))
    for part in parts:
        outbox.post("preorder.short", key=f"{part}", seller_order=part)
    audit.record(by, window, "window.over", after={"short": len(parts)})
    refresh.stock([window.listing_id])
    return len(parts)


def finish_due() -> int:
    """End every window whose harvest is past, with some days of grace; how many. Run it again."""
    grace = dt.timedelta(days=rules.number("preorder.grace_days"))
    late = HarvestWindow.objects.filter(
        over_at__isnull=True, harvest_to__lt=clock.local_day() - grace
    )
    ended = 0
    for key in list(late.order_by("pk").values_list("pk", flat=True)):
        try:
            finish(key, by=None)
        except WindowOver:
            continue
        ended += 1
    return ended


def _give_up(one: PreOrder, offers: Mapping[int, WindowPack]) -> None:
    """One pre-order gets nothing; what it held already is free again."""
    holding.release(one.line.line.order, lines=[one.pk])
    offers[one.offer_id].ordered -= one.quantity
    one.state, one.filled = State.SHORT, 0
    one.save(update_fields=["state", "filled"])


def _check(days: Days) -> None:
    """Raise what cannot be true of a coming harvest."""
    today = clock.local_day()
    in_order = (
        days.harvest_from <= days.harvest_to
        and days.order_from <= days.order_to <= days.harvest_to
        and today <= days.order_to
    )
    if not in_order or days.harvest_to > today + dt.timedelta(days=MOST_DAYS_AHEAD):
        raise WrongDays


def _locked(window_id: int) -> HarvestWindow:
    """The window, after its listing; ``WindowOver`` when it is over."""
    listing = HarvestWindow.objects.values_list("listing_id", flat=True).get(pk=window_id)
    Listing.objects.select_for_update(no_key=True).get(pk=listing)
    window = HarvestWindow.objects.select_for_update().get(pk=window_id)
    if window.over_at is not None:
        raise WindowOver(window_id)
    return window
