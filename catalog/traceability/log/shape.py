"""The shape of the tree of RFC 6962: which complete subtrees make up what. Knows no database."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import verify

Range = tuple[int, int]
Place = tuple[int, int]


def parts(start: int, end: int) -> list[Place]:
    """The complete subtrees, as level and position, that cover the leaves from start to end.

    ``start`` must be where a subtree as large as the first part may begin.
    """
    found = []
    while start < end:
        level = (end - start).bit_length() - 1
        found.append((level, start >> level))
        start += 1 << level
    return found


def root(peaks: Sequence[bytes]) -> bytes:
    """The root over complete parts, from left to right; that of no leaves is fixed."""
    if not peaks:
        return hashlib.sha256().digest()
    found = peaks[-1]
    for peak in reversed(peaks[:-1]):
        found = verify.node_hash(peak, found)
    return found


def inclusion(index: int, size: int) -> list[Range]:
    """The ranges of leaves whose hashes lead from a leaf to the root, from below."""
    found: list[Range] = []
    start, end = 0, size
    while end - start > 1:
        middle = start + (1 << ((end - start - 1).bit_length() - 1))
        if index < middle:
            found.append((middle, end))
            end = middle
        else:
            found.append((start, middle))
            start = middle
    return found[::-1]


def consistency(first: int, second: int) -> list[Range]:
    """The ranges of leaves whose hashes show that a tree begins with an earlier one."""
    found: list[Range] = []
    start, end, whole = 0, second, True
    while first != end:
        middle = start + (1 << ((end - start - 1).bit_length() - 1))
        if first <= middle:
            found.append((middle, end))
            end = middle
        else:
            found.append((start, middle))
            start, whole = middle, False
    return ([] if whole else [(start, end)]) + found[::-1]
