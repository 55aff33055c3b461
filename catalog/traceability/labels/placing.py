"""Where each bit of a QR code of one size goes, worked out once: fixed patterns, path, masks.

Rows are kept as numbers of 64 bits, the first module lowest, so that a row of up to 64 modules is
one number.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from catalog.traceability.labels.capacities import FORMAT_BITS, Level, blocks
from marketplace.design import qrgrid

Words = npt.NDArray[np.uint64]
MASKS = 8
_WORD = 64


@dataclass(frozen=True, slots=True)
class Plan:
    """All that size and level fix.

    ``source`` names for every place of the padded rows the bit that stands there: of the data
    and check bytes, block after block, then one that is always light and one that is always dark.
    """

    side: int
    words: int
    source: npt.NDArray[np.intp]
    masks: Words  # (mask, row, word), format bits included


@lru_cache(maxsize=16)
def plan(version: int, level: Level) -> Plan:
    """The plan of a version and level."""
    grid = qrgrid.grid(version)
    side, words = grid.side, -(-grid.side // _WORD)
    order = _shuffled(version, level)
    light, dark = order.size, order.size + 1
    places = np.full(side * side, light, np.intp)
    path = np.array(grid.path, np.intp)
    places[path[: order.size]] = order
    fixed = np.array(list(f"{grid.fixed:0{side * side}b}"), "U1") == "1"
    places[fixed] = dark
    padded = np.full((side, words * _WORD), light, np.intp)
    padded[:, :side] = places.reshape(side, side)
    return Plan(side, words, padded.ravel(), _masks(side, path, level))


def packed(modules: npt.NDArray[np.bool_] | npt.NDArray[np.uint8]) -> Words:
    """Modules, the last axis a whole number of words, as words."""
    return np.packbits(modules, axis=-1, bitorder="little").view("<u8")


def _shuffled(version: int, level: Level) -> npt.NDArray[np.intp]:
    """The bits in the order they are drawn, as places in the blocks written one after another."""
    made = blocks(version, level)
    starts = np.cumsum([0, *made.sizes])
    bytes_ = [
        starts[number] + at
        for at in range(max(made.sizes))
        for number, size in enumerate(made.sizes)
        if at < size
    ]
    bytes_ += [
        made.data + number * made.checks + at
        for at in range(made.checks)
        for number in range(len(made.sizes))
    ]
    return (np.array(bytes_, np.intp)[:, None] * 8 + np.arange(8)).ravel()


def _masks(side: int, path: npt.NDArray[np.intp], level: Level) -> Words:
    """The eight masks over the modules of data, each with its format bits."""
    masks = np.zeros((MASKS, side, -(-side // _WORD) * _WORD), np.bool_)
    rows, columns = path // side, path % side
    for mask in range(MASKS):
        masks[mask, rows, columns] = [
            qrgrid.turns_over(mask, int(row), int(column))
            for row, column in zip(rows, columns, strict=True)
        ]
        data = FORMAT_BITS[level] << 3 | mask
        bits = (data << 10 | qrgrid.check_bits(data, 10, 0x537)) ^ 0x5412
        for at, both in enumerate(qrgrid.format_places(side)):
            for row, column in both:
                masks[mask, row, column] = bits >> at & 1
    return packed(masks)
