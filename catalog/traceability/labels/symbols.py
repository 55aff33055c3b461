"""QR codes: error correction M, a quiet zone of four modules, modules no phone fails to read.

Sizes by trial with real decoders: 0.33 mm and more is safe by hand, below 0.25 mm nothing is
printed.
"""

from __future__ import annotations

import io
from typing import NamedTuple

from PIL import Image

from marketplace.design import qrmaking

QUIET = 4
SAFE_MM = 0.33
LEAST_MM = 0.25


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
    rows = qrmaking.matrix(text)
    found = (
        Run(column + QUIET, row + QUIET, length) for row, column, length in qrmaking.runs(rows)
    )
    return Symbol(len(rows) + 2 * QUIET, tuple(found))


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


def _escaped(text: str) -> str:
    """A text inside a double-quoted attribute."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
