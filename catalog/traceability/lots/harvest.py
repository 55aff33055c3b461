"""A harvest comes in: a lot is opened, with a code of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import IntegrityError, transaction

from catalog.traceability.codes import serials
from catalog.traceability.diary import waiting
from catalog.traceability.epcis import publishing
from catalog.traceability.growing import queries as growing
from catalog.traceability.lots import drafts, logbook
from catalog.traceability.lots.drafts import Draft
from catalog.traceability.models import Event, Lot, LotPlot, Party, Plot
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


class InsideInterval(ValueError):
    """The plot was sprayed and may not be picked yet; the argument is the diary's entry."""


class NotOurPlot(ValueError):
    """A harvest names a plot of somebody else, of another crop, or one that is no longer used."""


class PlotsNotSaid(ValueError):
    """The party has plots of this crop, and nobody said on which of them it was picked.

    Without that no diary is asked, and goods could be sold inside their interval.
    """


class DraftTaken(ValueError):
    """The phone's key of a harvest belongs to another lot already."""


@transaction.atomic
def open_lot(  # noqa: PLR0913 -- the facts of one harvest, all by name
    party_key: str,
    *,
    crop: str,
    variety: str = "",
    commune_code: str,
    harvested_on: dt.date,
    quantity_g: int,
    by: User | None,
    best_before: dt.date | None = None,
    plots: Sequence[int] = (),
    unwritten_field: str = "",
    draft: Draft | None = None,
) -> Lot:
    """Open the lot of what a party picked on one day (grams) and write its harvest down.

    Where the party has plots of the crop, ``plots`` names those it was picked on, or
    ``unwritten_field`` says why a field of it is not written down; else ``PlotsNotSaid``. Also
    refused with ``DraftTaken``, ``HarvestInFuture``, ``KeepsTooShort``, ``NothingHarvested``,
    ``NotOurPlot``, and ``InsideInterval`` when a plot was sprayed and its pre-harvest interval is
    not over; ``Party.DoesNotExist`` when nobody is called ``party_key``.
    """
    party = Party.objects.get(key=party_key)
    _check(harvested_on, best_before, quantity_g)
    if not (plots or unwritten_field) and growing.in_use(party.pk, crop).exists():
        raise PlotsNotSaid(crop)
    picked = _own_plots(party, crop, plots, harvested_on)
    lot = with_fresh_code(
        Lot(
            party=party,
            crop=crop,
            variety=variety,
            commune_code=commune_code,
            harvested_on=harvested_on,
            best_before=best_before,
            opened_on=clock.local_day(),
            quantity_g=quantity_g,
            unwritten_field=unwritten_field,
            draft=draft.key if draft else None,
        )
    )
    LotPlot.objects.bulk_create(LotPlot(lot=lot, plot=plot) for plot in picked)
    _write_down(lot, draft, by)
    return lot


def _write_down(lot: Lot, draft: Draft | None, by: User | None) -> None:
    """The harvest's event, at noon of its day for want of better, and its line in the trail."""
    event = logbook.write(
        lot,
        Event.Kind.HARVEST,
        by=by,
        at=min(clock.now(), dt.datetime.combine(lot.harvested_on, _NOON, clock.LOCAL)),
        commune_code=lot.commune_code,
        quantity=lot.quantity_g,
        unit=Event.Unit.GRAM,
        data={
            "day": lot.harvested_on.isoformat(),
            **({"unwritten_field": lot.unwritten_field} if lot.unwritten_field else {}),
            **drafts.told(draft),
        },
    )
    publishing.publish(event, ())
    told = {"code": lot.code, "quantity_g": lot.quantity_g}
    audit.record(by, lot, "lot.opened", after=told)


def _check(harvested_on: dt.date, best_before: dt.date | None, quantity_g: int) -> None:
    """Raise what cannot be true of a harvest."""
    if harvested_on > clock.local_day():
        raise HarvestInFuture(harvested_on)
    if best_before and best_before < harvested_on:
        raise KeepsTooShort(best_before)
    if quantity_g <= 0:
        raise NothingHarvested(quantity_g)


def _own_plots(party: Party, crop: str, plots: Sequence[int], day: dt.date) -> list[Plot]:
    """The party's plots of a harvest, locked: no diary entry slips in beside it."""
    wanted = growing.in_use(party.pk, crop).select_for_update(no_key=True)
    found = list(wanted.filter(pk__in=plots).order_by("pk"))
    if len(found) != len(set(plots)):
        raise NotOurPlot(plots)
    blocked = waiting.blocking([plot.pk for plot in found], day)
    if blocked:
        raise InsideInterval(blocked[0])
    return found


def with_fresh_code(lot: Lot) -> Lot:
    """Save a new lot; a code that is taken is drawn again."""
    for attempt in range(_TRIES):
        lot.code = serials.fresh_lot(lot.crop, lot.harvested_on)
        try:
            with transaction.atomic():
                lot.save(force_insert=True)
        except IntegrityError as error:
            if "draft" in str(error):
                raise DraftTaken(lot.draft) from None
            taken = "code" in str(error)
            if not taken or attempt == _TRIES - 1:
                raise
        else:
            break
    return lot
