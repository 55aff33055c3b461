"""How much a QR code of each size and level holds, and how its bytes fall into blocks."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import NamedTuple

from marketplace.design import qrmaking

LARGEST = 40


class Level(StrEnum):
    """How much dirt a code bears: about 7, 15, 25 and 30 per cent of it."""

    LOW = "L"
    MEDIUM = "M"
    QUARTILE = "Q"
    HIGH = "H"


class Mode(StrEnum):
    """How a text is written: any bytes, or two of 45 signs in eleven bits."""

    BYTES = "bytes"
    SIGNS = "signs"


#: The 45 signs in the order of their values (ISO/IEC 18004, table 5).
SIGNS = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"

# By version: check bytes of a block, and how many blocks (ISO/IEC 18004, table 9).
# fmt: off
_CHECKS = {
    Level.LOW: (
        7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28,
        28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
    ),
    Level.MEDIUM: (
        10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
        26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
    ),
    Level.QUARTILE: (
        13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30,
        28, 30, 30, 30, 30, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
    ),
    Level.HIGH: (
        17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28,
        30, 24, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
    ),
}
_BLOCKS = {
    Level.LOW: (
        1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8,
        8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25,
    ),
    Level.MEDIUM: (
        1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16,
        17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
    ),
    Level.QUARTILE: (
        1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20,
        23, 23, 25, 27, 29, 34, 34, 35, 38, 40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68,
    ),
    Level.HIGH: (
        1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25,
        25, 34, 30, 32, 35, 37, 40, 42, 45, 48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81,
    ),
}
# fmt: on
#: How a level is told in the format bits.
FORMAT_BITS = {Level.LOW: 1, Level.MEDIUM: 0, Level.QUARTILE: 3, Level.HIGH: 2}


class Blocks(NamedTuple):
    """The blocks of a code: how many bytes of data each has, and how many check bytes."""

    sizes: tuple[int, ...]
    checks: int

    @property
    def data(self) -> int:
        """All bytes of data."""
        return sum(self.sizes)


@cache
def blocks(version: int, level: Level) -> Blocks:
    """The blocks of a size and level: shorter ones first, the longer ones hold one byte more."""
    count, checks = _BLOCKS[level][version - 1], _CHECKS[level][version - 1]
    short, longer = divmod(qrmaking.modules(version) // 8 - checks * count, count)
    return Blocks((short,) * (count - longer) + (short + 1,) * longer, checks)


def length_bits(version: int, mode: Mode) -> int:
    """How many bits say how long the text is."""
    class_ = (version > 9) + (version > 26)
    return {Mode.BYTES: (8, 16, 16), Mode.SIGNS: (9, 11, 13)}[mode][class_]


def text_bits(length: int, mode: Mode) -> int:
    """How many bits a text of so many bytes takes."""
    return 8 * length if mode == Mode.BYTES else length // 2 * 11 + length % 2 * 6


def fits(length: int, version: int, level: Level, mode: Mode) -> bool:
    """Whether a text of so many bytes can be written in this size."""
    bits = 4 + length_bits(version, mode) + text_bits(length, mode)
    return bits <= 8 * blocks(version, level).data


def smallest(length: int, level: Level, mode: Mode = Mode.BYTES) -> int:
    """The smallest version a text of so many bytes fits; ``TooLong`` when none is large enough."""
    for version in range(1, LARGEST + 1):
        if fits(length, version, level, mode):
            return version
    raise qrmaking.TooLong(f"{length} bytes")
