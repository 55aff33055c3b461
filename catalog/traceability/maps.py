"""Where in the province a commune lies: a dot among the dots of all communes, no map service."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from catalog.communes.models import Commune

WIDTH = 240
_MARGIN = 8


@dataclass(frozen=True, slots=True)
class Map:
    """An SVG path of all communes, the place of one of them, and how high the picture is."""

    dots: str
    x: int
    y: int
    height: int
    width: int = WIDTH


def of(code: str) -> Map | None:
    """The map of a commune of today's province; nothing where its place is not known."""
    commune = _communes().get(code)
    if commune is None:
        return None
    province, lon, lat = commune
    drawn = _province(province)
    x, y = drawn.place(lon, lat)
    return Map(drawn.dots, x, y, drawn.height)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """How degrees become places of the picture; a degree of longitude is shorter up north."""

    west: float
    north: float
    scale: float
    squeeze: float
    height: int
    dots: str = ""

    def place(self, lon: float, lat: float) -> tuple[int, int]:
        """Degrees as whole units of the picture."""
        across = (lon - self.west) * self.squeeze * self.scale
        return round(_MARGIN + across), round(_MARGIN + (self.north - lat) * self.scale)


# Communes change by law, with a migration and a restart.
@lru_cache(maxsize=1)
def _communes() -> dict[str, tuple[int, float, float]]:
    """Province and degrees of every commune whose place is known, in one query a process."""
    rows = Commune.objects.filter(lat__isnull=False, lon__isnull=False, valid_to=None)
    return {
        code: (province, lon, lat)
        for code, province, lon, lat in rows.values_list("code", "province_id", "lon", "lat")
        if lon is not None and lat is not None
    }


@lru_cache(maxsize=64)
def _province(province: int) -> _Drawn:
    """The dots of a province, fitted into the width."""
    places = [(lon, lat) for home, lon, lat in _communes().values() if home == province]
    west, east = min(lon for lon, _lat in places), max(lon for lon, _lat in places)
    south, north = min(lat for _lon, lat in places), max(lat for _lon, lat in places)
    squeeze = math.cos(math.radians((south + north) / 2))
    scale = (WIDTH - 2 * _MARGIN) / max((east - west) * squeeze, 0.1)
    bare = _Drawn(west, north, scale, squeeze, round((north - south) * scale) + 2 * _MARGIN)
    dots = "".join(f"M{x} {y}h0" for x, y in sorted(bare.place(*place) for place in places))
    return _Drawn(west, north, scale, squeeze, bare.height, dots)
