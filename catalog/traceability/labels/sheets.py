"""Sheets and rolls of box labels as a PDF: code as vectors, words as text that can be searched."""

from __future__ import annotations

import io
from collections.abc import Sequence

from django.utils import translation
from django.utils.translation import gettext as _
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from catalog.traceability import codes, places
from catalog.traceability.codes import serials
from catalog.traceability.labels import letters, symbols
from catalog.traceability.labels.layouts import LAYOUTS, Layout
from catalog.traceability.lots.weights import kilograms
from catalog.traceability.models import Box

_PAD = 2.5  # mm between the edge of a label and what is printed on it


class NothingToPrint(ValueError):
    """There is no box to print a label for, or its label was cancelled."""


def sheet(
    boxes: Sequence[Box],
    *,
    layout: str = "a4-3x8",
    skip: int = 0,
    least_mm: float = symbols.SAFE_MM,
    language: str = "vi",
) -> bytes:
    """A PDF with one label per box, in the order given; ``skip`` leaves used-up places free.

    Take boxes from ``queries.packed_for`` or with ``lot__party`` and ``item`` selected. Raises
    ``KeyError`` for a layout nobody knows, ``SymbolTooSmall`` and ``NothingToPrint``.
    """
    plan = LAYOUTS[layout]
    if not boxes or any(box.state in (Box.State.VOID, Box.State.LOST) for box in boxes):
        raise NothingToPrint
    letters.load()
    named = places.names({box.lot.commune_code for box in boxes})
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=(plan.page[0] * mm, plan.page[1] * mm), pageCompression=1)
    canvas.setTitle(_title(boxes))
    corners = list(plan.places())
    with translation.override(language):
        for number, box in enumerate(boxes, start=skip % plan.per_page):
            place = number % plan.per_page
            if place == 0 and number:
                canvas.showPage()
            facts = _facts(box, named.get(box.lot.commune_code, ""))
            _label(canvas, plan, corners[place], box, facts, least_mm)
    canvas.save()
    return written.getvalue()


def _title(boxes: Sequence[Box]) -> str:
    """The name of the document: the lots on it."""
    return ", ".join(sorted({box.lot.code for box in boxes}))


def _facts(box: Box, place: str) -> list[str]:
    """The small print, most needed first."""
    weight = kilograms(box.net_weight_g)
    return [
        *([_("Net weight %(weight)s") % {"weight": weight}] if weight else []),
        _("Picked %(day)s") % {"day": f"{box.lot.harvested_on:%d/%m/%Y}"},
        *(
            [_("Best before %(day)s") % {"day": f"{box.lot.best_before:%d/%m/%Y}"}]
            if box.lot.best_before
            else []
        ),
        box.lot.party.name,
        *([place] if place else []),
    ]


def _label(  # noqa: PLR0917 -- where, what, and how small
    canvas: Canvas,
    plan: Layout,
    corner: tuple[float, float],
    box: Box,
    facts: list[str],
    least_mm: float,
) -> None:
    """One label: QR code left with its own letters below it, words right."""
    left, top = corner[0] * mm, (plan.page[1] - corner[1]) * mm
    height, size = plan.cell[1] * mm, plan.symbol * mm
    under = plan.body * 1.25
    lower = top - (height - size - under) / 2 - size
    draw(canvas, codes.address(box), left + _PAD / 2 * mm, lower, plan.symbol, least_mm)
    canvas.setFont(letters.BOLD, plan.body * 0.95)
    centre = left + _PAD / 2 * mm + size / 2
    canvas.drawCentredString(centre, lower - plan.body * 0.55, serials.grouped(box.code))
    start = left + _PAD / 2 * mm + size + mm
    space = left + (plan.cell[0] - _PAD) * mm - start
    _words(canvas, plan, start, top, space, box, facts)


def _words(  # noqa: PLR0917 -- where, and what
    canvas: Canvas,
    plan: Layout,
    left: float,
    top: float,
    space: float,
    box: Box,
    facts: list[str],
) -> None:
    """Product name, the facts there is room for, and the lot, centred between the edges."""
    big, small = plan.body * 1.4, plan.body
    name = letters.wrapped(box.item.name(translation.get_language()), letters.BOLD, big, space, 2)
    rest = facts[: plan.lines - 1]
    total = len(name) * big * 1.25 + (len(rest) + 1) * small * 1.4
    line = top - (plan.cell[1] * mm - total) / 2 - big
    canvas.setFont(letters.BOLD, big)
    for text in name:
        canvas.drawString(left, line, text)
        line -= big * 1.25
    line += (big - small) * 0.6
    lot = _("Lot %(code)s") % {"code": box.lot.code}
    for text, font in [*((fact, letters.PLAIN) for fact in rest), (lot, letters.BOLD)]:
        shown, size = letters.fitting(text, font, small, space)
        canvas.setFont(font, size)
        canvas.drawString(left, line, shown)
        line -= small * 1.4


def draw(  # noqa: PLR0917 -- what, where, and how small
    canvas: Canvas, text: str, left: float, lower: float, space_mm: float, least_mm: float
) -> None:
    """The QR code of a text as one vector path in a square of ``space_mm``, corner in points."""
    drawn = symbols.symbol(text)
    module = symbols.module_mm(drawn.side, space_mm, least_mm) * mm
    upper = lower + drawn.side * module
    path = canvas.beginPath()
    for run in drawn.runs:
        path.rect(
            left + run.column * module,
            upper - (run.row + 1) * module,
            run.length * module,
            module,
        )
    canvas.setFillGray(0)
    canvas.drawPath(path, stroke=0, fill=1)
