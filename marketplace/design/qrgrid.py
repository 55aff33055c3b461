"""What the size of a QR code fixes: its patterns, the way the data runs, the eight masks.

Made once for each size (ISO/IEC 18004), for error correction M.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Grid:
    """All that a size fixes. Numbers have a bit for every module, the first one highest."""

    side: int
    fixed: int
    path: tuple[int, ...]  # where the data goes, as places in the text of the code
    masks: tuple[int, ...]  # each with its own format bits
    inner: tuple[int, ...]  # the modules that have so many to their right


@lru_cache
def grid(version: int) -> Grid:
    """The grid of a version."""
    side = 17 + 4 * version
    taken = dict(_patterns(version, side))
    columns = [right for right in range(side - 1, 0, -2) if right > 6]
    columns += [5, 3, 1]
    path = [
        (row, column)
        for number, right in enumerate(columns)
        for row in (range(side) if number % 2 else reversed(range(side)))
        for column in (right, right - 1)
        if (row, column) not in taken
    ]
    free = set(path)
    return Grid(
        side,
        _number(side, {place for place, dark in taken.items() if dark}),
        tuple(row * side + column for row, column in path),
        tuple(
            _number(
                side, {place for place in free if turns_over(mask, *place)} | _format(mask, side)
            )
            for mask in range(8)
        ),
        tuple(int(("1" * (side - right) + "0" * right) * side, 2) for right in range(11)),
    )


def _number(side: int, dark: set[tuple[int, int]]) -> int:
    """Places as one number."""
    return sum(1 << side * side - 1 - row * side - column for row, column in dark)


def _patterns(version: int, side: int) -> Iterator[tuple[tuple[int, int], bool]]:
    """Every module that is no data: corners, marks, timing, version, room for the format."""
    for place in range(side):
        yield (6, place), place % 2 == 0
        yield (place, 6), place % 2 == 0
    for row in _marks(version):
        for column in _marks(version):
            if (row, column) not in {(6, 6), (6, side - 7), (side - 7, 6)}:
                yield from _square(row, column, 2, side)
    for row, column in ((3, 3), (3, side - 4), (side - 4, 3)):
        yield from _square(row, column, 4, side)
    yield from ((one, False) for both in format_places(side) for one in both)
    yield (side - 8, 8), True
    if version > 6:
        yield from _version_bits(version, side)


def _version_bits(version: int, side: int) -> Iterator[tuple[tuple[int, int], bool]]:
    """The version, written twice."""
    bits = version << 12 | check_bits(version, 12, 0x1F25)
    for at in range(18):
        across, down = at // 3, side - 11 + at % 3
        yield (across, down), bool(bits >> at & 1)
        yield (down, across), bool(bits >> at & 1)


def _square(row: int, column: int, reach: int, side: int) -> Iterator[tuple[tuple[int, int], bool]]:
    """A square of rings around a middle: a corner with its light border, or a small mark."""
    light = {1} if reach == 2 else {2, 4}
    for y in range(-reach, reach + 1):
        for x in range(-reach, reach + 1):
            if 0 <= row + y < side and 0 <= column + x < side:
                yield (row + y, column + x), max(abs(x), abs(y)) not in light


def _marks(version: int) -> list[int]:
    """The rows (and columns) of the small marks."""
    if version == 1:
        return []
    count, last = version // 7 + 2, 10 + 4 * version
    step = 26 if version == 32 else (4 * version + 2 * count + 1) // (2 * count - 2) * 2
    return [6, *reversed([last - step * number for number in range(count - 1)])]


def check_bits(value: int, width: int, polynomial: int) -> int:
    """The check bits of a format or version."""
    rest = value << width
    while rest.bit_length() > width:
        rest ^= polynomial << rest.bit_length() - width - 1
    return rest


def format_places(side: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The two places of each format bit, the lowest bit first."""
    near = [(row, 8) for row in (0, 1, 2, 3, 4, 5, 7, 8)]
    near += [(8, column) for column in (7, 5, 4, 3, 2, 1, 0)]
    far = [(8, side - 1 - column) for column in range(8)]
    far += [(side - 7 + row, 8) for row in range(7)]
    return list(zip(near, far, strict=True))


def _format(mask: int, side: int) -> set[tuple[int, int]]:
    """The dark ones of the format: error correction M (00) and the mask."""
    bits = (mask << 10 | check_bits(mask, 10, 0x537)) ^ 0x5412
    return {
        place for at, both in enumerate(format_places(side)) if bits >> at & 1 for place in both
    }


def turns_over(mask: int, y: int, x: int) -> bool:
    """Whether a mask turns the module of row ``y`` and column ``x`` over."""
    return not (
        (y + x) % 2, y % 2, x % 3, (y + x) % 3, (y // 2 + x // 3) % 2,
        y * x % 2 + y * x % 3, (y * x % 2 + y * x % 3) % 2, ((y + x) % 2 + y * x % 3) % 2,
    )[mask]  # fmt: skip
