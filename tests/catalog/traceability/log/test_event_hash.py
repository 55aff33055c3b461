"""The hash of an event is the reference tool's, for every valid event."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from epcis_event_hash_generator import hash_generator, json_to_py
from hypothesis import HealthCheck, given, settings

import verify
from tests.catalog.traceability.log.events import CONTEXT, EPCIS, events

EVENT: dict[str, Any] = {
    "type": "ObjectEvent",
    "eventTime": "2026-07-15T06:30:00.000+07:00",
    "eventTimeZoneOffset": "+07:00",
    "action": "ADD",
    "bizStep": "commissioning",
    "disposition": "active",
    "readPoint": {"id": "https://id.gs1.org/414/9521234000105/254/PLOT-07"},
    "bizLocation": {"id": "https://id.gs1.org/414/9521234000105/254/PLOT-07"},
    "quantityList": [
        {
            "epcClass": "https://id.gs1.org/01/09521234000013/10/H260715A",
            "quantity": 820.0,
            "uom": "KGM",
        }
    ],
    "ilmd": {
        "txng:harvestDate": "2026-07-15",
        "txng:growingAreaCode": "VN-SL-TEST-0001",
        "txng:variety": "nhãn chín muộn",
        "txng:lastPesticideDate": "2026-06-20",
        "txng:preHarvestIntervalDays": 14,
    },
}
TXNG = {"txng": "https://txng.example.vn/ns/"}
# Computed with epcis-event-hash-generator 1.9.3.
HASH = "ni:///sha-256;00ef35f62358ccc1dc22efef70f6fe690d642935324b03b38af410024e0d0ec0?ver=CBV2.0"


def reference(event: dict[str, Any], context: Any) -> str:
    """What the reference tool takes the hash of; it keeps namespaces from one call to the next."""
    json_to_py._namespaces.clear()
    document = {
        "@context": context,
        "type": "EPCISDocument",
        "schemaVersion": "2.0",
        "creationDate": "2026-01-01T00:00:00Z",
        "epcisBody": {"eventList": [copy.deepcopy(event)]},
    }
    told = json_to_py.event_list_from_epcis_document_json(document)
    return hash_generator.derive_prehashes_from_events(told)[0]


@pytest.mark.parametrize("examples", [80, pytest.param(600, marks=pytest.mark.slow)])
def test_any_valid_event_is_hashed_as_by_the_reference_tool(examples):
    @given(events)
    @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))
    def is_hashed_alike(event):
        assert verify.prehash(event, CONTEXT) == reference(event, CONTEXT)

    is_hashed_alike()


@pytest.mark.parametrize(
    ("event", "context"),
    [
        (EVENT, [EPCIS, TXNG]),
        (EVENT, TXNG),
        ({"@context": [EPCIS, TXNG], **EVENT}, None),
        ({"@context": TXNG, **EVENT}, EPCIS),
        ({**EVENT, "eventTime": "2026-07-14T23:30:00Z"}, TXNG),
        ({**EVENT, "bizStep": "urn:epcglobal:cbv:bizstep:commissioning"}, TXNG),
        ({**EVENT, "disposition": "https://ref.gs1.org/cbv/Disp-active"}, TXNG),
        ({**EVENT, "eventID": "urn:x:1", "recordTime": "2026-07-16T00:00:00Z"}, TXNG),
        (dict(reversed(EVENT.items())), TXNG),
    ],
)
def test_an_event_keeps_its_hash_in_each_of_its_spellings(event, context):
    assert verify.event_hash(event, context) == HASH


def test_a_type_comes_first_in_whatever_order_json_holds_it():
    """The reference tool takes over the order of the JSON, which a store need not keep."""
    turned = {**EVENT, "sourceList": [{"source": "urn:x:1", "type": "owning_party"}]}

    text = verify.prehash(turned, TXNG)

    assert "sourceListtype=https://ref.gs1.org/cbv/SDT-owning_partysource=urn:x:1" in text


def test_a_business_transaction_needs_no_type():
    """The standard allows it; the reference tool fails."""
    text = verify.prehash({**EVENT, "bizTransactionList": [{"bizTransaction": "urn:x:1"}]}, TXNG)

    assert "bizTransactionListbizTransaction=urn:x:1" in text


@pytest.mark.parametrize(
    ("time", "written"),
    [
        ("2026-07-15T06:30:00.9996+07:00", "2026-07-14T23:30:01.000Z"),  # The tool fails.
        ("2026-07-15T06:30:00.0005Z", "2026-07-15T06:30:00.000Z"),
        ("2026-07-15T06:30:00.0015Z", "2026-07-15T06:30:00.002Z"),
        ("2026-12-31T23:59:59-01:00", "2027-01-01T00:59:59.000Z"),
        ("2026-13-01T00:00:00Z", "2026-13-01T00:00:00Z"),
    ],
)
def test_times_are_written_in_utc_with_milliseconds(time, written):
    text = verify.prehash({"type": "ObjectEvent", "eventTime": time})

    assert text == f"eventType=ObjectEventeventTime={written}"


def test_an_event_does_not_depend_on_its_neighbours():
    """The reference tool replaces words that only another event of the document uses."""
    told = {"type": "ObjectEvent", "txng:note": "packing"}

    assert verify.prehash(told, TXNG).endswith("note=packing")
    assert verify.prehash({**told, "bizStep": "packing"}, TXNG).endswith(
        "note=https://ref.gs1.org/cbv/BizStep-packing"
    )
