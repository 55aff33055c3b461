"""Valid events to begin with; a test changes what it is about."""

import copy
import json

CONTEXT = [
    "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
    {"ex": "https://ex.example.org/ns/"},
]
LOT = "https://id.gs1.org/01/09521234000013/10/H260715A"
BOX = "https://id.gs1.org/01/09521234000013/21/K7Q2"
PALLET = "https://id.gs1.org/00/095212340000000174"
PLACE = {"id": "https://id.gs1.org/414/9521234000105"}
WHEN = {"eventTime": "2026-08-13T06:30:00.000+07:00", "eventTimeZoneOffset": "+07:00"}
SOME = [{"epcClass": LOT, "quantity": 820.5, "uom": "KGM"}]

OBJECT = {
    "type": "ObjectEvent",
    **WHEN,
    "action": "ADD",
    "bizStep": "commissioning",
    "disposition": "active",
    "readPoint": PLACE,
    "bizLocation": PLACE,
    "quantityList": SOME,
    "ilmd": {"ex:variety": "nhãn chín muộn", "cbvmda:lotNumber": "H260715A"},
}
SHIPPING = {
    "type": "ObjectEvent",
    **WHEN,
    "action": "OBSERVE",
    "bizStep": "shipping",
    "disposition": "in_transit",
    "epcList": [PALLET, BOX],
    "bizTransactionList": [{"type": "desadv", "bizTransaction": "urn:uuid:7d0c0c7e-3f6b-4f0b"}],
    "sourceList": [{"type": "possessing_party", "source": "https://id.gs1.org/417/9521234000136"}],
    "destinationList": [
        {"type": "possessing_party", "destination": "https://id.gs1.org/417/9521234000143"}
    ],
}
AGGREGATION = {
    "type": "AggregationEvent",
    **WHEN,
    "action": "ADD",
    "parentID": PALLET,
    "childEPCs": [BOX],
    "childQuantityList": [{"epcClass": LOT, "quantity": 3}],
    "bizStep": "packing",
}
ASSOCIATION = {**AGGREGATION, "type": "AssociationEvent", "bizStep": "assembling"}
TRANSACTION = {
    "type": "TransactionEvent",
    **WHEN,
    "action": "ADD",
    "bizTransactionList": [{"type": "po", "bizTransaction": "https://ex.example.org/po/7"}],
    "epcList": [BOX],
}
TRANSFORMATION = {
    "type": "TransformationEvent",
    **WHEN,
    "inputQuantityList": SOME,
    "outputEPCList": [BOX],
    "bizStep": "packing",
}
SENSING = {
    "type": "ObjectEvent",
    **WHEN,
    "action": "OBSERVE",
    "bizStep": "sensor_reporting",
    "readPoint": PLACE,
    "sensorElementList": [
        {
            "sensorMetadata": {"time": "2026-08-13T06:00:00Z", "deviceID": "urn:ex:device:1"},
            "sensorReport": [
                {"type": "Temperature", "value": 4.5, "uom": "CEL"},
                {"type": "gs1:RelativeHumidity", "value": 80, "uom": "A93"},
            ],
        }
    ],
}
ALL = [OBJECT, SHIPPING, AGGREGATION, ASSOCIATION, TRANSACTION, TRANSFORMATION, SENSING]


def document(*events, **changes):
    return {
        "@context": copy.deepcopy(CONTEXT),
        "type": "EPCISDocument",
        "schemaVersion": "2.0",
        "creationDate": "2026-08-14T02:00:00.000Z",
        "epcisBody": {"eventList": copy.deepcopy(list(events))},
        **changes,
    }


def send(client, value, **headers):
    body = value if isinstance(value, bytes | str) else json.dumps(value)
    return client.post("/epcis/v2/capture", body, content_type="application/json", headers=headers)


def without(event, *names):
    return {name: value for name, value in event.items() if name not in names}
