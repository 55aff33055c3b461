"""Who grew what, in which lot, packed into which boxes, and what happened to it when."""

from catalog.traceability.identities.models import GivenNumber, Kind, NumberPool
from catalog.traceability.lots.models import Box, Event, Lot
from catalog.traceability.parties.models import Party, TradeItem

__all__ = ["Box", "Event", "GivenNumber", "Kind", "Lot", "NumberPool", "Party", "TradeItem"]
