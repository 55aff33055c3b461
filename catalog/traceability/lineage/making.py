"""Lots become other lots: put together, divided, dried or roasted. What is lost is declared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from catalog.traceability.epcis import publishing
from catalog.traceability.lots import harvest, locking, logbook
from catalog.traceability.models import Event, Lot, LotSource, Party
from marketplace.people.models import User
from marketplace.records import audit, clock

#: Grams taken out of a lot, by its key.
Taken = Mapping[int, int]
MOST_SOURCES = 200


class NotOurLot(ValueError):
    """A lot of another party, or one that does not exist."""


class LotNotOpen(Exception):
    """A lot is held or called back: nothing is made of it. The argument is its code."""


class MoreThanLeft(Exception):
    """A lot has less left than is taken; the arguments are its code and the grams left."""


class WeightsDiffer(ValueError):
    """What comes out and what is lost is not what went in; the argument is the difference."""


class DifferentGoods(ValueError):
    """Lots of different crops are put together under one name."""


class TooFew(ValueError):
    """Nothing goes in, too much at once, or a lot is divided into less than two."""


@dataclass(frozen=True, slots=True)
class Product:
    """What comes out of processing: its name, weight and keeping, and what was lost on the way."""

    crop: str
    quantity_g: int
    loss_g: int
    best_before: dt.date | None = None
    variety: str = ""


@transaction.atomic
def merge(party_key: str, taken: Taken, *, by: User | None) -> Lot:
    """Put parts of several lots of one crop together into a new lot; nothing is lost.

    ``NotOurLot``, ``LotNotOpen``, ``MoreThanLeft``, ``DifferentGoods``, ``TooFew``.
    """
    lots = _locked(party_key, taken)
    if len(lots) < len(("one", "another")):
        raise TooFew(len(lots))
    if len({lot.crop for lot in lots}) > 1:
        raise DifferentGoods
    varieties = {lot.variety for lot in lots}
    keeps = [lot.best_before for lot in lots if lot.best_before]
    product = Product(
        lots[0].crop,
        sum(taken.values()),
        0,
        min(keeps) if keeps else None,
        varieties.pop() if len(varieties) == 1 else "",
    )
    return _make(Lot.Kind.MERGED, lots, taken, product, by)


@transaction.atomic
def split(
    party_key: str, lot_id: int, parts: Sequence[int], *, loss_g: int = 0, by: User | None
) -> list[Lot]:
    """Divide a lot into parts (grams), by size or quality; a loss is declared with the first.

    ``NotOurLot``, ``LotNotOpen``, ``MoreThanLeft``, ``TooFew``, ``WeightsDiffer`` for a part
    of nothing.
    """
    if not 1 < len(parts) <= MOST_SOURCES:
        raise TooFew(len(parts))
    if min(parts) <= 0 or loss_g < 0:
        raise WeightsDiffer(min(parts))
    (lot,) = _locked(party_key, {lot_id: sum(parts) + loss_g})
    return [
        _make(
            Lot.Kind.SPLIT,
            [lot],
            {lot.pk: grams + loss},
            Product(lot.crop, grams, loss, lot.best_before, lot.variety),
            by,
        )
        for grams, loss in zip(parts, [loss_g, *[0] * (len(parts) - 1)], strict=True)
    ]


@transaction.atomic
def process(party_key: str, taken: Taken, product: Product, *, by: User | None) -> Lot:
    """Dry, roast or peel lots into something else, with the loss that was weighed or reckoned.

    ``NotOurLot``, ``LotNotOpen``, ``MoreThanLeft``, ``TooFew``, ``WeightsDiffer`` when what came
    out and what was lost is not what went in, ``KeepsTooShort`` when it should be eaten before.
    """
    lots = _locked(party_key, taken)
    odd = sum(taken.values()) - product.quantity_g - product.loss_g
    if odd or product.quantity_g <= 0 or product.loss_g < 0:
        raise WeightsDiffer(odd)
    if product.best_before and product.best_before < clock.local_day():
        raise harvest.KeepsTooShort(product.best_before)
    return _make(Lot.Kind.PROCESSED, lots, taken, product, by)


def _locked(party_key: str, taken: Taken) -> list[Lot]:
    """The lots taken from, locked by key, open and with enough left."""
    if not 0 < len(taken) <= MOST_SOURCES:
        raise TooFew(len(taken))
    lots = locking.lots(taken, party_key)
    if len(lots) != len(taken):
        raise NotOurLot(sorted(taken))
    for lot in lots:
        if lot.state != Lot.State.OPEN:
            raise LotNotOpen(lot.code)
        if not 0 < taken[lot.pk] <= lot.left_g:
            raise MoreThanLeft(lot.code, lot.left_g)
    return lots


def _make(
    kind: Lot.Kind, lots: Sequence[Lot], taken: Taken, product: Product, by: User | None
) -> Lot:
    """Open the new lot, take from the old ones, and write it down."""
    party: Party = lots[0].party
    first = min(lot.harvested_on for lot in lots)
    last = max(lot.harvested_to or lot.harvested_on for lot in lots)
    communes = {lot.commune_code for lot in lots}
    made = harvest.with_fresh_code(
        Lot(
            party=party,
            kind=kind,
            crop=product.crop,
            variety=product.variety,
            commune_code=communes.pop() if len(communes) == 1 else party.commune_code,
            harvested_on=first,
            harvested_to=last if last > first else None,
            best_before=product.best_before,
            opened_on=clock.local_day(),
            quantity_g=product.quantity_g,
            loss_g=product.loss_g,
        )
    )
    LotSource.objects.bulk_create(
        LotSource(source=lot, lot=made, grams=taken[lot.pk]) for lot in lots
    )
    for lot in lots:
        lot.used_g += taken[lot.pk]
        lot.save(update_fields=["used_g"])
    _tell(made, {lot.code: taken[lot.pk] for lot in lots}, by)
    return made


def _tell(made: Lot, sources: dict[str, int], by: User | None) -> None:
    """Write a new lot down: the grams each source gave, by its code."""
    told = [{"lot": code, "grams": grams} for code, grams in sources.items()]
    event = logbook.write(
        made,
        _EVENTS[Lot.Kind(made.kind)],
        by=by,
        commune_code=made.party.commune_code,
        quantity=made.quantity_g,
        unit=Event.Unit.GRAM,
        data={"sources": told, "loss_g": made.loss_g},
    )
    publishing.publish(event, ())
    audit.record(by, made, f"lot.{made.kind}", after={"code": made.code, "sources": told})


_EVENTS = {
    Lot.Kind.MERGED: Event.Kind.MERGING,
    Lot.Kind.SPLIT: Event.Kind.SPLITTING,
    Lot.Kind.PROCESSED: Event.Kind.PROCESSING,
}
