"""The traceability record on paper: A4, the elements with their rule, then what happened."""

from __future__ import annotations

import io
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.html import escape
from django.utils.translation import gettext as _
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from catalog.traceability.exports.record import Record
from catalog.traceability.labels import letters

_INK, _LINE, _PALE = HexColor("#12301f"), HexColor("#c9d5cc"), HexColor("#eef4ea")
_GREY = HexColor("#4a5d51")
_EDGE = 18 * mm
_INSIDE = 12  # points that the frame of a page leaves free on both sides together


def pdf(record: Record, language: str = "vi") -> bytes:
    """The document; the same record is the same bytes, so that it can be told unchanged."""
    letters.load()
    written = io.BytesIO()
    with translation.override(language):
        heading = _("Traceability record of lot %(code)s") % {"code": record.lot.code}
        document = SimpleDocTemplate(
            written,
            pagesize=A4,
            leftMargin=_EDGE,
            rightMargin=_EDGE,
            topMargin=_EDGE,
            bottomMargin=20 * mm,
            title=heading,
            author=record.lot.party.name,
            invariant=1,
        )
        story: list[Flowable] = [
            _text(settings.MARKET_NAME, 9, color=_GREY),
            _text(heading, 17, bold=True),
            Spacer(1, 5 * mm),
            _elements(record, document.width - _INSIDE),
            Spacer(1, 7 * mm),
            _text(_("What happened"), 12, bold=True),
            Spacer(1, 2 * mm),
            _stages(record, document.width - _INSIDE),
            Spacer(1, 6 * mm),
            _text(record.note, 8, color=_GREY),
        ]
        document.build(story, onFirstPage=_foot, onLaterPages=_foot)
    return written.getvalue()


def _text(words: str, size: float, *, bold: bool = False, color: Any = _INK) -> Paragraph:
    """A paragraph of plain words."""
    style = ParagraphStyle(
        "text",
        fontName=letters.BOLD if bold else letters.PLAIN,
        fontSize=size,
        leading=size * 1.4,
        textColor=color,
        splitLongWords=True,
    )
    return Paragraph(escape(words).replace("\n", "<br/>"), style)


def _elements(record: Record, space: float) -> Table:
    """What the rules ask for on the left with the rule below it, what is known on the right."""
    rows = []
    for one in record.elements:
        words = "\n".join(one.values)
        told = _text(words, 10) if words else _text(_("not written down"), 10, color=_GREY)
        rows.append([[_text(one.label, 10, bold=True), _text(one.rule, 7, color=_GREY)], told])
    made = Table(rows, colWidths=[space * 0.42, space * 0.58])
    made.setStyle(
        [
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, _LINE),
            ("LINEABOVE", (0, 0), (-1, 0), 1, _INK),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 4),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ]
    )
    return made


def _stages(record: Record, space: float) -> Table:
    """The steps, oldest first."""
    heading = (_("Step"), _("Day"), _("Place"), _("Quantity"))
    rows = [[_text(one, 8.5, bold=True) for one in heading]]
    rows += [[_text(one, 9) for one in stage] for stage in record.stages]
    made = Table(rows, colWidths=[space * part for part in (0.34, 0.16, 0.32, 0.18)], repeatRows=1)
    made.setStyle(
        [
            ("BACKGROUND", (0, 0), (-1, 0), _PALE),
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, _LINE),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
    )
    return made


def _foot(canvas: Canvas, document: Any) -> None:
    """The number of the page."""
    canvas.setFont(letters.PLAIN, 8)
    canvas.setFillColor(_GREY)
    page = _("Page %(number)d") % {"number": document.page}
    canvas.drawRightString(A4[0] - _EDGE, 11 * mm, page)
