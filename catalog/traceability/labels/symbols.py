"""QR codes: error correction M, a quiet zone of four modules, modules no phone fails to read.

Sizes by trial with real decoders: 0.33 mm and more is safe by hand, below 0.25 mm nothing is
printed.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import NamedTuple

import qrcode
from PIL import Image
from qrcode.constants import ERROR_CORRECT_M

QUIET = 4
SAFE_MM = 0.33
LEAST_MM = 0.25

Matrix = list[list[bool]]


class SymbolTooSmall(ValueError):
    """The code does not fit its place with modules a phone can read; arguments are millimetres."""


class Run(NamedTuple):
    """Dark modules side by side, counted from the upper left corner of the quiet zone."""

    column: int
    row: int
    length: int


class Symbol(NamedTuple):
    """The dark runs of a QR code and how many modules it measures with its quiet zone."""

    side: int
    runs: tuple[Run, ...]


def symbol(text: str) -> Symbol:
    """The QR code of a text."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text, optimize=0)
    code.make(fit=True)
    matrix: Matrix = code.get_matrix()
    return Symbol(len(matrix) + 2 * QUIET, tuple(_runs(matrix)))


def module_mm(side: int, space_mm: float, least_mm: float = SAFE_MM) -> float:
    """How wide a module becomes in a square of ``space_mm``; ``SymbolTooSmall`` under the least.

    ``least_mm`` may be lowered to 0.25 for small labels, never further.
    """
    width = space_mm / side
    least = max(least_mm, LEAST_MM)
    if width < least:
        raise SymbolTooSmall(round(width, 3), least)
    return width


def qr_svg(text: str, *, label: str = "") -> str:
    """The QR code as an ``<svg>`` on white, one unit per module; ``label`` is read out aloud."""
    drawn = symbol(text)
    path = "".join(f"M{run.column} {run.row}h{run.length}v1h-{run.length}z" for run in drawn.runs)
    named = f'role="img" aria-label="{_escaped(label)}"' if label else 'aria-hidden="true"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {drawn.side} {drawn.side}" {named} '
        f'shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{drawn.side}v{drawn.side}H0z"/>'
        f'<path d="{path}"/></svg>'
    )


def qr_png(text: str, *, module_px: int = 8) -> bytes:
    """The QR code as a black and white PNG, ``module_px`` pixels a module."""
    drawn = symbol(text)
    picture = Image.new("1", (drawn.side, drawn.side), 1)
    for run in drawn.runs:
        picture.paste(0, (run.column, run.row, run.column + run.length, run.row + 1))
    size = drawn.side * module_px
    written = io.BytesIO()
    picture.resize((size, size), Image.Resampling.NEAREST).save(written, "PNG", optimize=True)
    return written.getvalue()


def _runs(matrix: Matrix) -> Iterator[Run]:
    """Row by row, the stretches of dark modules."""
    for row, modules in enumerate(matrix):
        start: int | None = None
        for column, dark in enumerate([*modules, False]):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                yield Run(start + QUIET, row + QUIET, column - start)
                start = None


def _escaped(text: str) -> str:
    """A text inside a double-quoted attribute."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
