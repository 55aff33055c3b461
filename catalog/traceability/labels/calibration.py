"""A page that shows how far a printer is off: the labels' outlines, crosses, rulers of millimetres.

It is printed on plain paper and held against a sheet of labels before a light, or on the sheet
itself. The rulers count from where a label's corner should be: of a sheet the second label's of the
second row, so that they do not run off the paper.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from django.utils.translation import gettext as _
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from catalog.traceability.labels import letters
from catalog.traceability.labels.layouts import Layout

_ARM = 2.0  # of a cross, in millimetres
_REACH = 10  # of a ruler, to either side


def page(plan: Layout, offset: tuple[float, float] = (0.0, 0.0)) -> bytes:
    """The page of one layout as PDF, moved as the labels are by now."""
    letters.load()
    written = io.BytesIO()
    wide, high = plan.page
    canvas = Canvas(written, pagesize=(wide * mm, high * mm), pageCompression=1)
    canvas.setTitle(str(plan.name))
    canvas.setViewerPreference("PrintScaling", "None")
    # Millimetres from the upper left corner, down the page.
    canvas.translate(0, high * mm)
    canvas.scale(mm, -mm)
    canvas.translate(*offset)
    canvas.setLineWidth(0.1)
    for left, top in plan.places():
        canvas.rect(left, top, *plan.cell)
        _cross(canvas, left + plan.cell[0] / 2, top + plan.cell[1] / 2)
    _rulers(canvas, plan)
    _words(canvas, plan)
    canvas.save()
    return written.getvalue()


def _cross(canvas: Canvas, across: float, down: float) -> None:
    """A cross in the middle of a label."""
    canvas.line(across - _ARM, down, across + _ARM, down)
    canvas.line(across, down - _ARM, across, down + _ARM)


def _ticks() -> Iterator[tuple[int, float]]:
    """Each millimetre of a ruler, and how long its mark is."""
    for at in range(-_REACH, _REACH + 1):
        yield at, 3.0 if at % 5 == 0 else 1.5


def _rulers(canvas: Canvas, plan: Layout) -> None:
    """A ruler across and one down, through two edges of a label."""
    places = list(plan.places())
    left, top = places[0] if plan.is_roll else places[plan.columns + 1]
    across, down = left + plan.cell[0] / 3, top + plan.cell[1] / 2
    for at, long in _ticks():
        canvas.line(left + at, down - long / 2, left + at, down + long / 2)
        canvas.line(across - long / 2, top + at, across + long / 2, top + at)


def _words(canvas: Canvas, plan: Layout) -> None:
    """What to do with it, inside a label of the middle."""
    places = list(plan.places())
    left, top = places[len(places) // 2] if not plan.is_roll else places[0]
    size = plan.body * 0.8
    space = (plan.cell[0] - 4) * mm
    text = _("Print at 100 %. Measure how far the outline lies from the label's edge.")
    canvas.saveState()
    canvas.translate(left + 2, top + (plan.cell[1] * 0.7))
    canvas.scale(1 / mm, -1 / mm)
    canvas.setFont(letters.PLAIN, size)
    for number, line in enumerate(letters.wrapped(text, letters.PLAIN, size, space, 4)):
        canvas.drawString(0, -number * size * 1.3, line)
    canvas.restoreState()
