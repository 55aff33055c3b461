"""Where lots grew and who grew them, through every generation, as it was at each harvest.

The one answer for trace page, exports and record: lots on the way back, harvests, plots, diary.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from catalog.traceability.diary import waiting
from catalog.traceability.diary.models import DiaryEntry
from catalog.traceability.lineage import genealogy
from catalog.traceability.models import GrowingArea, Lot, LotPlot, LotSource, Plot
from marketplace.database.statements import Statement

_PICKED = Statement(
    lambda lots: (
        LotPlot.objects.filter(lot__pk__any_of=lots)
        .select_related("plot__party", "plot__grower", "plot__growing_area")
        .order_by("plot_id")
    ),
    [1_000_000_007],
)


@dataclass(frozen=True, slots=True)
class Origin:
    """What some lots were made of. ``plots_of`` holds the keys of plots by the lot picked there."""

    lots: tuple[Lot, ...]
    reached: tuple[Lot, ...]
    sources: tuple[LotSource, ...]
    plots: tuple[Plot, ...]
    plots_of: dict[int, tuple[int, ...]]

    @property
    def harvests(self) -> tuple[Lot, ...]:
        """The lots that were picked, not made of others."""
        made = {use.lot_id for use in self.sources}
        return tuple(lot for lot in self.reached if lot.pk not in made)

    @property
    def unknown(self) -> tuple[Lot, ...]:
        """Harvests of which not every field is written down: they spoil the whole."""
        return tuple(
            lot for lot in self.harvests if lot.pk not in self.plots_of or lot.unwritten_field
        )

    @property
    def unwritten(self) -> tuple[Lot, ...]:
        """Harvests whose grower said that a field is not written down, and why."""
        return tuple(lot for lot in self.harvests if lot.unwritten_field)

    @property
    def growers(self) -> list[str]:
        """The growers as they want to be called, each once, by the names of their plots."""
        named = sorted(self.plots, key=lambda plot: (plot.name, plot.pk))
        return list(dict.fromkeys(plot.grower.shown for plot in named if plot.grower))

    @property
    def areas(self) -> list[GrowingArea]:
        """The growing areas with an official code that held at the harvest there, each once."""
        found = {
            plot.growing_area.pk: plot.growing_area
            for lot, plot in self.picked()
            if plot.growing_area and held(plot.growing_area, lot.harvested_on)
        }
        return sorted(found.values(), key=lambda area: area.code)

    def picked(self) -> Iterator[tuple[Lot, Plot]]:
        """Every harvest with each plot it was picked on."""
        by_key = {plot.pk: plot for plot in self.plots}
        for lot in self.harvests:
            for key in self.plots_of.get(lot.pk, ()):
                yield lot, by_key[key]


@dataclass(frozen=True, slots=True)
class Residue:
    """What the diary says before the harvests: the last spraying that was waited for least."""

    entries: tuple[DiaryEntry, ...]
    spraying: DiaryEntry | None = None
    waited: int | None = None


def of(lots: Sequence[Lot]) -> Origin:
    """The origin of lots, each plot once however many ways lead to it.

    One query for lots that were picked, four for those made of others.
    """
    if all(lot.kind == Lot.Kind.HARVEST for lot in lots):
        keys = {lot.pk for lot in lots}
        reached = {lot.pk: lot for lot in lots}
        sources: tuple[LotSource, ...] = ()
    else:
        keys = genealogy.lots_reached([lot.pk for lot in lots], genealogy.BACK)
        reached = Lot.objects.select_related("party").in_bulk(keys)
        sources = tuple(LotSource.objects.filter(lot__in=keys).order_by("lot_id", "source_id"))
    plots: dict[int, Plot] = {}
    picked: dict[int, tuple[int, ...]] = {}
    for row in _PICKED.rows(list(keys)):
        plots.setdefault(row.plot_id, row.plot)
        picked[row.lot_id] = (*picked.get(row.lot_id, ()), row.plot_id)
    in_order = tuple(reached[key] for key in sorted(reached))
    return Origin(tuple(lots), in_order, sources, tuple(plots.values()), picked)


def residue(origin: Origin) -> Residue:
    """What was done on the plots until the last harvest; one query where plots are known."""
    if not origin.plots:
        return Residue(())
    until = max(lot.harvested_on for lot in origin.harvests)
    entries = tuple(waiting.standing([plot.pk for plot in origin.plots], until=until))
    waits = [
        ((lot.harvested_on - entry.on).days, entry)
        for lot in origin.harvests
        if (entry := last_spraying(origin, lot, entries))
    ]
    if not waits:
        return Residue(entries)
    waited, spraying = min(waits, key=lambda one: (one[0], -one[1].pk))
    return Residue(entries, spraying, waited)


def last_spraying(origin: Origin, harvest: Lot, entries: Sequence[DiaryEntry]) -> DiaryEntry | None:
    """The last spraying on a harvest's own plots before it, of entries that stand newest first."""
    plots = origin.plots_of.get(harvest.pk, ())
    found = (
        entry
        for entry in entries
        if entry.plot_id in plots
        and entry.on <= harvest.harvested_on
        and entry.work == DiaryEntry.Work.SPRAYING
    )
    return next(found, None)


def held(area: GrowingArea, day: dt.date) -> bool:
    """Whether the code of a growing area held on a day."""
    began = area.valid_from <= day
    return began and (area.valid_to is None or day <= area.valid_to)
