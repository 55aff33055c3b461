"""Labels of whole lots and pallets: many copies of one signed code, made while somebody waits.

They hold no secret and are no boxes: how many there are says nothing about how much was packed. So
they make no job; who printed how many stands in the trail.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet

from catalog.traceability import codes, queries, sealing
from catalog.traceability.labels import capacities, symbols, wholes
from catalog.traceability.labels.formats import FORMATS, Format, Paper
from catalog.traceability.labels.layouts import LAYOUTS
from catalog.traceability.labels.thermal import RollsOnly
from catalog.traceability.labels.wording import Label
from catalog.traceability.models import LogisticUnit, Lot, Party, TradeItem
from catalog.traceability.printing import setting
from marketplace.people.models import User
from marketplace.records import audit

MOST = 200


class TooManyCopies(ValueError):
    """One code is printed once at least and two hundred times at most."""


class CalledBack(Exception):
    """The lot was called back: nothing is labelled with it any more."""


class NotPackedOfIt(ValueError):
    """No box of this item was packed from the lot."""


class NotWrapped(Exception):
    """The pallet is open or taken apart: nobody knows how many boxes its label should name."""


@dataclass(frozen=True, slots=True)
class Order:
    """How many copies, on which paper, as which kind of file, in which language."""

    copies: int
    layout: str
    format: str = "pdf"
    language: str = "vi"

    @property
    def kind(self) -> Format:
        """The kind of file."""
        return FORMATS[self.format]


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished file."""

    name: str
    media_type: str
    data: bytes


@transaction.atomic
def of_lot(lot_id: int, order: Order, *, item: str = "", by: User | None) -> Printed:
    """Print labels of a lot, or by its key of an ``item`` that was packed from it.

    Refused with ``TooManyCopies``, ``CalledBack``, ``NotPackedOfIt``, ``RollsOnly``,
    ``SymbolTooSmall``, and ``KeyError`` for a layout or format nobody knows.
    """
    locked = Lot.objects.select_for_update(no_key=True, of=("self",)).select_related("party")
    lot = locked.get(pk=lot_id)
    if lot.state == Lot.State.RECALLED:
        raise CalledBack(lot.code)
    packed = items(lot).filter(key=item).first() if item else None
    if item and packed is None:
        raise NotPackedOfIt(item)
    address = sealing.address(lot.party, codes.lot_path(lot, packed.gtin if packed else ""))
    label = wholes.of_lot(lot, packed, address, order.language)
    made = _file(label, lot.party, order)
    audit.record(by, lot, "lot.labels_printed", after=_told(label, order))
    return made


@transaction.atomic
def of_unit(unit_id: int, order: Order, *, by: User | None) -> Printed:
    """Print labels of a pallet that is closed.

    Refused with ``TooManyCopies``, ``NotWrapped``, and what paper and format refuse.
    """
    locked = LogisticUnit.objects.select_for_update(no_key=True, of=("self",))
    unit = locked.select_related("party").get(pk=unit_id)
    if unit.state != LogisticUnit.State.CLOSED:
        raise NotWrapped(unit.code)
    address = sealing.address(unit.party, codes.unit_path(unit))
    label = wholes.of_unit(unit, queries.lying_in(unit), address, order.language)
    made = _file(label, unit.party, order)
    audit.record(by, unit, "unit.labels_printed", after=_told(label, order))
    return made


def items(lot: Lot) -> QuerySet[TradeItem]:
    """What was packed from a lot."""
    return TradeItem.objects.filter(boxes__lot=lot).order_by("pk").distinct()


def layouts(paths: Iterable[str]) -> list[str]:
    """The papers on which the codes of these paths have modules a phone can read."""
    longest = max(sealing.length(path) for path in paths)
    version = capacities.smallest(longest, capacities.Level.MEDIUM)
    side = 17 + 4 * version + 2 * symbols.QUIET
    return [key for key, plan in LAYOUTS.items() if plan.symbol / side >= symbols.LEAST_MM]


def _file(label: Label, party: Party, order: Order) -> Printed:
    """The copies of a label as a file; a picture is copied by who places it."""
    if not 1 <= order.copies <= MOST:
        raise TooManyCopies(order.copies)
    x, y = setting.offset(party.pk, order.layout)
    paper, kind = Paper(order.layout, (x / 10, y / 10)), order.kind
    if not kind.fits(paper.plan):
        raise RollsOnly(order.layout)
    copies = 1 if kind.is_pictures else order.copies
    written = io.BytesIO()
    pieces = kind.pieces([label] * copies, paper)
    kind.join(pieces, paper.plan, written, title=label.words.lot or label.code)
    name = f"{label.code}-{order.copies}.{kind.suffix}"
    return Printed(name, kind.media_type, written.getvalue())


def _told(label: Label, order: Order) -> dict[str, object]:
    """What the trail keeps of a print."""
    return {"copies": order.copies, "layout": order.layout, "address": label.address}
