"""Who grew what, in which lot, packed into which boxes, and what happened to it when."""

from catalog.traceability.epcis.models import Capture, EpcisEvent, EpcisEventThing, Opening
from catalog.traceability.lots.models import Box, Event, Lot
from catalog.traceability.parties.models import Party, TradeItem

__all__ = [
    "Box",
    "Capture",
    "EpcisEvent",
    "EpcisEventThing",
    "Event",
    "Lot",
    "Opening",
    "Party",
    "TradeItem",
]
