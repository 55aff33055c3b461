"""Check bytes (Reed–Solomon) of many blocks at once.

A check byte is a sum, in the field of 256 elements, of terms that each depend on one data byte and
its place alone. So one table a place holds the check bytes each byte value adds there, eight of
them side by side in a number: a whole column of blocks is then one look-up and one exclusive or.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]
Words = npt.NDArray[np.uint64]

_POLYNOMIAL = 0x11D  # of the field, as ISO/IEC 18004 names it
_LONGEST = 123  # bytes of data in a block, at most
_WORD = 8


def _multiplication() -> Bytes:
    """Every product in the field: row times column."""
    powers = np.zeros(255, np.uint8)
    logs = np.zeros(256, np.int64)
    value = 1
    for exponent in range(255):
        powers[exponent], logs[value] = value, exponent
        value = value << 1 ^ (_POLYNOMIAL if value & 0x80 else 0)
    table: Bytes = powers[(logs[:, None] + logs[None, :]) % 255]
    table[0, :] = table[:, 0] = 0
    return table


TIMES = _multiplication()


@cache
def generator(checks: int) -> Bytes:
    """The terms of the generator polynomial below its first, which is one."""
    terms = np.array([1], np.uint8)
    root = 1
    for _ in range(checks):
        terms = np.append(terms, np.uint8(0)) ^ np.append(np.uint8(0), TIMES[terms, root])
        root = int(TIMES[root, 2])
    return terms[1:]


@cache
def _tables(checks: int) -> Words:
    """By distance from a block's end and byte value: what it adds to the check bytes."""
    terms = generator(checks)
    wide = -(-checks // _WORD) * _WORD
    found = np.zeros((_LONGEST, 256, wide), np.uint8)
    rest = TIMES[np.arange(256)[:, None], terms[None, :]]
    for distance in range(_LONGEST):
        found[distance, :, :checks] = rest
        carried = np.concatenate([rest[:, 1:], np.zeros((256, 1), np.uint8)], axis=1)
        rest = carried ^ TIMES[rest[:, :1], terms[None, :]]
    return found.view("<u8")


def check_bytes(data: Bytes, checks: int) -> Bytes:
    """The check bytes of every row of ``data``."""
    rows, length = data.shape
    tables = _tables(checks)
    columns = np.ascontiguousarray(data.T)
    total = np.zeros((rows, tables.shape[2]), "<u8")
    for place in range(length):
        total ^= tables[length - 1 - place].take(columns[place], axis=0)
    return total.view(np.uint8)[:, :checks]
