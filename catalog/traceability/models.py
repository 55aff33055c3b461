"""Who grew what, in which lot, packed into which boxes, and what happened to it when."""

from catalog.traceability.log.models import (
    AuthorKey,
    Entry,
    Node,
    TreeHead,
    Witness,
    WitnessSignature,
)
from catalog.traceability.lots.models import Box, Event, Lot
from catalog.traceability.parties.models import Party, TradeItem

__all__ = [
    "AuthorKey",
    "Box",
    "Entry",
    "Event",
    "Lot",
    "Node",
    "Party",
    "TradeItem",
    "TreeHead",
    "Witness",
    "WitnessSignature",
]
