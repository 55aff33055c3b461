"""A poster for a stall or a shop window: whose goods, where, and the code that opens their page."""

from __future__ import annotations

import io
from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from catalog.traceability.labels import letters, symbols

_WIDE, _HIGH = 210 * mm, 297 * mm
_EDGE = 15 * mm
_FOOT = 80 * mm
_FIELD, _FOREST, _DEEP = HexColor("#f6ecd7"), HexColor("#14532d"), HexColor("#12301f")
_SUN, _RIDGE, _PALE = HexColor("#f6b73c"), HexColor("#2f6b47"), HexColor("#eef4ea")


@dataclass(frozen=True, slots=True)
class Words:
    """What a poster says: the market's name, a headline of few words, a sentence, and who sells.

    ``address`` is what the code opens, ``shown`` how it is printed beside it, ``notes`` are one or
    two lines under the seller: place, telephone, season.
    """

    market: str
    headline: str
    sentence: str
    seller: str
    address: str
    shown: str
    notes: tuple[str, ...] = ()


def poster(words: Words) -> bytes:
    """An A4 poster as PDF: headline and hills above, seller and QR code below."""
    letters.load()
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=(_WIDE, _HIGH), pageCompression=1)
    canvas.setTitle(f"{words.seller} – {words.market}")
    canvas.setFillColor(_FIELD)
    canvas.rect(0, _FOOT, _WIDE, _HIGH - _FOOT, stroke=0, fill=1)
    _hills(canvas)
    _headline(canvas, words)
    canvas.setFillColor(_DEEP)
    canvas.rect(0, 0, _WIDE, _FOOT, stroke=0, fill=1)
    _seller(canvas, words)
    canvas.save()
    return written.getvalue()


def _headline(canvas: Canvas, words: Words) -> None:
    """The market's name, the headline as big as it fits on three lines, the sentence."""
    space = _WIDE - 2 * _EDGE
    canvas.setFillColor(_FOREST)
    canvas.setFont(letters.BOLD, 17)
    canvas.drawString(_EDGE, _HIGH - 27 * mm, words.market)
    size = 74.0
    while size > 30 and not _fits(words.headline, size, space):
        size -= 2
    line = _HIGH - 36 * mm - size
    canvas.setFont(letters.BOLD, size)
    for text in letters.wrapped(words.headline, letters.BOLD, size, space, 3):
        canvas.drawString(_EDGE, line, text)
        line -= size * 1.2
    canvas.setFillColor(HexColor("#1b2a22"))
    canvas.setFont(letters.PLAIN, 19)
    line += size * 0.55 - 19
    for text in letters.wrapped(words.sentence, letters.PLAIN, 19, space * 0.8, 4):
        canvas.drawString(_EDGE, line, text)
        line -= 19 * 1.45


def _fits(headline: str, size: float, space: float) -> bool:
    """Whether the headline needs at most three lines, none cut."""
    lines = letters.wrapped(headline, letters.BOLD, size, space, 3)
    return " ".join(lines) == " ".join(headline.split())


def _hills(canvas: Canvas) -> None:
    """The market's sun and two ridges, the one ornament a poster has."""
    canvas.setFillColor(_SUN)
    canvas.circle(_WIDE - 50 * mm, _FOOT + 58 * mm, 22 * mm, stroke=0, fill=1)
    for colour, points in (
        (_RIDGE, ((0, 30), (35, 56), (62, 34), (98, 66), (140, 34), (172, 54), (210, 26))),
        (_FOREST, ((0, 14), (44, 38), (80, 14), (124, 42), (168, 12), (210, 34))),
    ):
        path = canvas.beginPath()
        path.moveTo(0, _FOOT)
        for across, up in points:
            path.lineTo(across * mm, _FOOT + up * mm)
        path.lineTo(_WIDE, _FOOT)
        path.close()
        canvas.setFillColor(colour)
        canvas.drawPath(path, stroke=0, fill=1)


def _seller(canvas: Canvas, words: Words) -> None:
    """The QR code on white, and beside it whose page it opens and its address to type."""
    side = 58.0
    lower = (_FOOT - side * mm) / 2
    canvas.setFillColor(HexColor("#ffffff"))
    canvas.rect(_EDGE, lower, side * mm, side * mm, stroke=0, fill=1)
    _code(canvas, words.address, lower, side)
    left = _EDGE + (side + 10) * mm
    space = _WIDE - _EDGE - left
    canvas.setFillColor(_PALE)
    canvas.setFont(letters.BOLD, 27)
    line = lower + side * mm - 27
    for text in letters.wrapped(words.seller, letters.BOLD, 27, space, 2):
        canvas.drawString(left, line, text)
        line -= 27 * 1.25
    canvas.setFont(letters.PLAIN, 15)
    line += 6
    for note in words.notes:
        for text in letters.wrapped(note, letters.PLAIN, 15, space, 2):
            canvas.drawString(left, line, text)
            line -= 15 * 1.45
    size = min(17.0, 17.0 * space / max(letters.width(words.shown, letters.BOLD, 17), 1))
    canvas.setFont(letters.BOLD, size)
    canvas.drawString(left, lower + 4, words.shown)


def _code(canvas: Canvas, text: str, lower: float, space_mm: float) -> None:
    """The QR code of a text as one vector path in a square of ``space_mm`` at the edge."""
    drawn = symbols.symbol(text)
    module = symbols.module_mm(drawn.side, space_mm) * mm
    upper = lower + drawn.side * module
    path = canvas.beginPath()
    for run in drawn.runs:
        path.rect(
            _EDGE + run.column * module,
            upper - (run.row + 1) * module,
            run.length * module,
            module,
        )
    canvas.setFillGray(0)
    canvas.drawPath(path, stroke=0, fill=1)
