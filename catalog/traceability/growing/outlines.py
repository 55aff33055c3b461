"""The outline of a plot: GeoJSON, degrees, longitude first, as the European system wants it.

Rules: RFC 7946; Regulation (EU) 2023/1115 asks for six decimals, and a polygon above four hectares.
"""

from __future__ import annotations

import itertools
import json
import math
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from shapely.geometry import shape
from shapely.validation import explain_validity

# What lies between these degrees is in Viet Nam or close by; swapped figures never do.
WEST, EAST = 102.0, 110.0
SOUTH, NORTH = 8.0, 23.5
DECIMALS = 6
POINT_AT_MOST_M2 = 40_000
MOST_CORNERS = 2_000
LONGEST_TEXT = 200_000
_CORNERS_OF_A_RING = 4
_RADIUS_M = 6_371_008.8  # mean radius of the Earth, IUGG
_PAIR = 2


class BadOutline(ValueError):
    """An outline cannot be one; ``where`` is its place in the document (RFC 6901)."""

    def __init__(self, message: str, where: str = "") -> None:
        """Keep the place beside the sentence."""
        super().__init__(message)
        self.where = where


@dataclass(frozen=True, slots=True)
class Fault:
    """Something an inspector would send back, and where in the document."""

    where: str
    message: str


def read(text: str) -> dict[str, Any]:
    """The bare Point or Polygon in a typed or uploaded GeoJSON text; ``BadOutline`` else.

    A Feature, or a collection of one feature, is unwrapped: mapping tools save those.
    """
    if len(text) > LONGEST_TEXT:
        raise BadOutline(_("The outline is too long."))
    try:
        told = json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        raise BadOutline(_("This is no GeoJSON.")) from None
    geometry = _bare(told)
    found = faults(geometry)
    if found:
        raise BadOutline(found[0].message, found[0].where)
    return geometry


def faults(geometry: Any, area_m2: int | None = None) -> list[Fault]:
    """What is wrong with a bare geometry; with ``area_m2`` also whether a point is enough."""
    if not isinstance(geometry, dict) or geometry.get("type") not in ("Point", "Polygon"):
        return [Fault("/type", _("A plot is a Point or a Polygon."))]
    if geometry["type"] == "Point":
        found = _of_place(geometry.get("coordinates"), "/coordinates")
        if not found and area_m2 is not None and area_m2 > POINT_AT_MOST_M2:
            found = [Fault("/type", _("Above four hectares the outline has to be a polygon."))]
        return found
    return _of_rings(geometry.get("coordinates"))


def coarse(geometry: dict[str, Any]) -> list[Fault]:
    """Places with fewer than six decimals, which the European system sends back."""
    rings = (
        geometry["coordinates"] if geometry["type"] == "Polygon" else [[geometry["coordinates"]]]
    )
    return [
        Fault(f"/coordinates/{r}/{p}", _("Fewer than six decimals."))
        for r, ring in enumerate(rings)
        for p, place in enumerate(ring)
        if any(_decimals(degrees) < DECIMALS for degrees in place)
    ]


def is_rounded(geometry: dict[str, Any]) -> bool:
    """Whether no figure has six decimals; some look short, for JSON keeps no zero at the end."""
    figures = geometry["coordinates"]
    while isinstance(figures[0], list):
        figures = [figure for inner in figures for figure in inner]
    return all(_decimals(degrees) < DECIMALS for degrees in figures)


def area_m2(geometry: dict[str, Any]) -> int:
    """The area of a polygon in square metres, on a sphere; a point has none."""
    if geometry["type"] == "Point":
        return 0
    outer, *holes = geometry["coordinates"]
    return round(_ring_m2(outer) - sum(_ring_m2(hole) for hole in holes))


def _bare(told: Any) -> dict[str, Any]:
    """The geometry inside a feature or a collection of one."""
    if isinstance(told, dict) and told.get("type") == "FeatureCollection":
        features = told.get("features")
        if not isinstance(features, list) or len(features) != 1:
            raise BadOutline(_("The file holds several plots: give one at a time."), "/features")
        told = features[0]
    if isinstance(told, dict) and told.get("type") == "Feature":
        told = told.get("geometry")
    if not isinstance(told, dict):
        raise BadOutline(_("This is no GeoJSON."))
    return {"type": told.get("type"), "coordinates": told.get("coordinates")}


def _of_rings(rings: Any) -> list[Fault]:
    """What is wrong with the rings of a polygon."""
    if (
        not isinstance(rings, list)
        or not rings
        or not all(isinstance(ring, list) for ring in rings)
    ):
        return [Fault("/coordinates", _("A polygon is a list of rings."))]
    if sum(map(len, rings)) > MOST_CORNERS:
        return [Fault("/coordinates", _("The outline has too many corners."))]
    for r, ring in enumerate(rings):
        where = f"/coordinates/{r}"
        for p, place in enumerate(ring):
            found = _of_place(place, f"{where}/{p}")
            if found:
                return found
        if len(ring) < _CORNERS_OF_A_RING:
            return [Fault(where, _("A ring has at least four places, the last like the first."))]
        if ring[0] != ring[-1]:
            return [Fault(where, _("The ring is open: its last place is not its first."))]
    return _of_shape(rings)


def _of_shape(rings: list[Any]) -> list[Fault]:
    """Whether the border crosses itself, or encloses nothing."""
    drawn = shape({"type": "Polygon", "coordinates": rings})
    if not drawn.is_valid:
        said = explain_validity(drawn)
        return [Fault("/coordinates", _("The border crosses itself: %(what)s.") % {"what": said})]
    if not drawn.area:
        return [Fault("/coordinates", _("The outline encloses nothing."))]
    return []


def _of_place(place: Any, where: str) -> list[Fault]:
    """Whether a place is two plain degrees in Viet Nam, longitude first."""
    if not isinstance(place, list) or len(place) != _PAIR or not all(map(_is_number, place)):
        return [Fault(where, _("A place is two figures: longitude, then latitude."))]
    east, north = place
    if WEST <= east <= EAST and SOUTH <= north <= NORTH:
        return []
    if WEST <= north <= EAST and SOUTH <= east <= NORTH:
        return [Fault(where, _("Latitude and longitude are swapped: longitude comes first."))]
    return [Fault(where, _("This place does not lie in Viet Nam."))]


def _is_number(value: Any) -> bool:
    """A finite figure; true and false are none."""
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _decimals(degrees: float) -> int:
    """How many decimals were written; zeros at the end are not kept by JSON."""
    return len(repr(float(degrees)).partition(".")[2].rstrip("0"))


def _ring_m2(ring: list[list[float]]) -> float:
    """The area within a ring on a sphere (Chamberlain and Duquette, 2007)."""
    total = 0.0
    for (east, north), (next_east, next_north) in itertools.pairwise(ring):
        total += math.radians(next_east - east) * (
            2 + math.sin(math.radians(north)) + math.sin(math.radians(next_north))
        )
    return abs(total) * _RADIUS_M**2 / 2
