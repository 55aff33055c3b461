"""Who grew what, in which lot, packed into which boxes, and what happened to it when."""

from catalog.traceability.diary.models import DiaryEntry
from catalog.traceability.growing.models import Facility, Grower, GrowingArea, Plot
from catalog.traceability.lineage.models import LotPlot, LotSource
from catalog.traceability.loading.models import LogisticUnit, UnitBox
from catalog.traceability.lots.models import Box, Event, Lot
from catalog.traceability.parties.models import Party, TradeItem
from catalog.traceability.recalls.models import Recall, RecallLot

__all__ = [
    "Box",
    "DiaryEntry",
    "Event",
    "Facility",
    "Grower",
    "GrowingArea",
    "LogisticUnit",
    "Lot",
    "LotPlot",
    "LotSource",
    "Party",
    "Plot",
    "Recall",
    "RecallLot",
    "TradeItem",
    "UnitBox",
]
