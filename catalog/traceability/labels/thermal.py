"""Labels for thermal printers in their own language, ZPL II: the printer draws code and words.

A module is a whole number of the printer's dots, the largest that fits. Printers know few
typefaces: whether the built-in one has every Vietnamese letter is the printer's affair, which is
why rolls can be printed from a PDF too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from catalog.traceability.labels import capacities, letters, symbols
from catalog.traceability.labels.capacities import Level
from catalog.traceability.labels.drawing import MM, label_lines, own
from catalog.traceability.labels.layouts import Layout
from catalog.traceability.labels.wording import Label

DPI = (203, 300)
_INCH = 25.4
_LARGEST = 10  # dots a module, at most
_PAD = 1.25


class RollsOnly(ValueError):
    """A thermal printer prints rolls, no sheets."""


def magnification(
    text: str, plan: Layout, dpi: int, least_mm: float = symbols.LEAST_MM
) -> tuple[int, int]:
    """How many dots a module takes, and how many the code measures; ``SymbolTooSmall``."""
    version = capacities.smallest(len(text.encode()), Level.MEDIUM)
    side = 17 + 4 * version + 2 * symbols.QUIET
    dots = min(_LARGEST, int(plan.symbol / _INCH * dpi / side))
    # Measured where there is a dot at all, so that what is refused says how small it would be.
    symbols.module_mm(side, dots * side * _INCH / dpi, least_mm)
    return dots, dots * side


def pieces(
    labels: Sequence[Label],
    plan: Layout,
    *,
    dpi: int,
    offset: tuple[float, float] = (0.0, 0.0),
    least_mm: float = symbols.LEAST_MM,
) -> Iterator[bytes]:
    """Each label from ``^XA`` to ``^XZ``."""
    if not plan.is_roll:
        raise RollsOnly
    letters.load()
    for label in labels:
        yield _label(label, plan, dpi, offset, least_mm).encode()


def join(found: Iterable[bytes], plan: Layout, out: BinaryIO, *, title: str) -> None:
    """One label after another."""
    out.writelines(found)


def _label(
    label: Label, plan: Layout, dpi: int, offset: tuple[float, float], least_mm: float
) -> str:
    """One label: Unicode on, size, code, its letters, the words."""
    dots, size = magnification(label.address, plan, dpi, least_mm)
    scale = dpi / _INCH
    quiet = symbols.QUIET * dots
    body = plan.body / MM
    top = (plan.cell[1] - body * 1.25) / 2 - size / scale / 2
    place = f"^FO{_dots(_PAD, scale) + quiet},{_dots(top, scale) + quiet}"
    words = [
        f"{place}^BQN,2,{dots}^FH_^FDMA,{_escaped(label.address)}^FS",
        _text(_PAD, top + size / scale + body * 0.1, _own_size(label, plan), label.grouped, scale),
    ]
    left = _PAD + size / scale + 1
    line = 1.5
    for text, points, _font in label_lines(label.words, plan, (plan.cell[0] - 1 - left) * MM):
        words.append(_text(left, line, points / MM, text, scale))
        line += points / MM * 1.3
    page = f"^PW{_dots(plan.page[0], scale)}^LL{_dots(plan.page[1], scale)}"
    moved = f"^LH{max(0, _dots(offset[0], scale))},{max(0, _dots(offset[1], scale))}"
    return "\n".join(["^XA", "^CI28", page + moved, *words, "^PQ1", "^XZ", ""])


def _own_size(label: Label, plan: Layout) -> float:
    """How high the code for people is, so that it stays under its symbol."""
    return own(label.grouped, plan)[1] / 0.95 / MM


def _text(left: float, top: float, high: float, text: str, scale: float) -> str:
    """A line of text in the printer's scalable typeface."""
    place = f"^FO{_dots(left, scale)},{_dots(top, scale)}"
    return f"{place}^A0N,{_dots(high, scale)}^FH_^FD{_escaped(text)}^FS"


def _dots(length: float, scale: float) -> int:
    """Millimetres in dots."""
    return round(length * scale)


def _escaped(text: str) -> str:
    """A text in which nothing is a command: ``^``, ``~``, the escape itself and control signs."""
    return "".join(
        f"_{ord(sign):02X}" if sign in "^~_" or ord(sign) < 32 else sign for sign in text
    )
