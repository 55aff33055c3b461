"""What a label says, in one language: made from boxes, printed in every format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from catalog.traceability import codes, places
from catalog.traceability.codes import serials
from catalog.traceability.lots.weights import kilograms
from catalog.traceability.models import Box, Lot

_GTIN_13 = 13


@dataclass(frozen=True, slots=True)
class Words:
    """What all labels of an item from a lot say: its name, the facts most needed first, its codes.

    ``gtin`` is written with thirteen digits where it has no more.
    """

    name: str
    facts: tuple[str, ...]
    lot: str
    lot_line: str
    gtin: str


@dataclass(frozen=True, slots=True)
class Label:
    """One label: what its code says to machines, its own code for people, and its words.

    ``shown`` is how people read the code; that of a box comes in groups of four.
    """

    address: str
    code: str
    words: Words
    shown: str = ""

    @property
    def grouped(self) -> str:
        """The code as it stands under the symbol."""
        return self.shown or serials.grouped(self.code)


def labels(boxes: Sequence[Box], language: str) -> Iterator[Label]:
    """The label of each box, in the order given.

    Take boxes with ``lot__party`` and ``item`` selected; communes cost one query.
    """
    named = places.names({box.lot.commune_code for box in boxes})
    known: dict[tuple[int, int, int | None], Words] = {}
    with translation.override(language):
        for box in boxes:
            key = (box.lot_id, box.item_id, box.net_weight_g)
            if key not in known:
                known[key] = _words(box, named.get(box.lot.commune_code, ""), language)
            yield Label(codes.address(box), box.code, known[key])


def _words(box: Box, place: str, language: str) -> Words:
    """The words of a box's item and lot."""
    weight = kilograms(box.net_weight_g)
    facts = (
        _("Net weight %(weight)s") % {"weight": weight} if weight else "",
        *days(box.lot),
        box.lot.party.name,
        place,
    )
    return Words(
        box.item.name(language),
        tuple(fact for fact in facts if fact),
        box.lot.code,
        _("Lot %(code)s") % {"code": box.lot.code},
        short_gtin(box.item.gtin),
    )


def days(lot: Lot) -> tuple[str, str]:
    """When a lot was picked, and how long it keeps where that is known."""
    keeps = lot.best_before
    return (
        _("Picked %(day)s") % {"day": f"{lot.harvested_on:%d/%m/%Y}"},
        _("Best before %(day)s") % {"day": f"{keeps:%d/%m/%Y}"} if keeps else "",
    )


def short_gtin(gtin: str) -> str:
    """A GTIN with thirteen digits where it has no more."""
    return gtin[1:] if gtin.startswith("0") and len(gtin) > _GTIN_13 else gtin
