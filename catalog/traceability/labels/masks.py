"""Which of the eight masks a QR code wears: the one with the fewest penalty points.

The four features of ISO/IEC 18004, 7.8.3, are counted on whole rows of many codes at once. Codes
stand as ``(row, word, code)``: a row is one number (more for sizes above 11), a step to the right
in all codes is a shift, a step down is the next row. Three readings of the standard matter:

* The complete symbol is judged, format bits included, as the standard says. ``qrcode`` judges it
  with the format bits, the version bits and the dark module blank, and so sometimes takes another
  mask; its points for a finished symbol are ours, and a test says so.
* A pattern like a corner's with four light modules on both sides counts on each side.
* Of equally good masks the lowest is taken.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Words = npt.NDArray[np.uint64]
Points = npt.NDArray[np.int32]

RUN, BLOCK, CORNER, BALANCE = 1, 3, 40, 10
_STEP = 256  # codes judged at once: as many as the processor's own memory holds


def best(plain: Words, masks: Words, side: int) -> npt.NDArray[np.uint8]:
    """The best mask of every code; ``plain`` is ``(code, row, word)`` without any mask."""
    chosen = np.empty(len(plain), np.uint8)
    for start in range(0, len(plain), _STEP):
        codes = np.ascontiguousarray(plain[start : start + _STEP].transpose(1, 2, 0))
        found = np.stack([points(codes ^ mask[:, :, None], side) for mask in masks])
        chosen[start : start + _STEP] = found.argmin(axis=0)
    return chosen


def points(codes: Words, side: int) -> Points:
    """The penalty points of every code, masked and with its format bits."""
    inside = _columns(side, codes.shape[1])
    light = ~codes & inside
    across = ~(codes ^ _right(codes, 1)) & _columns(side - 1, codes.shape[1])
    down = ~(codes[:-1] ^ codes[1:]) & inside
    blocks = across[:-1] & across[1:] & down
    total: Points = RUN * (_runs_across(across) + _runs_down(down)) + BLOCK * _count(blocks)
    total += CORNER * (_corners_across(codes, light) + _corners_down(codes, light))
    dark, modules = _count(codes), side * side
    total += BALANCE * (np.abs(20 * dark - 10 * modules) // modules)
    return total


def _columns(count: int, words: int) -> Words:
    """The first columns of a row, as ``(word, 1)``."""
    bits = (1 << count) - 1
    return np.array([[bits >> 64 * word & 0xFFFFFFFFFFFFFFFF] for word in range(words)], np.uint64)


def _right(codes: Words, steps: int) -> Words:
    """At every place what stands so many columns further right."""
    moved = codes >> np.uint64(steps)
    if codes.shape[1] > 1:
        moved[:, :-1] |= codes[:, 1:] << np.uint64(64 - steps)
    return moved


def _count(found: Words) -> Points:
    """How many places were found in every code."""
    counts: Points = np.bitwise_count(found).sum(axis=(0, 1), dtype=np.int32)
    return counts


def _runs_across(alike: Words) -> Points:
    """Points for five and more of a colour side by side: three, and one for each beyond five.

    ``alike`` are the places equal to their neighbour: a run of n has n - 1 of them, n - 4 groups
    of four, and one last group.
    """
    pairs = alike & _right(alike, 1)
    fours = pairs & _right(pairs, 2)
    return _count(fours) + 2 * _count(fours & ~_right(fours, 1))


def _runs_down(alike: Words) -> Points:
    """The same from row to row."""
    pairs = alike[:-1] & alike[1:]
    fours: Words = pairs[:-2] & pairs[2:]
    last = _count(fours[:-1] & ~fours[1:]) + _count(fours[-1:])
    return _count(fours) + 2 * last


def _corners_across(dark: Words, light: Words) -> Points:
    """Rows that hold dark, light, three dark, light, dark beside four light modules."""
    edge = dark & _right(light, 1)
    pair = dark & _right(dark, 1)
    core = edge & _right(pair, 2) & _right(edge, 4) & _right(dark, 6)
    two = light & _right(light, 1)
    four = two & _right(two, 2)
    return _count(core & _right(four, 7)) + _count(four & _right(core, 4))


def _corners_down(dark: Words, light: Words) -> Points:
    """The same from row to row."""
    edge = dark[:-1] & light[1:]
    pair = dark[:-1] & dark[1:]
    core = edge[:-5] & pair[2:-3] & edge[4:-1] & dark[6:]
    two = light[:-1] & light[1:]
    four = two[:-2] & two[2:]
    return _count(core[:-4] & four[7:]) + _count(four[:-7] & core[4:])
