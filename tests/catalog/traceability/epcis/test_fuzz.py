"""Whatever is sent or asked, the answer is an answer: never a failure of ours."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.traceability.epcis import validation
from catalog.traceability.models import Capture, EpcisEvent
from tests.catalog.traceability.epcis.events import ALL, document, send

pytestmark = pytest.mark.django_db
quick = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
texts = st.text(max_size=12) | st.sampled_from(
    [
        "ADD",
        "ObjectEvent",
        "https://id.gs1.org/01/09521234000013/21/A",
        "https://id.gs1.org/01/%zz",
        "https://[::1/01/09521234000013",
        "urn:epc:id:sgtin:9521234.000001.7",
        "urn:epc:id:sgtin:...",
        "urn:epc:",
        "2026-08-13T06:30:00.000+07:00",
        "9999-12-31T23:59:59-23:59",
        "packing",
        "nan",
        "1e999",
    ]
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
names = sorted({name for event in ALL for name in event} | {"ex:a", "eventID", "@context", "x"})
events = st.builds(
    lambda event, changes: {**event, **changes},
    st.sampled_from(ALL),
    st.dictionaries(st.sampled_from(names), values, max_size=3),
)
documents = st.builds(
    lambda event, parts: document(event, **parts),
    events,
    st.dictionaries(
        st.sampled_from(["@context", "schemaVersion", "epcisBody", "type", "creationDate"]),
        values,
        max_size=1,
    ),
)


@quick
@given(value=documents | events | values, proceed=st.booleans())
def test_whatever_is_sent_is_taken_or_refused(program, value, proceed):
    more = {"GS1-Capture-Error-Behaviour": "proceed"} if proceed else {}

    before = (Capture.objects.count(), EpcisEvent.objects.count())
    answer = send(program, json.dumps(value), **more)

    assert answer.status_code in (202, 400)
    if answer.status_code == 400:
        assert (Capture.objects.count(), EpcisEvent.objects.count()) == before


@quick
@given(body=st.binary(max_size=60))
def test_whatever_bytes_are_sent_they_are_refused(program, body):
    assert send(program, body + b"}").status_code == 400


@quick
@given(
    name=st.sampled_from(
        "MATCH_epc MATCH_anyEPC EQ_bizStep EQ_eventID GE_eventTime GE_quantity perPage "  # noqa: SIM905 -- names
        "nextPageToken eventCountLimit orderBy x".split()
    ),
    value=texts.filter(lambda text: "\0" not in text),
)
def test_whatever_is_asked_is_answered_or_refused(client, name, value):
    assert client.get("/epcis/v2/events", {name: value}).status_code in (200, 400)


@settings(max_examples=200, deadline=None)
@given(event=events)
def test_every_fault_points_at_something(event):
    checked = validation.check(document(event))

    for fault in (fault for found in checked.events for fault in found.faults):
        assert fault.pointer.startswith("/epcisBody/eventList/0")
        assert fault.message
