"""Looks over the outlines of plots as the European system will, before it does.

What is refused there, after its description of the file (version 1.2 of July 2024, read in other
people's words): swapped degrees, open or crossing rings, fewer than six decimals, a point above
four hectares. Holes: one reader says refused, another ignored; a hole left out would claim land
that is not claimed, so it blocks here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from catalog.traceability.exports import geojson
from catalog.traceability.exports.findings import Finding
from catalog.traceability.growing import outlines
from catalog.traceability.lineage.origins import Origin
from catalog.traceability.models import Lot, Plot

#: How far the area written down may lie from the drawn one.
AREA_MAY_DIFFER = 0.10


def shapes(plots: Sequence[Plot]) -> list[Finding]:
    """What is wrong with each plot for itself; the pointers are those of the exported file."""
    return [found for number, plot in enumerate(plots) for found in _of_plot(number, plot)]


def origin(found: Origin) -> list[Finding]:
    """Lots whose plots nobody wrote down: they spoil what they went into."""
    return [
        Finding(
            "unknown_origin",
            f"/lots/{lot.code}",
            _unknown(lot) % {"lot": lot.code},
            lot=lot.code,
        )
        for lot in found.unknown
    ]


def _unknown(lot: Lot) -> str:
    """Whether nobody said where a lot grew, or somebody said that it is not written down."""
    if lot.unwritten_field:
        return _("A field of lot %(lot)s is not written down: it spoils all it went into.")
    return _("Nobody wrote down on which plots lot %(lot)s grew: it spoils all it went into.")


def standing(found: Origin) -> list[Finding]:
    """Remarks about lots on the way that are held or were called back: a reader should know."""
    return [
        Finding(
            f"lot_{lot.state}",
            f"/lots/{lot.code}",
            _("Lot %(lot)s is held or was called back.") % {"lot": lot.code},
            lot=lot.code,
            blocks=False,
        )
        for lot in found.reached
        if lot.state != lot.State.OPEN
    ]


def _of_plot(number: int, plot: Plot) -> Iterator[Finding]:
    """The findings of one plot: an outline that is none says nothing more."""
    where = f"/features/{number}/geometry"
    if plot.outline is None:
        words = _("%(plot)s has no outline yet.") % {"plot": plot.name}
        yield _finding("no_outline", where, plot, words)
        return
    faults = outlines.faults(plot.outline, plot.area_m2)
    for fault in faults:
        code = "point_too_large" if fault.where == "/type" and _is_point(plot) else "bad_outline"
        yield _finding(code, where + fault.where, plot, f"{plot.name}: {fault.message}")
    if not faults:
        yield from _of_good_outline(where, plot)


def _of_good_outline(where: str, plot: Plot) -> Iterator[Finding]:
    """Holes, rounded degrees, and an area that is not the drawn one."""
    if not _is_point(plot):
        if len(_outline(plot)["coordinates"]) > 1:
            words = _("%(plot)s has a hole: draw the parts as plots of their own.")
            yield _finding("hole", f"{where}/coordinates/1", plot, words % {"plot": plot.name})
        yield from _area(where, plot)
    yield from _rounded(where, plot)


def _rounded(where: str, plot: Plot) -> Iterator[Finding]:
    """Degrees with fewer than six decimals block when no figure of the outline has as many.

    JSON keeps no zero at the end, so one figure in ten looks short and is not: an outline with
    some short places gets a remark, and the file is written with six decimals all the same.
    """
    outline = _outline(plot)
    short = outlines.coarse(outline)
    if not short:
        return
    if max(map(geojson.decimals, geojson.figures(outline))) < outlines.DECIMALS:
        words = _("%(plot)s: the degrees are rounded, six decimals are asked for.")
        yield _finding("rounded", f"{where}/coordinates", plot, words % {"plot": plot.name})
    elif len(short) > len(list(geojson.figures(outline))) // 4:
        words = _("%(plot)s: %(count)d places have fewer than six decimals.")
        told = words % {"plot": plot.name, "count": len(short)}
        yield _finding("short_places", f"{where}/coordinates", plot, told, blocks=False)


def _area(where: str, plot: Plot) -> Iterator[Finding]:
    """Whether the area written down is the drawn one, more or less."""
    drawn = outlines.area_m2(_outline(plot))
    if abs(drawn - plot.area_m2) > AREA_MAY_DIFFER * plot.area_m2:
        words = _("%(plot)s: %(drawn)d m² are drawn, %(written)d m² are written down.")
        told = words % {"plot": plot.name, "drawn": drawn, "written": plot.area_m2}
        yield _finding("area_differs", where, plot, told)


def _outline(plot: Plot) -> dict[str, Any]:
    """The outline of a plot that has one."""
    outline: dict[str, Any] | None = plot.outline
    assert outline is not None
    return outline


def _is_point(plot: Plot) -> bool:
    """Whether the plot is only a place, without a border."""
    return _outline(plot).get("type") == "Point"


def _finding(code: str, where: str, plot: Plot, words: str, *, blocks: bool = True) -> Finding:
    """A finding about a plot."""
    return Finding(code, where, words, plot.pk, plot.name, blocks=blocks)
