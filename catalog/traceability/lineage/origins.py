"""Where a lot grew and who grew it, through every generation of lots, as it was at the harvest."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from catalog.traceability.diary import waiting
from catalog.traceability.diary.models import DiaryEntry
from catalog.traceability.lineage import genealogy
from catalog.traceability.models import GrowingArea, Lot, LotPlot, Plot


@dataclass(frozen=True, slots=True)
class Origins:
    """The plots of a lot, the harvest day of each, and the last spraying before it."""

    plots: tuple[Plot, ...] = ()
    harvested_on: dt.date | None = None
    spraying: DiaryEntry | None = None
    has_diary: bool = False

    @property
    def growers(self) -> list[str]:
        """The growers as they want to be called, each once."""
        return list(dict.fromkeys(plot.grower.shown for plot in self.plots if plot.grower))

    @property
    def areas(self) -> list[GrowingArea]:
        """The growing areas with an official code that held at the harvest, each once."""
        day = self.harvested_on
        found = {
            plot.growing_area.pk: plot.growing_area for plot in self.plots if plot.growing_area
        }
        return [area for area in found.values() if day and held(area, day)]

    @property
    def waited(self) -> int | None:
        """Days between the last spraying and the harvest."""
        if self.spraying is None or self.harvested_on is None:
            return None
        return (self.harvested_on - self.spraying.on).days


def of(lot: Lot) -> Origins:
    """The origins of a lot: one query, one more where plots are known or it was made of others."""
    lots = [lot.pk] if lot.kind == Lot.Kind.HARVEST else _ancestors(lot)
    rows = LotPlot.objects.filter(lot__in=lots).select_related("plot__grower", "plot__growing_area")
    plots = tuple({row.plot_id: row.plot for row in rows.order_by("plot__name", "pk")}.values())
    if not plots:
        return Origins(harvested_on=lot.harvested_on)
    entries = waiting.standing([plot.pk for plot in plots], until=lot.harvested_on)
    sprayed = (entry for entry in entries if entry.work == DiaryEntry.Work.SPRAYING)
    return Origins(plots, lot.harvested_on, next(sprayed, None), bool(entries))


def held(area: GrowingArea, day: dt.date) -> bool:
    """Whether the code of a growing area held on a day."""
    began = area.valid_from <= day
    return began and (area.valid_to is None or day <= area.valid_to)


def _ancestors(lot: Lot) -> list[int]:
    """The lots it was made of, through all generations, and itself."""
    return sorted(genealogy.lots_reached([lot.pk], genealogy.BACK))
