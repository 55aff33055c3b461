"""Who grew what, in which lot, packed into which boxes, and what happened to it when."""

from catalog.traceability.lots.models import Box, Event, Lot
from catalog.traceability.parties.models import Party, TradeItem
from catalog.traceability.scans.models import Alert, Network, Scan, ScanMonth, ScanTally
from catalog.traceability.scans.problems import ProblemReport

__all__ = [
    "Alert",
    "Box",
    "Event",
    "Lot",
    "Network",
    "Party",
    "ProblemReport",
    "Scan",
    "ScanMonth",
    "ScanTally",
    "TradeItem",
]
