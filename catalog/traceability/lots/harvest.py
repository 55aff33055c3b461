"""A harvest comes in: a lot is opened, with a code of its own."""

from __future__ import annotations

import datetime as dt

from django.db import IntegrityError, transaction

from catalog.traceability.codes import serials
from catalog.traceability.epcis import publishing
from catalog.traceability.lots import logbook
from catalog.traceability.models import Event, Lot, Party
from marketplace.people.models import User
from marketplace.records import audit, clock

_NOON = dt.time(12)
_TRIES = 5


class HarvestInFuture(ValueError):
    """The harvest day has not come yet."""


class KeepsTooShort(ValueError):
    """The goods would have to be eaten before they were picked."""


class NothingHarvested(ValueError):
    """A harvest without a weight is none."""


@transaction.atomic
def open_lot(
    party_key: str,
    *,
    crop: str,
    variety: str = "",
    commune_code: str,
    harvested_on: dt.date,
    quantity_g: int,
    by: User | None,
    best_before: dt.date | None = None,
) -> Lot:
    """Open the lot of what a party picked on one day (grams) and write its harvest down.

    Refused with ``HarvestInFuture``, ``KeepsTooShort`` or ``NothingHarvested``;
    ``Party.DoesNotExist`` when nobody is called ``party_key``.
    """
    today = clock.local_day()
    _check(harvested_on, best_before, quantity_g, today)
    lot = _with_fresh_code(
        Lot(
            party=Party.objects.get(key=party_key),
            crop=crop,
            variety=variety,
            commune_code=commune_code,
            harvested_on=harvested_on,
            best_before=best_before,
            opened_on=today,
            quantity_g=quantity_g,
        )
    )
    picked = logbook.write(
        lot,
        Event.Kind.HARVEST,
        by=by,
        at=min(clock.now(), dt.datetime.combine(harvested_on, _NOON, clock.LOCAL)),
        commune_code=commune_code,
        quantity=quantity_g,
        unit=Event.Unit.GRAM,
        data={"day": harvested_on.isoformat()},
    )
    publishing.publish(picked)
    audit.record(by, lot, "lot.opened", after={"code": lot.code, "quantity_g": quantity_g})
    return lot


def _check(
    harvested_on: dt.date, best_before: dt.date | None, quantity_g: int, today: dt.date
) -> None:
    """Raise what cannot be true of a harvest."""
    if harvested_on > today:
        raise HarvestInFuture(harvested_on)
    if best_before and best_before < harvested_on:
        raise KeepsTooShort(best_before)
    if quantity_g <= 0:
        raise NothingHarvested(quantity_g)


def _with_fresh_code(lot: Lot) -> Lot:
    """Save a new lot; a code that is taken is drawn again."""
    for attempt in range(_TRIES):
        lot.code = serials.fresh_lot(lot.crop, lot.harvested_on)
        try:
            with transaction.atomic():
                lot.save(force_insert=True)
        except IntegrityError as error:
            taken = "code" in str(error)
            if not taken or attempt == _TRIES - 1:
                raise
        else:
            break
    return lot
