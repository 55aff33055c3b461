"""The communes of the province as dots: the area of a dot is its sales, names keep apart."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from catalog.communes import queries as places
from catalog.communes.models import Commune
from marketplace.statistics import wording

WIDE, HIGH, EDGE = 480, 396, 20
LARGEST, EMPTY = 25, 3
#: Names that phones show too, in large letters, and names for wide screens besides.
MAJOR, MINOR = 5, 9
_MAJOR_SIZE, _MINOR_SIZE = 19, 12
_LETTER = 0.58  # a letter's width beside its height, on average


@dataclass(frozen=True, slots=True)
class Label:
    """A name beside its dot."""

    x: int
    y: int
    anchor: str
    words: str
    is_minor: bool


@dataclass(frozen=True, slots=True)
class Dot:
    """A commune on the map."""

    code: str
    name: str
    full_name: str
    x: int
    y: int
    r: int
    words: str
    label: Label | None = None


Box = tuple[float, float, float, float]


def dots(sold: Mapping[str, int]) -> list[Dot]:
    """A dot for each commune of the province, the largest first, with names that do not collide."""
    communes = [one for one in places.home() if one.lat is not None and one.lon is not None]
    if not communes:
        return []
    most = max([sold.get(one.code, 0) for one in communes])
    frame = _Frame(communes)
    found = [_dot(one, sold.get(one.code, 0), most, frame) for one in communes]
    return _named(sorted(found, key=lambda dot: (-dot.r, dot.code)))


class _Frame:
    """Where degrees fall on the map: flat, with the shape the province has."""

    def __init__(self, communes: Sequence[Commune]) -> None:
        """Measure the communes."""
        lons = [one.lon or 0.0 for one in communes]
        lats = [one.lat or 0.0 for one in communes]
        self.west, self.north = min(lons), max(lats)
        self.narrowing = math.cos(math.radians((max(lats) + min(lats)) / 2))
        wide = (max(lons) - self.west) * self.narrowing or 1
        high = self.north - min(lats) or 1
        self.scale = min((WIDE - 2 * EDGE) / wide, (HIGH - 2 * EDGE) / high)

    def place(self, one: Commune) -> tuple[int, int]:
        """A commune's centre."""
        x = EDGE + ((one.lon or 0.0) - self.west) * self.narrowing * self.scale
        y = EDGE + (self.north - (one.lat or 0.0)) * self.scale
        return round(x), round(y)


def _dot(one: Commune, net: int, most: int, frame: _Frame) -> Dot:
    x, y = frame.place(one)
    r = max(EMPTY + 1, round(math.sqrt(net / most) * LARGEST)) if net > 0 else EMPTY
    return Dot(one.code, one.name, one.full_name, x, y, r, wording.money(net) if net > 0 else "")


def _named(found: list[Dot]) -> list[Dot]:
    """Give the largest dots their names, as far as there is room."""
    taken: list[Box] = [_round(dot) for dot in found if dot.words]
    named: list[Dot] = []
    for dot in found:
        number = sum(1 for one in named if one.label)
        if not dot.words or number >= MAJOR + MINOR:
            named.append(dot)
            continue
        own = _round(dot)
        others = [box for box in taken if box != own]
        label, box = _beside(dot, others, is_minor=number >= MAJOR)
        if box:
            taken.append(box)
        named.append(replace(dot, label=label))
    return named


def _beside(dot: Dot, others: list[Box], *, is_minor: bool) -> tuple[Label | None, Box | None]:
    """The first free place around a dot: right, left, below, above."""
    size = _MINOR_SIZE if is_minor else _MAJOR_SIZE
    wide = len(dot.name) * size * _LETTER
    gap = dot.r + 4
    options = (
        (dot.x + gap, dot.y + size // 3, "start", dot.x + gap),
        (dot.x - gap, dot.y + size // 3, "end", dot.x - gap - wide),
        (dot.x, dot.y + gap + size * 3 // 4, "middle", dot.x - wide / 2),
        (dot.x, dot.y - gap, "middle", dot.x - wide / 2),
    )
    for x, y, anchor, left in options:
        box = (left, y - size * 0.85, left + wide, y + size * 0.3)
        inside = box[0] >= 0 and box[2] <= WIDE and box[1] >= 0 and box[3] <= HIGH
        if inside and not any(overlap(box, other) for other in others):
            return Label(x, y, anchor, dot.name, is_minor), box
    return None, None


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share ground."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _round(dot: Dot) -> Box:
    return (dot.x - dot.r, dot.y - dot.r, dot.x + dot.r, dot.y + dot.r)
