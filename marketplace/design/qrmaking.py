"""QR codes of error correction M, made quickly: a purchase, a label sheet and a page need many.

Written from ISO/IEC 18004. All that depends on the size alone (fixed patterns, the way the data
runs, the eight masks) is made once. A code is then one large number with a bit for every module,
so that the eight masks are judged by a few dozen operations on whole codes, not module by module.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from marketplace.design import qrgrid
from marketplace.design.qrgrid import Grid

_LARGEST = 40
# Error correction M by version: check bytes of a block, and how many blocks.
_CHECK = (
    *(10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26),
    *(26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28),
)
_BLOCKS = (
    *(1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16),
    *(17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49),
)
_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_RUN = re.compile(rb"(?P<digits>[0-9]{12,})|(?P<signs>[0-9A-Z $%*+\-./:]{16,})")
_DARK = re.compile("1+")
_MODES = {"digits": (1, (10, 12, 14)), "signs": (2, (9, 11, 13)), "bytes": (4, (8, 16, 16))}
_RINGS = (0b1011101_0000, 0b0000_1011101)  # looks like a corner: four light beside it


class TooLong(ValueError):
    """The text is longer than the largest code holds."""


def matrix(text: str) -> tuple[str, ...]:
    """The code as rows of ``1`` (dark) and ``0``, without its quiet zone; the smallest that fits.

    Raises ``TooLong`` for more than about 2,300 bytes.
    """
    parts = list(_parts(text.encode()))
    for version in range(1, _LARGEST + 1):
        bits = "".join(_written(kind, part, version) for kind, part in parts)
        if len(bits) <= 8 * _data_bytes(version):
            return _drawn(version, _with_checks(version, _filled(bits, _data_bytes(version))))
    raise TooLong(f"{len(text)} characters")


def runs(rows: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Row, column and length of every stretch of dark modules."""
    for number, row in enumerate(rows):
        for found in _DARK.finditer(row):
            yield number, found.start(), found.end() - found.start()


def path(rows: Sequence[str], quiet: int) -> str:
    """The dark modules as the path of a drawing, one unit a module, inside a quiet zone."""
    return "".join(
        f"M{column + quiet} {row + quiet}h{length}v1h-{length}z"
        for row, column, length in runs(rows)
    )


def _parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The text in pieces, each by the kind that needs the fewest bits for it."""
    at = 0
    for run in _RUN.finditer(data):
        if run.start() > at:
            yield "bytes", data[at : run.start()]
        yield run.lastgroup or "bytes", run[0]
        at = run.end()
    if at < len(data) or not data:
        yield "bytes", data[at:]


def _written(kind: str, part: bytes, version: int) -> str:
    """A piece as bits: its kind, its length, what it says."""
    mode, widths = _MODES[kind]
    width = widths[(version > 9) + (version > 26)]
    return f"{mode:04b}{len(part):0{width}b}{_BITS[kind](part.decode('latin-1'))}"


def _digits(text: str) -> str:
    """Three digits in ten bits, two in seven, one in four."""
    threes = (text[at : at + 3] for at in range(0, len(text), 3))
    return "".join(f"{int(three):0{len(three) * 3 + 1}b}" for three in threes)


def _signs(text: str) -> str:
    """Two signs in eleven bits, one in six."""
    values = [_SIGNS.index(sign) for sign in text]
    pairs = (values[at : at + 2] for at in range(0, len(values), 2))
    return "".join(
        f"{pair[0] * 45 + pair[1]:011b}" if len(pair) == 2 else f"{pair[0]:06b}" for pair in pairs
    )


def _bytes(text: str) -> str:
    """Eight bits a byte."""
    return "".join(f"{ord(sign):08b}" for sign in text)


_BITS = {"digits": _digits, "signs": _signs, "bytes": _bytes}


def _filled(bits: str, room: int) -> bytes:
    """The bits with their end, as bytes, and what stands in the rest of the room."""
    bits += "0" * min(4, 8 * room - len(bits))
    bits += "0" * (-len(bits) % 8)
    data = int(bits, 2).to_bytes(len(bits) // 8, "big")
    return (data + b"\xec\x11" * room)[:room]


def modules(version: int) -> int:
    """How many modules hold data and checks."""
    side = 17 + 4 * version
    marks = version // 7 + 2 if version > 1 else 0
    fixed = 3 * 64 + 2 * 15 + 1 + 2 * (side - 16)
    if marks:
        fixed += 25 * (marks * marks - 3) - 2 * 5 * (marks - 2)
    return side * side - fixed - (36 if version > 6 else 0)


def _data_bytes(version: int) -> int:
    """How many bytes of text and padding a code holds."""
    return modules(version) // 8 - _CHECK[version - 1] * _BLOCKS[version - 1]


def _with_checks(version: int, data: bytes) -> str:
    """The blocks with their check bytes, shuffled as they are drawn, as bits."""
    blocks, check = _BLOCKS[version - 1], _CHECK[version - 1]
    short, longer = divmod(len(data), blocks)
    pieces, at = [], 0
    for number in range(blocks):
        size = short + (number >= blocks - longer)
        pieces.append(data[at : at + size])
        at += size
    checks = [_remainder(piece, check) for piece in pieces]
    order = [piece[at] for at in range(short + 1) for piece in pieces if at < len(piece)]
    order += [one[at] for at in range(check) for one in checks]
    return "".join(f"{byte:08b}" for byte in order)


def _powers() -> tuple[list[int], list[int]]:
    """Powers of two in the field of 256 elements, and their logarithms."""
    powers, logs, value = [0] * 510, [0] * 256, 1
    for exponent in range(255):
        powers[exponent] = powers[exponent + 255] = value
        logs[value] = exponent
        value = value << 1 ^ (0x11D if value & 0x80 else 0)
    return powers, logs


_POWER, _LOG = _powers()


def _times(one: int, other: int) -> int:
    """The product in the field."""
    return _POWER[_LOG[one] + _LOG[other]] if one and other else 0


@lru_cache
def _steps(check: int) -> list[int]:
    """By leading byte: the generator polynomial times it, its bytes side by side in a number."""
    terms = [1]
    for exponent in range(check):
        root = _POWER[exponent]
        terms = [
            left ^ _times(right, root) for left, right in zip([*terms, 0], [0, *terms], strict=True)
        ]
    return [
        int.from_bytes(bytes(_times(term, byte) for term in terms[1:]), "big")
        for byte in range(256)
    ]


def _remainder(data: bytes, check: int) -> bytes:
    """The check bytes of a block."""
    steps, rest, top = _steps(check), 0, 8 * (check - 1)
    below = (1 << top) - 1
    for byte in data:
        rest = (rest & below) << 8 ^ steps[rest >> top ^ byte]
    return rest.to_bytes(check, "big")


def _drawn(version: int, bits: str) -> tuple[str, ...]:
    """The code under the mask that disturbs readers least."""
    grid = qrgrid.grid(version)
    signs = ["0"] * (grid.side * grid.side)
    for place, bit in zip(grid.path, bits, strict=False):  # a few modules may be left over
        signs[place] = bit
    plain = int("".join(signs), 2) ^ grid.fixed
    best = min((plain ^ mask for mask in grid.masks), key=lambda code: _faults(code, grid))
    text = f"{best:0{grid.side * grid.side}b}"
    return tuple(text[at : at + grid.side] for at in range(0, len(text), grid.side))


def _faults(code: int, grid: Grid) -> int:
    """How much a code looks like what readers stumble over, by the four rules of the standard."""
    side = grid.side
    text = f"{code:0{side * side}b}"
    turned = int("".join(text[column::side] for column in range(side)), 2)
    alike = ~(code ^ code << 1) & grid.inner[1]
    blocks = alike & alike << side & ~(code ^ code << side)
    modules = side * side
    uneven = abs(20 * code.bit_count() - 10 * modules) // modules
    lines = _line_faults(code, grid) + _line_faults(turned, grid)
    return lines + 3 * blocks.bit_count() + 10 * uneven


def _line_faults(code: int, grid: Grid) -> int:
    """Runs of five and more, and what looks like a corner, in the rows."""
    alike = ~(code ^ code << 1) & grid.inner[1]
    four = alike & alike << 1
    four &= four << 2
    runs = (four & ~(four >> 1)).bit_count()
    corners = 0
    for ring in _RINGS:
        found = grid.inner[10]
        for at in range(11):
            found &= (code if ring >> 10 - at & 1 else ~code) << at
        corners += found.bit_count()
    return four.bit_count() + 2 * runs + 40 * corners
