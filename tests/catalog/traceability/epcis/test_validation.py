"""What is no EPCIS 2.0 is refused, with the place that is wrong.

The rows follow the JSON schema and the text of GS1 EPCIS 2.0.0 (repository gs1/EPCIS).
"""

import pytest

from catalog.traceability.epcis import validation
from tests.catalog.traceability.epcis import events
from tests.catalog.traceability.epcis.events import (
    AGGREGATION,
    ALL,
    ASSOCIATION,
    BOX,
    OBJECT,
    SENSING,
    SHIPPING,
    TRANSACTION,
    TRANSFORMATION,
    document,
    without,
)

E = "/epcisBody/eventList/0"


def places(value):
    checked = validation.check(value)
    found = checked.faults + [fault for event in checked.events for fault in event.faults]
    return sorted(fault.pointer for fault in found)


@pytest.mark.parametrize("event", ALL, ids=lambda event: event["type"] + event.get("bizStep", ""))
def test_events_of_every_kind_are_valid(event):
    assert places(document(event)) == []
    assert places({"@context": events.CONTEXT, **event}) == []


def test_a_query_document_holds_events_too():
    asked = {
        "@context": events.CONTEXT,
        "type": "EPCISQueryDocument",
        "schemaVersion": "2.0",
        "epcisBody": {"queryResults": {"resultsBody": {"eventList": [OBJECT, {}]}}},
    }

    assert places(asked) == ["/epcisBody/queryResults/resultsBody/eventList/1/type"]


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"schemaVersion": 2.0}, "/schemaVersion"),
        ({"schemaVersion": "1.2"}, "/schemaVersion"),
        ({"creationDate": "14/08/2026"}, "/creationDate"),
        ({"type": "Document"}, "/type"),
        ({"epcisBody": {}}, "/epcisBody/eventList"),
        ({"epcisBody": []}, "/epcisBody/eventList"),
        ({"epcisBody": {"eventList": {}}}, "/epcisBody/eventList"),
        ({"epcisHeader": []}, "/epcisHeader"),
        ({"@context": "https://example.org/other.jsonld"}, "/@context"),
        ({"@context": [events.CONTEXT[0], 7]}, "/@context/1"),
        ({"@context": [events.CONTEXT[0], {"ex": "no address"}]}, "/@context/1/ex"),
        ({"@context": [events.CONTEXT[0], {"cbv": "https://e.org/"}]}, "/@context/1/cbv"),
        ({"@context": [events.CONTEXT[0], {"a/b": "https://e.org/"}]}, "/@context/1/a~1b"),
    ],
)
def test_a_document_that_is_none_is_refused_at_its_place(changes, place):
    assert place in places(document(**changes))


@pytest.mark.parametrize("name", ["@context", "schemaVersion", "creationDate", "epcisBody", "type"])
def test_each_part_of_a_document_is_needed(name):
    found = places(without(document(), name))

    assert any(place.startswith(f"/{name}") for place in found)


@pytest.mark.parametrize("value", [None, [], 7, "text", {}])
def test_what_is_no_object_of_a_kind_is_refused(value):
    assert places(value) != []


@pytest.mark.parametrize(
    ("event", "changes", "place"),
    [
        (OBJECT, {"type": "Harvest"}, "/type"),
        (OBJECT, {"type": ["ObjectEvent"]}, "/type"),
        (OBJECT, {"action": "CHANGE"}, "/action"),
        (OBJECT, {"action": "add"}, "/action"),
        (OBJECT, {"eventTime": "2026-07-15 06:30"}, "/eventTime"),
        (OBJECT, {"eventTime": "2026-07-15T06:30:00"}, "/eventTime"),
        (OBJECT, {"eventTime": "2026-02-30T06:30:00Z"}, "/eventTime"),
        (OBJECT, {"eventTime": 1789}, "/eventTime"),
        (OBJECT, {"eventTime": "2026-08-14T18:21:01+07:00"}, "/eventTime"),
        (OBJECT, {"recordTime": "yesterday"}, "/recordTime"),
        (OBJECT, {"eventTimeZoneOffset": "7"}, "/eventTimeZoneOffset"),
        (OBJECT, {"eventTimeZoneOffset": "+14:30"}, "/eventTimeZoneOffset"),
        (OBJECT, {"eventTimeZoneOffset": "Z"}, "/eventTimeZoneOffset"),
        (OBJECT, {"eventID": "seven"}, "/eventID"),
        (OBJECT, {"bizStep": "harvesting"}, "/bizStep"),
        (OBJECT, {"bizStep": "https://ref.gs1.org/cbv/BizStep-harvesting"}, "/bizStep"),
        (OBJECT, {"bizStep": "urn:epcglobal:cbv:disp:active"}, "/bizStep"),
        (OBJECT, {"disposition": "on_truck"}, "/disposition"),
        (OBJECT, {"persistentDisposition": {"set": ["fine"]}}, "/persistentDisposition/set/0"),
        (OBJECT, {"persistentDisposition": {"put": []}}, "/persistentDisposition/put"),
        (OBJECT, {"readPoint": "https://id.gs1.org/414/9521234000105"}, "/readPoint"),
        (OBJECT, {"readPoint": {}}, "/readPoint/id"),
        (OBJECT, {"readPoint": {"id": "the house"}}, "/readPoint/id"),
        (
            OBJECT,
            {"bizLocation": {"id": "https://id.gs1.org/414/9521234000106"}},
            "/bizLocation/id",
        ),
        (OBJECT, {"quantityList": {}, "epcList": [BOX]}, "/quantityList"),
        (OBJECT, {"quantityList": [{"quantity": 1}]}, "/quantityList/0/epcClass"),
        (OBJECT, {"quantityList": [{"epcClass": BOX}]}, "/quantityList/0/quantity"),
        (
            OBJECT,
            {"quantityList": [{"epcClass": BOX, "quantity": "1"}]},
            "/quantityList/0/quantity",
        ),
        (
            OBJECT,
            {"quantityList": [{"epcClass": BOX, "quantity": True}]},
            "/quantityList/0/quantity",
        ),
        (OBJECT, {"quantityList": [{"epcClass": BOX, "quantity": -1}]}, "/quantityList/0/quantity"),
        (
            OBJECT,
            {"quantityList": [{"epcClass": BOX, "quantity": 1, "uom": "kg"}]},
            "/quantityList/0/uom",
        ),
        (
            OBJECT,
            {"quantityList": [{"epcClass": BOX, "quantity": 1, "unit": "KGM"}]},
            "/quantityList/0/unit",
        ),
        (OBJECT, {"epcList": "x"}, "/epcList"),
        (OBJECT, {"epcList": ["box 7"]}, "/epcList/0"),
        (OBJECT, {"epcList": ["https://id.gs1.org/01/09521234000014/21/A"]}, "/epcList/0"),
        (OBJECT, {"epcList": ["https://shop.example.org/01/09521234000014"]}, "/epcList/0"),
        (OBJECT, {"epcList": ["https://id.gs1.org/01/9521234000013"]}, "/epcList/0"),
        (OBJECT, {"epcList": ["urn:epc:id:sgtin:952123.400001.1"]}, "/epcList/0"),
        (OBJECT, {"epcList": ["urn:epc:id:sgtin:9521234.000001"]}, "/epcList/0"),
        (OBJECT, {"parentID": BOX}, "/parentID"),
        (OBJECT, {"harvestDate": "2026-07-15"}, "/harvestDate"),
        (OBJECT, {"other:harvestDate": "2026-07-15"}, "/other:harvestDate"),
        (OBJECT, {"ilmd": {"harvestDate": "2026-07-15"}}, "/ilmd/harvestDate"),
        (OBJECT, {"ilmd": {"a/b~c": 1}}, "/ilmd/a~1b~0c"),
        (OBJECT, {"ilmd": []}, "/ilmd"),
        (OBJECT, {"action": "OBSERVE"}, "/ilmd"),
        (OBJECT, {"action": "DELETE"}, "/ilmd"),
        (OBJECT, {"quantityList": []}, ""),
        (OBJECT, {"certificationInfo": ["no"]}, "/certificationInfo/0"),
        (OBJECT, {"errorDeclaration": {}}, "/errorDeclaration/declarationTime"),
        (
            OBJECT,
            {"errorDeclaration": {"declarationTime": "2027-01-01T00:00:00Z"}},
            "/errorDeclaration/declarationTime",
        ),
        (
            OBJECT,
            {"errorDeclaration": {"declarationTime": "2026-08-14T00:00:00Z", "reason": "sorry"}},
            "/errorDeclaration/reason",
        ),
        (
            OBJECT,
            {
                "errorDeclaration": {
                    "declarationTime": "2026-08-14T00:00:00Z",
                    "correctiveEventIDs": ["x"],
                }
            },
            "/errorDeclaration/correctiveEventIDs/0",
        ),
        (
            SHIPPING,
            {"bizTransactionList": [{"type": "po"}]},
            "/bizTransactionList/0/bizTransaction",
        ),
        (
            SHIPPING,
            {"bizTransactionList": [{"type": "order", "bizTransaction": "urn:ex:1"}]},
            "/bizTransactionList/0/type",
        ),
        (SHIPPING, {"sourceList": [{"source": BOX}]}, "/sourceList/0/type"),
        (
            SHIPPING,
            {"sourceList": [{"type": "seller", "source": BOX}]},
            "/sourceList/0/type",
        ),
        (
            SHIPPING,
            {"destinationList": [{"type": "location", "destination": BOX, "ex:a": 1}]},
            "/destinationList/0/ex:a",
        ),
        (
            SHIPPING,
            {"destinationList": [{"type": "location"}]},
            "/destinationList/0/destination",
        ),
        (AGGREGATION, {"ilmd": {"ex:a": 1}}, "/ilmd"),
        (AGGREGATION, {"epcList": [BOX]}, "/epcList"),
        (AGGREGATION, {"childEPCs": [], "childQuantityList": []}, ""),
        (ASSOCIATION, {"childEPCs": [], "childQuantityList": []}, ""),
        (TRANSACTION, {"bizTransactionList": []}, "/bizTransactionList"),
        (TRANSACTION, {"epcList": []}, ""),
        (TRANSFORMATION, {"action": "ADD"}, "/action"),
        (TRANSFORMATION, {"outputEPCList": []}, ""),
        (
            TRANSFORMATION,
            {"inputQuantityList": [], "transformationID": "urn:ex:1", "outputEPCList": []},
            "",
        ),
        (SENSING, {"sensorElementList": [{}]}, "/sensorElementList/0/sensorReport"),
        (
            SENSING,
            {"sensorElementList": [{"sensorReport": []}]},
            "/sensorElementList/0/sensorReport",
        ),
        (
            SENSING,
            {"sensorElementList": [{"sensorReport": [{"value": 1}]}]},
            "/sensorElementList/0/sensorReport/0/type",
        ),
        (
            SENSING,
            {"sensorElementList": [{"sensorReport": [{"type": "Warmth"}]}]},
            "/sensorElementList/0/sensorReport/0/type",
        ),
        (
            SENSING,
            {"sensorElementList": [{"sensorReport": [{"type": "Mass", "value": "1"}]}]},
            "/sensorElementList/0/sensorReport/0/value",
        ),
        (
            SENSING,
            {"sensorElementList": [{"sensorReport": [{"type": "Mass", "hexBinaryValue": "xy"}]}]},
            "/sensorElementList/0/sensorReport/0/hexBinaryValue",
        ),
        (
            SENSING,
            {"sensorElementList": [{"sensorReport": [{"type": "Mass", "component": "w"}]}]},
            "/sensorElementList/0/sensorReport/0/component",
        ),
        (
            SENSING,
            {
                "sensorElementList": [
                    {"sensorMetadata": {"time": "noon"}, "sensorReport": [{"type": "Mass"}]}
                ]
            },
            "/sensorElementList/0/sensorMetadata/time",
        ),
    ],
)
def test_a_wrong_event_is_refused_at_its_place(event, changes, place):
    assert places(document({**event, **changes})) == [E + place]


@pytest.mark.parametrize(
    ("event", "name"),
    [
        *((event, "eventTime") for event in ALL),
        *((event, "eventTimeZoneOffset") for event in ALL),
        *((event, "action") for event in ALL if event is not TRANSFORMATION),
        (AGGREGATION, "parentID"),
        (ASSOCIATION, "parentID"),
        (TRANSACTION, "bizTransactionList"),
    ],
)
def test_what_an_event_needs_is_missed_by_name(event, name):
    assert places(document(without(event, name))) == [f"{E}/{name}"]


def test_no_more_than_a_hundred_faults_are_told_of_an_event():
    wrong = {**OBJECT, "epcList": ["x"] * 500}

    assert len(places(document(wrong))) == 100
