"""A statement on paper: A4, as many pages as its orders need, the heading repeated on each."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from catalog.traceability.labels import letters
from marketplace.design import formats

_INK, _LINE, _PALE = HexColor("#12301f"), HexColor("#c9d5cc"), HexColor("#eef4ea")
_EDGE = 15 * mm
Cells = Sequence[str | int]


def pdf(
    *, heading: str, facts: Sequence[str], sums: Sequence[tuple[str, int]], table: Sequence[Cells]
) -> bytes:
    """The document: who and when, the sums in words and đồng, then every order."""
    letters.load()
    written = io.BytesIO()
    document = SimpleDocTemplate(
        written,
        pagesize=A4,
        leftMargin=_EDGE,
        rightMargin=_EDGE,
        topMargin=_EDGE,
        bottomMargin=18 * mm,
        title=heading,
        author=settings.MARKET_NAME,
    )
    story: list[Flowable] = [_text(settings.MARKET_NAME, 9), _text(heading, 18, bold=True)]
    story += [_text(fact, 11) for fact in facts]
    story += [Spacer(1, 6 * mm), _sums(sums, document.width), Spacer(1, 8 * mm)]
    story.append(_orders(table, document.width))
    document.build(story, onFirstPage=_foot, onLaterPages=_foot)
    return written.getvalue()


def _text(words: str, size: float, *, bold: bool = False, right: bool = False) -> Paragraph:
    style = ParagraphStyle(
        "text",
        fontName=letters.BOLD if bold else letters.PLAIN,
        fontSize=size,
        leading=size * 1.35,
        textColor=_INK,
    )
    if right:
        style.alignment = TA_RIGHT
    safe = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return Paragraph(safe, style)


def _sums(sums: Sequence[tuple[str, int]], space: float) -> Table:
    *parts, (last, payable) = sums
    rows = [[_text(words, 11), _text(formats.dong(one), 11, right=True)] for words, one in parts]
    rows.append(
        [_text(last, 13, bold=True), _text(formats.dong(payable), 13, bold=True, right=True)]
    )
    made = Table(rows, colWidths=[space * 0.65, space * 0.35])
    made.setStyle([("LINEABOVE", (0, -1), (-1, -1), 1, _INK), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    return made


def _orders(table: Sequence[Cells], space: float) -> Table:
    heading, *rows = table
    cells: list[list[Any]] = [[_text(str(one), 7.5, bold=True) for one in heading]]
    cells += [[_cell(one) for one in row] for row in rows]
    first, second = 30 * mm, 22 * mm
    rest = (space - first - second) / (len(heading) - 2)
    made = Table(cells, colWidths=[first, second, *[rest] * (len(heading) - 2)], repeatRows=1)
    made.setStyle(
        [
            ("BACKGROUND", (0, 0), (-1, 0), _PALE),
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, _LINE),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 2),
            ("RIGHTPADDING", (0, 0), (-1, -1), 2),
        ]
    )
    return made


def _cell(what: str | int) -> Paragraph:
    if isinstance(what, int):
        return _text(f"{what:,}".replace(",", ".") if what else "–", 7.5, right=True)
    return _text(what, 7.5)


def _foot(canvas: Canvas, document: Any) -> None:
    canvas.setFont(letters.PLAIN, 8)
    canvas.setFillColor(_INK)
    page = _("Page %(number)d") % {"number": document.page}
    canvas.drawRightString(A4[0] - _EDGE, 10 * mm, page)
