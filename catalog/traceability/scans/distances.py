"""How far apart two provinces are: the kilometres between their nearest communes.

Nobody who goes from one to the other goes less, so a journey called impossible is.
"""

from __future__ import annotations

import functools
import math

from catalog.communes import queries as communes

EARTH = 6_371.0  # kilometres
_Place = tuple[float, float]


@functools.lru_cache(maxsize=1_024)
def between(one: str, other: str) -> float | None:
    """Kilometres, or nothing when a province or its communes' places are unknown."""
    if one > other:
        return between(other, one)
    here, there = _places(one), _places(other)
    if not here or not there:
        return None
    return min(_kilometres(a, b) for a in here for b in there)


def forget() -> None:
    """Ask anew, after communes were loaded."""
    between.cache_clear()


def _places(province_code: str) -> list[_Place]:
    """Where a province's communes of today lie, in radians."""
    rows = communes.current(province_code)
    return [
        (math.radians(lat), math.radians(lon))
        for lat, lon in rows.values_list("lat", "lon")
        if lat is not None and lon is not None
    ]


def _kilometres(one: _Place, other: _Place) -> float:
    """Along the earth, as if it were flat over so short a way: wrong by less than a hundredth."""
    east = (other[1] - one[1]) * math.cos((one[0] + other[0]) / 2)
    return EARTH * math.hypot(other[0] - one[0], east)
