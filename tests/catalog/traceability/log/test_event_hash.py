"""The hash of an event is the reference tool's, for every valid event."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from epcis_event_hash_generator import hash_generator, json_to_py
from hypothesis import HealthCheck, given, settings

import verify
from tests.catalog.traceability.log.events import CONTEXT, EPCIS, events


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


@given(events)
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_valid_event_is_hashed_as_by_the_reference_tool(event):
    assert verify.prehash(event, CONTEXT) == reference(event, CONTEXT)
