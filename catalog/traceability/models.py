"""Who grew what, in which lot, packed into which boxes, and what happened to it when."""

from catalog.traceability.diary.models import DiaryEntry
from catalog.traceability.epcis.models import Capture, EpcisEvent, EpcisEventThing, Opening
from catalog.traceability.growing.models import Facility, Grower, GrowingArea, Plot
from catalog.traceability.identities.models import GivenNumber, Kind, NumberPool
from catalog.traceability.lineage.models import LotPlot, LotSource
from catalog.traceability.loading.models import LogisticUnit, UnitBox
from catalog.traceability.log.models import (
    AuthorKey,
    Entry,
    HeadStamp,
    Node,
    TreeHead,
    Witness,
    WitnessSignature,
)
from catalog.traceability.lots.models import Box, Event, Lot
from catalog.traceability.parties.models import Party, TradeItem
from catalog.traceability.printing.models import LabelJob, LabelPrint, PrinterSetting
from catalog.traceability.recalls.models import Recall, RecallLot
from catalog.traceability.scans.models import Alert, Network, Scan, ScanMonth, ScanTally
from catalog.traceability.scans.problems import ProblemReport
from catalog.traceability.scratching.models import ScratchCode, ScratchSheet

__all__ = [
    "Alert",
    "AuthorKey",
    "Box",
    "Capture",
    "DiaryEntry",
    "Entry",
    "EpcisEvent",
    "EpcisEventThing",
    "Event",
    "Facility",
    "GivenNumber",
    "Grower",
    "GrowingArea",
    "HeadStamp",
    "Kind",
    "LabelJob",
    "LabelPrint",
    "LogisticUnit",
    "Lot",
    "LotPlot",
    "LotSource",
    "Network",
    "Node",
    "NumberPool",
    "Opening",
    "Party",
    "Plot",
    "PrinterSetting",
    "ProblemReport",
    "Recall",
    "RecallLot",
    "Scan",
    "ScanMonth",
    "ScanTally",
    "ScratchCode",
    "ScratchSheet",
    "TradeItem",
    "TreeHead",
    "UnitBox",
    "Witness",
    "WitnessSignature",
]
