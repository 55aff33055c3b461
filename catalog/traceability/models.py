"""Who grew what, in which lot, packed into which boxes, and what happened to it when."""

from catalog.traceability.lots.models import Box, Event, Lot
from catalog.traceability.parties.models import Party, TradeItem
from catalog.traceability.printing.models import LabelJob, LabelPrint, PrinterSetting

__all__ = [
    "Box",
    "Event",
    "LabelJob",
    "LabelPrint",
    "Lot",
    "Party",
    "PrinterSetting",
    "TradeItem",
]
