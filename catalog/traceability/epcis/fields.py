"""Each field of an event with the check its value must pass."""

from __future__ import annotations

from catalog.traceability.epcis import checks, words
from catalog.traceability.epcis.checks import Check, Report, listed, record, word
from catalog.traceability.epcis.identifiers import identifier

_PLACE = record({"id": identifier}, ("id",))
_QUANTITY = record(
    {"epcClass": identifier, "quantity": checks.amount, "uom": checks.unit},
    ("epcClass", "quantity"),
)
_QUANTITIES, _EPCS = listed(_QUANTITY), listed(identifier)
_STATE = word(words.DISPOSITIONS)


def _pair(name: str) -> Check:
    """A source or destination: of which type, and who or where."""
    return record({"type": word(words.SOURCE_TYPES), name: identifier}, ("type", name), own=False)


def _certificates(report: Report, pointer: str, value: object) -> None:
    """One address of a certificate, or several."""
    check = listed(checks.uri) if isinstance(value, list) else checks.uri
    check(report, pointer, value)


_METADATA = record(
    {
        **dict.fromkeys(("time", "startTime", "endTime"), checks.time),
        **dict.fromkeys(
            ("deviceID", "deviceMetadata", "rawData", "dataProcessingMethod", "bizRules"),
            checks.uri,
        ),
    }
)
_MEASURED = record(
    {
        "type": word(words.MEASUREMENTS),
        "exception": word(words.ALERTS),
        "time": checks.time,
        "component": word(words.COMPONENTS),
        "stringValue": checks.string,
        "booleanValue": checks.boolean,
        "hexBinaryValue": checks.hexadecimal,
        "uom": checks.string,
        **dict.fromkeys(
            (
                "deviceID",
                "deviceMetadata",
                "rawData",
                "dataProcessingMethod",
                "microorganism",
                "chemicalSubstance",
                "uriValue",
                "bizRules",
                "coordinateReferenceSystem",
            ),
            checks.uri,
        ),
        **dict.fromkeys(
            ("value", "minValue", "maxValue", "meanValue", "sDev", "percRank", "percValue"),
            checks.number,
        ),
    },
    ("type",),
)
_SENSOR = record(
    {"sensorMetadata": _METADATA, "sensorReport": listed(_MEASURED, at_least=1)},
    ("sensorReport",),
)
DECLARATION = record(
    {
        "declarationTime": checks.time,
        "reason": word(words.ERROR_REASONS),
        "correctiveEventIDs": listed(checks.uri),
    },
    ("declarationTime",),
)

FIELDS: dict[str, Check] = {
    "eventTime": checks.time,
    "recordTime": checks.time,
    "eventTimeZoneOffset": checks.offset,
    "eventID": checks.uri,
    "errorDeclaration": DECLARATION,
    "certificationInfo": _certificates,
    "action": checks.one_of(words.ACTIONS),
    "bizStep": word(words.BIZ_STEPS),
    "disposition": _STATE,
    "persistentDisposition": record({"set": listed(_STATE, 1), "unset": listed(_STATE, 1)}),
    "readPoint": _PLACE,
    "bizLocation": _PLACE,
    "bizTransactionList": listed(
        record(
            {"type": word(words.TRANSACTION_TYPES), "bizTransaction": checks.uri},
            ("bizTransaction",),
        )
    ),
    "sourceList": listed(_pair("source")),
    "destinationList": listed(_pair("destination")),
    "sensorElementList": listed(_SENSOR),
    "ilmd": record({}),
    "parentID": identifier,
    "transformationID": checks.uri,
    **dict.fromkeys(("epcList", "childEPCs", "inputEPCList", "outputEPCList"), _EPCS),
    **dict.fromkeys(
        ("quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList"),
        _QUANTITIES,
    ),
}
