"""How labels lie on paper. A new size is a row of ``LAYOUTS``; lengths are millimetres."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

A4 = (210.0, 297.0)


@dataclass(frozen=True, slots=True)
class Layout:
    """One kind of sheet or roll, and what of a label fits on it.

    ``symbol`` is the square of the QR code with its quiet zone, ``body`` the size of the small
    print in points, ``lines`` how many facts there is room for, right of the code or ``below`` it.
    """

    name: Promise
    page: tuple[float, float]
    columns: int
    rows: int
    cell: tuple[float, float]
    symbol: float
    body: float
    lines: int
    margin: tuple[float, float] = (0.0, 0.0)
    gap: tuple[float, float] = (0.0, 0.0)
    below: bool = False

    @property
    def per_page(self) -> int:
        """How many labels a page holds."""
        return self.columns * self.rows

    @property
    def is_roll(self) -> bool:
        """Whether each label is a page of its own."""
        return self.per_page == 1

    @property
    def pitch(self) -> tuple[float, float]:
        """From the edge of one label to the same edge of the next, across and down."""
        return self.cell[0] + self.gap[0], self.cell[1] + self.gap[1]

    def places(self) -> Iterator[tuple[float, float]]:
        """The upper left corner of each label, row by row, from the upper left of the page."""
        for row in range(self.rows):
            for column in range(self.columns):
                yield (
                    self.margin[0] + column * self.pitch[0],
                    self.margin[1] + row * self.pitch[1],
                )


LAYOUTS: dict[str, Layout] = {
    "a4-3x8": Layout(
        _("A4, 24 labels of 70 × 37 mm"), A4, 3, 8, (70.0, 37.125), symbol=30.0, body=7.0, lines=6
    ),
    "a4-2x4": Layout(
        _("A4, 8 labels of 105 × 74 mm"), A4, 2, 4, (105.0, 74.25), symbol=46.0, body=11.0, lines=6
    ),
    "a4-5x13": Layout(
        _("A4, 65 labels of 38 × 21 mm"),
        A4,
        5,
        13,
        (38.1, 21.2),
        symbol=17.6,
        body=4.6,
        lines=5,
        margin=(4.75, 10.7),
        gap=(2.5, 0.0),
    ),
    "a4-8x11": Layout(
        _("A4, 88 labels of 25 × 25 mm"),
        A4,
        8,
        11,
        (25.0, 25.0),
        symbol=17.0,
        body=4.2,
        lines=1,
        margin=(5.0, 11.0),
        below=True,
    ),
    "roll-50x30": Layout(
        _("Roll, 50 × 30 mm"), (50.0, 30.0), 1, 1, (50.0, 30.0), symbol=21.0, body=6.0, lines=5
    ),
    "roll-40x25": Layout(
        _("Roll, 40 × 25 mm"), (40.0, 25.0), 1, 1, (40.0, 25.0), symbol=18.0, body=4.8, lines=5
    ),
}
