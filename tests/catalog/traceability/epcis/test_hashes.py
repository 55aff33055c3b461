"""The market's events have the hashes that the reference tool of CBV 2.0 gives them."""

import json

import pytest

from catalog.traceability import recalls
from catalog.traceability.lots import packing, shipping
from catalog.traceability.models import EpcisEvent
from tests.catalog.traceability.epcis.events import ALL, CONTEXT, document
from verify import event_hash

generator = pytest.importorskip("epcis_event_hash_generator.hash_generator")


def by_the_tool(value):
    from epcis_event_hash_generator import json_to_py

    events = json_to_py.event_list_from_epcis_document_str(json.dumps(value))
    return generator.epcis_hashes_from_events(events)


@pytest.mark.parametrize("event", ALL, ids=lambda event: event["type"] + event.get("bizStep", ""))
def test_events_of_every_kind_hash_as_with_the_reference_tool(event):
    assert [event_hash(event, CONTEXT)] == by_the_tool(document(event))


@pytest.mark.django_db
def test_what_the_market_publishes_hashes_as_with_the_reference_tool(lot, numbered, item):
    packing.pack(lot.pk, numbered.key, units=3, reference="SL-1", by=None)
    packing.pack(lot.pk, item.key, units=1, reference="SL-2", by=None)
    shipping.ship("SL-1", to_commune="00070", by=None)
    shipping.deliver("SL-1", by=None)
    packing.unpack("SL-2", by=None)
    recalls.recall(lot.pk, reason="Dư lượng thuốc", by=None)

    rows = list(EpcisEvent.objects.all())
    assert len(rows) == 7
    for row in rows:
        whole = {**document(row.document), "@context": row.context}
        assert [row.event_id] == by_the_tool(whole), row.source.kind
