"""What must hold between the fields of one event, in the schema or in the text of EPCIS 2.0."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from catalog.traceability.epcis.checks import Report, below, moment
from marketplace.records import clock

# Clocks differ a little; what happens tomorrow has not happened.
SKEW = dt.timedelta(minutes=1)

Event = Mapping[str, Any]


def check(report: Report, pointer: str, event: Event) -> None:
    """Every rule that binds an event of its type, and those that bind all."""
    _RULES[event["type"]](report, pointer, event)
    _not_in_the_future(report, below(pointer, "eventTime"), event.get("eventTime"))
    declared = event.get("errorDeclaration")
    if isinstance(declared, dict):
        place = below(below(pointer, "errorDeclaration"), "declarationTime")
        _not_in_the_future(report, place, declared.get("declarationTime"))


def _not_in_the_future(report: Report, pointer: str, value: Any) -> None:
    """A moment that has come, by our clock and a minute more."""
    said = moment(value) if isinstance(value, str) else None
    if said is not None and said > clock.now() + SKEW:
        report.wrong(pointer, _("This moment has not come yet."))


def _object(report: Report, pointer: str, event: Event) -> None:
    """Goods are named, or a sensor reports where; goods are described only as they begin."""
    senses = _some(event, "sensorElementList") and "readPoint" in event
    if not (_some(event, "epcList", "quantityList") or senses):
        report.wrong(
            pointer,
            _("An ObjectEvent names goods in epcList or quantityList, or has sensors and a place."),
        )
    if "ilmd" in event and event.get("action") in ("OBSERVE", "DELETE"):
        report.wrong(below(pointer, "ilmd"), _("Goods are described with the action ADD only."))


def _aggregation(report: Report, pointer: str, event: Event) -> None:
    """What is put together has a parent; what is watched may have none."""
    if event.get("action") in ("ADD", "DELETE") and "parentID" not in event:
        report.wrong(below(pointer, "parentID"), _("The actions ADD and DELETE need a parent."))
    _children(report, pointer, event)


def _association(report: Report, pointer: str, event: Event) -> None:
    """Parts always belong to something."""
    if "parentID" not in event:
        report.wrong(below(pointer, "parentID"), _("This field is missing."))
    _children(report, pointer, event)


def _children(report: Report, pointer: str, event: Event) -> None:
    """Children are named, unless all of them leave."""
    if event.get("action") != "DELETE" and not _some(event, "childEPCs", "childQuantityList"):
        report.wrong(
            pointer, _("Children are named in childEPCs or childQuantityList, unless all leave.")
        )


def _transaction(report: Report, pointer: str, event: Event) -> None:
    """Goods are tied to at least one business transaction."""
    if not _some(event, "bizTransactionList"):
        report.wrong(below(pointer, "bizTransactionList"), _("At least one is needed."))
    named = _some(event, "epcList", "quantityList") or "parentID" in event
    if event.get("action") != "DELETE" and not named:
        report.wrong(pointer, _("Goods are named in epcList, quantityList or parentID."))


def _transformation(report: Report, pointer: str, event: Event) -> None:
    """Something becomes something else, in one event or in several that share an identifier."""
    inputs = _some(event, "inputEPCList", "inputQuantityList")
    outputs = _some(event, "outputEPCList", "outputQuantityList")
    if not (inputs and outputs) and not ("transformationID" in event and (inputs or outputs)):
        report.wrong(
            pointer,
            _("A TransformationEvent names inputs and outputs, or one and a transformationID."),
        )


def _some(event: Event, *names: str) -> bool:
    """Whether one of the lists holds something."""
    return any(isinstance(event.get(name), list) and event[name] for name in names)


_RULES: dict[str, Callable[[Report, str, Event], None]] = {
    "ObjectEvent": _object,
    "AggregationEvent": _aggregation,
    "AssociationEvent": _association,
    "TransactionEvent": _transaction,
    "TransformationEvent": _transformation,
}
