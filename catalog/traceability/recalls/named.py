"""Lots by what people type from labels: a lot's own code, or the code of one of its boxes."""

from __future__ import annotations

from collections.abc import Sequence

from catalog.traceability.codes import serials
from catalog.traceability.models import Box, Lot


class UnknownCodes(ValueError):
    """Codes nobody issued."""

    def __init__(self, codes: list[str]) -> None:
        """Say which."""
        super().__init__(codes)
        self.codes = codes


def lot_codes(typed: Sequence[str]) -> list[str]:
    """The codes of the lots that what was typed stands for, each once; ``UnknownCodes``."""
    tidy = list(dict.fromkeys(map(serials.tidy, typed)))
    lots = set(Lot.objects.filter(code__in=tidy).values_list("code", flat=True))
    boxes = Box.objects.filter(code__in=[code for code in tidy if code not in lots])
    of_box = dict(boxes.values_list("code", "lot__code"))
    unknown = [code for code in tidy if code not in lots and code not in of_box]
    if unknown:
        raise UnknownCodes(unknown)
    return list(dict.fromkeys(of_box.get(code, code) for code in tidy))
