"""How labels lie on paper. A new size is a row of ``LAYOUTS``; lengths are millimetres."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

A4 = (210.0, 297.0)


@dataclass(frozen=True, slots=True)
class Layout:
    """One kind of sheet or roll, and what of a label fits on it.

    ``symbol`` is the square of the QR code with its quiet zone, ``body`` the size of the small
    print in points, ``lines`` how many facts there is room for.
    """

    page: tuple[float, float]
    columns: int
    rows: int
    cell: tuple[float, float]
    symbol: float
    body: float
    lines: int
    margin: tuple[float, float] = (0.0, 0.0)
    gap: tuple[float, float] = (0.0, 0.0)

    @property
    def per_page(self) -> int:
        """How many labels a page holds."""
        return self.columns * self.rows

    def places(self) -> Iterator[tuple[float, float]]:
        """The upper left corner of each label, row by row, from the upper left of the page."""
        for row in range(self.rows):
            for column in range(self.columns):
                yield (
                    self.margin[0] + column * (self.cell[0] + self.gap[0]),
                    self.margin[1] + row * (self.cell[1] + self.gap[1]),
                )


LAYOUTS: dict[str, Layout] = {
    "a4-3x8": Layout(A4, 3, 8, (70.0, 37.125), symbol=30.0, body=7.0, lines=6),
    "roll-50x30": Layout((50.0, 30.0), 1, 1, (50.0, 30.0), symbol=21.0, body=6.0, lines=5),
}
