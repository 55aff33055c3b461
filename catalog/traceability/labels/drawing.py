"""One label as marks on a page: code with its quiet zone, its own letters below, words beside it.

Labels of one item and lot differ by their code alone, so their words are drawn once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from catalog.traceability.labels import encoder, letters, symbols, typeface
from catalog.traceability.labels.layouts import Layout
from catalog.traceability.labels.wording import Label, Words

MM = 72 / 25.4
_PAD = 2.5  # mm between the edge of a label and what is printed on it
FONTS = {letters.PLAIN: "/P", letters.BOLD: "/B"}


class Pen:
    """Draws the labels of a batch on one layout, and remembers which letters it needed."""

    def __init__(self, plan: Layout, side: int, least_mm: float) -> None:
        """Measure the code: ``side`` modules with the quiet zone; ``SymbolTooSmall``."""
        letters.load()
        self.plan = plan
        self.module = symbols.module_mm(side, plan.symbol, least_mm) * MM
        self.side = side - 2 * symbols.QUIET
        self.used: dict[str, set[str]] = {name: set() for name in FONTS}
        self._words: dict[Words, str] = {}

    def draw(self, label: Label, bitmap: bytes) -> str:
        """The marks of a label whose lower left corner is the origin."""
        words = self._words.get(label.words)
        if words is None:
            words = self._words[label.words] = "".join(self._drawn(label.words))
        return words + self._code(bitmap) + self._own(label.grouped)

    def _code(self, bitmap: bytes) -> str:
        """The dark modules as a picture of one bit each; what is light stays paper."""
        size = self.side * self.module
        quiet = symbols.QUIET * self.module
        left, lower = self._corner()
        return (
            f"q {size:.3f} 0 0 {size:.3f} {left + quiet:.3f} {lower + quiet:.3f} cm "
            f"BI/W {self.side}/H {self.side}/IM true/BPC 1/D[1 0]/F/AHx ID {bitmap.hex()}> EI Q\n"
        )

    def _corner(self) -> tuple[float, float]:
        """The lower left corner of the code with its quiet zone."""
        plan = self.plan
        wide, high = plan.cell[0] * MM, plan.cell[1] * MM
        size = plan.symbol * MM
        if plan.below:
            return (wide - size) / 2, high - size - 0.4 * MM
        return _PAD / 2 * MM, (high - size - plan.body * 1.25) / 2 + plan.body * 1.25

    def _own(self, grouped: str) -> str:
        """The code for people, under the quiet zone of the code for machines."""
        left, lower = self._corner()
        text, size = own(grouped, self.plan)
        start = left + (self.plan.symbol * MM - letters.width(text, letters.BOLD, size)) / 2
        return self._text(start, lower - self.plan.body * 0.75, letters.BOLD, size, text)

    def _text(self, left: float, base: float, font: str, size: float, text: str) -> str:
        """A line of text."""
        plain = typeface.known(text, font)
        self.used[font].update(plain)
        glyphs = typeface.shown(plain, font)
        return f"BT{FONTS[font]} {size:.2f} Tf {left:.2f} {base:.2f} Td<{glyphs}>Tj ET\n"

    def _drawn(self, words: Words) -> Iterator[str]:
        """The words beside or below the code."""
        return self._below(words) if self.plan.below else self._beside(words)

    def _beside(self, words: Words) -> Iterator[str]:
        """Product name, the facts there is room for, lot and GTIN, centred between the edges."""
        plan = self.plan
        left = _PAD / 2 * MM + plan.symbol * MM + MM
        lines = list(label_lines(words, plan, (plan.cell[0] - _PAD) * MM - left))
        names = sum(points > plan.body for _text, points, _font in lines)
        total = (names * 1.75 + (len(lines) - names) * 1.4) * plan.body
        line = (plan.cell[1] * MM + total) / 2 - plan.body * 1.4
        for number, (text, points, font) in enumerate(lines):
            yield self._text(left, line, font, points, text)
            line -= plan.body * (1.4 if number >= names else 1.75)
            line += plan.body * 0.24 * (number == names - 1)

    def _below(self, words: Words) -> Iterator[str]:
        """Product name, lot and GTIN in the middle, below the code and its letters."""
        plan = self.plan
        space = (plan.cell[0] - _PAD) * MM
        line = self._corner()[1] - plan.body * 1.95
        name = letters.fitting(words.name, letters.BOLD, plan.body * 1.1, space)
        rest = [letters.fitting(end, letters.PLAIN, plan.body, space) for end in _ends(words)]
        for (text, size), font in zip([name, *rest], _fonts(), strict=False):
            left = (plan.cell[0] * MM - letters.width(text, font, size)) / 2
            yield self._text(left, line, font, size, text)
            line -= plan.body * 1.25


def label_lines(words: Words, plan: Layout, space: float) -> Iterator[tuple[str, float, str]]:
    """The lines beside a code, ``space`` points wide: each text, its size in points, its font.

    The name first, larger than all else, then the facts there is room for, lot and GTIN last.
    """
    big, small = plan.body * 1.4, plan.body
    for text in letters.wrapped(words.name, letters.BOLD, big, space, 2):
        yield text, big, letters.BOLD
    ends = _ends(words)
    facts = [(fact, letters.PLAIN) for fact in words.facts[: plan.lines - len(ends)]]
    for text, font in [*facts, *((end, letters.BOLD) for end in ends)]:
        shown, size = letters.fitting(text, font, small, space)
        yield shown, size, font


def own(grouped: str, plan: Layout) -> tuple[str, float]:
    """The code for people, no wider than the one for machines, and its size in points."""
    return letters.fitting(grouped, letters.BOLD, plan.body * 0.95, plan.symbol * MM)


def batch(labels: Sequence[Label]) -> encoder.Symbols:
    """The codes of labels, one size for all: error correction M, the best mask each."""
    return encoder.encode([label.address.encode() for label in labels])


def _ends(words: Words) -> list[str]:
    """What no label may lack: the lot, and the GTIN where there is one."""
    return [words.lot_line, *([f"GTIN {words.gtin}"] if words.gtin else [])]


def _fonts() -> Iterator[str]:
    """A name in bold, all else plain."""
    yield letters.BOLD
    while True:
        yield letters.PLAIN
