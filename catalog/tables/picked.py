"""Where what came in was picked, as the table of stock says it: names of plots, or a word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from catalog.communes.names import fold
from catalog.listings import checking
from catalog.stock.bulk import Row
from catalog.tables.reading import Line
from catalog.tables.refusals import Problem
from catalog.traceability.models import Plot

PLOTS, WORD = "picked_on", "unwritten_field"
BETWEEN = ";"
LONGEST = 200


def usual(plots: Sequence[Plot]) -> str:
    """What a fresh table says: the only plot there is."""
    return plots[0].name if len(plots) == 1 else ""


def read(
    row: Row, line: Line, where: Mapping[str, str], plots: Sequence[Plot]
) -> tuple[Row, list[Problem]]:
    """The row with where it was picked, or what is wrong; asked only of what came in."""
    if not row.came or not plots:
        return row, []
    word = line.cells.get(where.get(WORD, ""), "").strip()
    typed = line.cells.get(where[PLOTS], "") if PLOTS in where else usual(plots)
    if len(word) > LONGEST:
        said = _("At most %(most)d letters.") % {"most": LONGEST}
        return row, [Problem(line.number, where[WORD], said)]
    heading = where.get(PLOTS, "")
    known = {fold(plot.name): plot.pk for plot in plots}
    names = [name.strip() for name in typed.split(BETWEEN) if name.strip()]
    strange = [name for name in names if fold(name) not in known]
    if strange:
        said = _("“%(name)s” is no plot of this crop. Yours are: %(names)s.")
        told = {"name": strange[0][:60], "names": "; ".join(plot.name for plot in plots)}
        return row, [Problem(line.number, heading, said % told)]
    if not names and not word:
        return row, [Problem(line.number, heading, checking.plots_not_said())]
    found = tuple(sorted({known[fold(name)] for name in names}))
    return replace(row, plots=found, unwritten_field=word), []
