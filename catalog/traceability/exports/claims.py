"""Looks for land that is claimed twice: plots that lie on each other, or are drawn twice.

Only plots in use count, those of other parties too: of theirs no more is told than whose they
are. Borders walked with a phone never fit to the metre: what lies on each other by less than a
hundred square metres, or a tenth of the smaller plot where that is less, is a shared border.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from shapely.geometry.base import BaseGeometry

from catalog.traceability.exports.findings import Finding
from catalog.traceability.growing import outlines
from catalog.traceability.models import Plot

TOLERATED_M2, TOLERATED_SHARE = 100, 0.1
_SAME_PLACE = 1e-6  # degrees: about ten centimetres


@dataclass(frozen=True, slots=True)
class Drawn:
    """A plot as it lies on the ground, and who holds it: a party, and maybe one of its growers."""

    pk: int
    name: str
    party_id: int
    party: str
    grower_id: int | None
    area_m2: int
    shape: BaseGeometry

    @property
    def holder(self) -> tuple[int, int | None]:
        """Who says it is theirs."""
        return self.party_id, self.grower_id


@dataclass(frozen=True, slots=True)
class Claim:
    """Two plots that lie on each other by so many square metres; none where one is a point."""

    plot: Drawn
    other: Drawn
    m2: int | None
    is_same: bool


def findings(plots: Sequence[Plot]) -> list[Finding]:
    """The claims as findings, each at the place of the plot in the exported file."""
    places = {plot.pk: number for number, plot in enumerate(plots)}
    return [_finding(claim, places[claim.plot.pk]) for claim in overlaps(plots)]


def overlaps(plots: Sequence[Plot]) -> list[Claim]:
    """Where these plots lie on each other or on anybody's, each pair once; one query."""
    keys = {plot.pk for plot in plots}
    drawn = _drawn(keys)
    own = [number for number, one in enumerate(drawn) if one.pk in keys]
    if not own:
        return []
    shapes = np.array([one.shape for one in drawn], dtype=object)
    tree = shapely.STRtree(shapes)
    mine, others = tree.query(shapes[own], predicate="dwithin", distance=_SAME_PLACE)
    pairs = zip((own[number] for number in mine), others.tolist(), strict=True)
    # A pair of own plots is found from both sides: the older plot tells it.
    wanted = sorted(
        (one, other)
        for one, other in pairs
        if one != other and (drawn[other].pk not in keys or drawn[one].pk < drawn[other].pk)
    )
    found = (_claim(drawn[one], drawn[other]) for one, other in wanted)
    return [claim for claim in found if claim is not None]


def _drawn(keys: Iterable[int]) -> list[Drawn]:
    """Every plot in use whose outline can be drawn, and these, by key."""
    rows = list(
        Plot.objects.filter(Q(in_use=True) | Q(pk__in=keys), outline__isnull=False)
        .order_by("pk")
        .annotate(drawn=Cast("outline", TextField()))
        .values_list("pk", "name", "party_id", "party__name", "grower_id", "area_m2", "drawn")
    )
    shapes = shapely.from_geojson([row[-1] for row in rows], on_invalid="ignore")
    pairs = zip(rows, np.atleast_1d(shapes), strict=True)
    return [Drawn(*row[:-1], shapely.make_valid(shape)) for row, shape in pairs if shape]


def _claim(one: Drawn, other: Drawn) -> Claim | None:
    """How far two plots lie on each other; nothing when they only share a border."""
    if shapely.equals_exact(one.shape.normalize(), other.shape.normalize(), _SAME_PLACE):
        return Claim(one, other, _ground(one.shape) or None, is_same=True)
    if "Point" in (one.shape.geom_type, other.shape.geom_type):
        inside = one.shape.intersects(other.shape)
        return Claim(one, other, None, is_same=False) if inside else None
    m2 = _ground(shapely.intersection(one.shape, other.shape))
    smaller = min(_ground(one.shape), _ground(other.shape))
    tolerated = min(TOLERATED_M2, TOLERATED_SHARE * smaller)
    return Claim(one, other, m2, is_same=False) if m2 > tolerated else None


def _ground(shape: BaseGeometry) -> int:
    """The area of a shape in square metres on the ground; lines and points have none."""
    return sum(outlines.area_m2(shapely.geometry.mapping(part)) for part in _polygons(shape))


def _polygons(shape: BaseGeometry) -> Iterator[BaseGeometry]:
    """The polygons in a shape of any kind."""
    for part in shapely.get_parts(shape):
        if part.geom_type == "Polygon" and not part.is_empty:
            yield part
        elif part.geom_type == "MultiPolygon":
            yield from _polygons(part)


def _finding(claim: Claim, number: int) -> Finding:
    """A claim in words: of a plot of another party only the party is named."""
    one, other = claim.plot, claim.other
    facts = {"plot": one.name, "other": other.name, "party": other.party, "m2": claim.m2}
    if other.party_id != one.party_id:
        facts["other"] = _("a plot of %(party)s") % facts
    if claim.is_same:
        words = _("%(plot)s is drawn exactly like %(other)s.")
    elif claim.m2 is None:
        words = _("%(plot)s lies on %(other)s.")
    else:
        words = _("%(plot)s lies on %(other)s by %(m2)d m².")
    is_double = one.holder != other.holder
    code = "double_claim" if is_double else "duplicate" if claim.is_same else "own_overlap"
    where = f"/features/{number}/geometry"
    blocks = code != "own_overlap"
    return Finding(code, where, words % facts, one.pk, one.name, blocks=blocks)
