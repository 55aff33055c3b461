"""Plots as GeoJSON (RFC 7946), written by hand so that every figure keeps six decimals or more.

Degrees of WGS 84 (EPSG:4326, which RFC 7946 names as the only one: no ``crs`` member), longitude
first, rings closed, the outer one against the clock. The properties are those the European
system reads: ``ProducerName``, ``ProducerCountry``, ``ProductionPlace``, ``Area`` in hectares.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from catalog.traceability.growing.outlines import DECIMALS
from catalog.traceability.models import Plot

COUNTRY = "VN"
LIMIT = 25_000_000  # bytes of one statement; the system says 25 MB
_HEAD, _FOOT = '{"type":"FeatureCollection"', "\n]}\n"
_M2_OF_A_HECTARE = 10_000


class LargerThanAFile(ValueError):
    """One plot alone is more than a file may hold."""


def decimals(degrees: float) -> int:
    """How many decimals a figure was written with; zeros at the end are not kept."""
    text = _plain(degrees).partition(".")[2]
    return len(text.rstrip("0"))


def degrees(figure: float) -> str:
    """A figure as it is written: all its decimals, and six at least."""
    whole, _point, rest = _plain(figure).partition(".")
    return f"{whole}.{rest.ljust(DECIMALS, '0')}"


def figures(outline: dict[str, Any]) -> Iterator[float]:
    """Every figure of a bare geometry."""
    rings = outline["coordinates"]
    if outline["type"] == "Point":
        rings = [[rings]]
    return (figure for ring in rings for place in ring for figure in place)


def feature(plot: Plot, *, place: str, as_drawn: bool = False) -> str:
    """One plot as a line of the file; a plot without an outline has the geometry ``null``.

    Of a grower who agreed to be named the name is told, of others the alias: the place is what
    the law asks for. ``as_drawn`` leaves a faulty outline as it is, for pointers to fit.
    """
    name = plot.grower.shown if plot.grower else plot.party.name
    told = {"ProducerName": name, "ProducerCountry": COUNTRY, "ProductionPlace": place}
    properties = json.dumps(told, ensure_ascii=False)[:-1]
    area = f'{properties}, "Area": {plot.area_m2 / _M2_OF_A_HECTARE:.4f}}}'
    shape = json.dumps(plot.outline) if as_drawn else _geometry(plot.outline)
    return f'{{"type":"Feature","properties":{area},"geometry":{shape}}}'


def collections(
    features: Sequence[str], *, draft: bool = False, limit: int | None = None
) -> list[bytes]:
    """The features as files of at most ``limit`` bytes, none cut in two; at least one file.

    A draft says so in a member of its own, which a reader of GeoJSON may ignore and a person
    cannot miss. ``LargerThanAFile`` when one feature alone is too large.
    """
    head = f'{_HEAD},"draft":"DRAFT – not to be handed in"' if draft else _HEAD
    opening = f'{head},"features":[\n'
    room = (limit or LIMIT) - len(f"{opening}{_FOOT}".encode())
    parts: list[list[str]] = [[]]
    taken = 0
    for one in features:
        size = len(one.encode()) + len(",\n")
        if size > room:
            raise LargerThanAFile(size)
        if taken + size > room:
            parts.append([])
            taken = 0
        parts[-1].append(one)
        taken += size
    return [(opening + ",\n".join(part) + _FOOT).encode() for part in parts]


def _geometry(outline: dict[str, Any] | None) -> str:
    """A bare geometry with its figures written out."""
    if outline is None:
        return "null"
    if outline["type"] == "Point":
        text = _place(outline["coordinates"])
    else:
        rings = enumerate(outline["coordinates"])
        text = ",".join(_ring(ring, outer=not number) for number, ring in rings)
        text = f"[{text}]"
    kind = outline["type"]
    return f'{{"type":"{kind}","coordinates":{text}}}'


def _ring(ring: list[list[float]], *, outer: bool) -> str:
    """A ring, the outer one turned against the clock and the others with it (RFC 7946, 3.1.6)."""
    pairs = itertools.pairwise(ring)
    twice = sum(e1 * n2 - e2 * n1 for (e1, n1), (e2, n2) in pairs)
    turned = ring if (twice >= 0) == outer else ring[::-1]
    places = ",".join(map(_place, turned))
    return f"[{places}]"


def _place(place: Sequence[float]) -> str:
    """Longitude and latitude."""
    east, north = place
    return f"[{degrees(east)},{degrees(north)}]"


def _plain(figure: float) -> str:
    """A figure without an exponent."""
    return format(Decimal(repr(float(figure))), "f")
