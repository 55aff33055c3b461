"""Sheets and rolls of box labels as a PDF, made while somebody waits."""

from __future__ import annotations

import io
from collections.abc import Sequence

from catalog.traceability.labels import pdf, symbols, wording
from catalog.traceability.labels.layouts import LAYOUTS
from catalog.traceability.models import Box

PRINTABLE = (Box.State.PACKED, Box.State.SHIPPED, Box.State.DELIVERED)


class NothingToPrint(ValueError):
    """There is no box to print a label for, or its label was cancelled."""


def sheet(
    boxes: Sequence[Box],
    *,
    layout: str = "a4-3x8",
    skip: int = 0,
    offset: tuple[float, float] = (0.0, 0.0),
    least_mm: float = symbols.SAFE_MM,
    language: str = "vi",
) -> bytes:
    """A PDF with one label per box, in the order given; ``skip`` leaves used-up places free.

    Take boxes from ``queries.packed_for`` or with ``lot__party`` and ``item`` selected. Raises
    ``KeyError`` for a layout nobody knows, ``SymbolTooSmall`` and ``NothingToPrint``.
    """
    plan = LAYOUTS[layout]
    if not boxes or any(box.state not in PRINTABLE for box in boxes):
        raise NothingToPrint
    labels = list(wording.labels(boxes, language))
    pages = pdf.pieces(labels, plan, skip=skip, offset=offset, least_mm=least_mm)
    written = io.BytesIO()
    pdf.join(pages, plan, written, title=title({box.lot.code for box in boxes}))
    return written.getvalue()


def title(lots: set[str]) -> str:
    """The name of the document: the lots on it."""
    return ", ".join(sorted(lots))
