"""Where lots came from: every lot on the way back, the harvests, and all plots they grew on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.traceability.lineage import genealogy
from catalog.traceability.models import Lot, LotPlot, LotSource, Plot


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
        """Harvests of which nobody wrote down where they grew: they spoil the whole."""
        return tuple(lot for lot in self.harvests if lot.pk not in self.plots_of)


def of(lots: Sequence[Lot]) -> Origin:
    """The origin of lots, each plot once however many ways lead to it; five queries."""
    keys = genealogy.lots_reached([lot.pk for lot in lots], genealogy.BACK)
    reached = Lot.objects.filter(pk__in=keys).select_related("party").order_by("pk")
    sources = LotSource.objects.filter(lot__in=keys).order_by("lot_id", "source_id")
    picked: dict[int, tuple[int, ...]] = {}
    for lot_id, plot_id in (
        LotPlot.objects.filter(lot__in=keys).order_by("plot_id").values_list("lot_id", "plot_id")
    ):
        picked[lot_id] = (*picked.get(lot_id, ()), plot_id)
    plots = Plot.objects.filter(pk__in={pk for found in picked.values() for pk in found})
    return Origin(
        tuple(lots),
        tuple(reached),
        tuple(sources),
        tuple(plots.select_related("party", "grower", "growing_area").order_by("pk")),
        picked,
    )
