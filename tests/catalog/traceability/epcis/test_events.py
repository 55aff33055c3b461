"""Whoever asks reads the events, by the filters of the standard and a page at a time."""

from urllib.parse import quote, urlencode

import pytest

from catalog.traceability.epcis import commitments
from catalog.traceability.lots import packing, shipping
from catalog.traceability.models import EpcisEvent
from marketplace.records import api_tokens
from tests import factories
from tests.catalog.traceability.epcis.events import (
    AGGREGATION,
    ALL,
    ASSOCIATION,
    BOX,
    CONTEXT,
    LOT,
    OBJECT,
    PALLET,
    SENSING,
    SHIPPING,
    TRANSACTION,
    TRANSFORMATION,
    document,
    send,
)
from verify import event_hash

pytestmark = pytest.mark.django_db

NAMES = {
    "object": OBJECT,
    "shipping": SHIPPING,
    "aggregation": AGGREGATION,
    "association": ASSOCIATION,
    "transaction": TRANSACTION,
    "transformation": TRANSFORMATION,
    "sensing": SENSING,
}
IDS = {event_hash(event, CONTEXT): name for name, event in NAMES.items()}


@pytest.fixture
def captured(program):
    assert send(program, document(*ALL)).status_code == 202
    return program


def listed(answer):
    assert answer.status_code == 200, answer.content
    body = answer.json()
    assert (body["type"], body["schemaVersion"]) == ("EPCISQueryDocument", "2.0")
    return body["epcisBody"]["queryResults"]["resultsBody"]["eventList"]


def names(client, **asked):
    answer = client.get(f"/epcis/v2/events?{urlencode(asked)}")
    return {IDS[event["eventID"]] for event in listed(answer)}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, set(NAMES)),
        ({"eventType": "ObjectEvent"}, {"object", "shipping", "sensing"}),
        ({"eventType": "TransactionEvent|AssociationEvent"}, {"transaction", "association"}),
        ({"EQ_action": "OBSERVE"}, {"shipping", "sensing"}),
        ({"EQ_bizStep": "packing"}, {"aggregation", "transformation"}),
        ({"EQ_bizStep": "https://ref.gs1.org/cbv/BizStep-shipping"}, {"shipping"}),
        ({"EQ_disposition": "active|in_transit"}, {"object", "shipping"}),
        ({"EQ_readPoint": "https://id.gs1.org/414/9521234000105"}, {"object", "sensing"}),
        ({"EQ_bizLocation": "urn:epc:id:sgln:9521234.00010.0"}, {"object"}),
        ({"MATCH_epc": BOX}, {"shipping", "aggregation", "association", "transaction"}),
        ({"MATCH_epc": "https://id.gs1.org/00/*"}, {"shipping"}),
        (
            {"MATCH_epc": "https://id.gs1.org/*/K7Q2"},
            {"shipping", "aggregation", "association", "transaction"},
        ),
        ({"MATCH_parentID": PALLET}, {"aggregation", "association"}),
        ({"MATCH_outputEPC": BOX}, {"transformation"}),
        ({"MATCH_inputEPC": BOX}, set()),
        (
            {"MATCH_anyEPC": BOX},
            {"shipping", "aggregation", "association", "transaction", "transformation"},
        ),
        ({"MATCH_epcClass": LOT}, {"object", "aggregation", "association"}),
        ({"MATCH_inputEPCClass": LOT}, {"transformation"}),
        ({"MATCH_outputEPCClass": LOT}, set()),
        (
            {"MATCH_anyEPCClass": "https://id.gs1.org/01/09521234000013/*"},
            {"object", "aggregation", "association", "transformation"},
        ),
        ({"GE_quantity": "820.5"}, {"object", "transformation"}),
        ({"LT_quantity": "4"}, {"aggregation", "association"}),
        ({"EQ_eventID": event_hash(SENSING, CONTEXT)}, {"sensing"}),
        ({"EXISTS_errorDeclaration": "true"}, set()),
        ({"GE_eventTime": "2026-08-13T06:30:00+07:00"}, set(NAMES)),
        ({"LT_eventTime": "2026-08-12T23:30:00Z"}, set()),
        ({"GE_recordTime": "2026-08-14T18:20:00+07:00"}, set(NAMES)),
        ({"LT_recordTime": "2026-08-14T18:20:00+07:00"}, set()),
        ({"EQ_bizStep": "packing", "EQ_action": "ADD"}, {"aggregation"}),
    ],
)
def test_filters_answer_what_the_standard_says(captured, client, asked, found):
    assert names(client, **asked) == found


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("EQ_colour", "red"),
        ("GE_eventTime", "yesterday"),
        ("LT_recordTime", "2026-08-14"),
        ("perPage", "0"),
        ("perPage", "many"),
        ("perPage", "9" * 50),
        ("eventCountLimit", "-1"),
        ("orderBy", "colour"),
        ("orderDirection", "up"),
        ("EXISTS_errorDeclaration", "maybe"),
        ("nextPageToken", "made-up"),
        ("nextPageToken", "W10"),
        ("MATCH_epc", "*"),
        ("MATCH_epc", ""),
        ("MATCH_epc", "|".join("x" * 51)),
        ("EQ_quantity", "NaN"),
        ("EQ_quantity", "1e99"),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused_by_name(client, name, value):
    answer = client.get(f"/epcis/v2/events?{urlencode({name: value})}")

    assert answer.status_code == 400
    assert answer.json()["type"] == "epcisException:QueryParameterException"
    assert [error["pointer"] for error in answer.json()["errors"]] == [name]


@pytest.mark.parametrize("order", ["eventTime", "recordTime"])
@pytest.mark.parametrize("direction", ["ASC", "DESC"])
def test_pages_follow_each_other_and_leave_nothing_out(captured, client, order, direction):
    address = f"/epcis/v2/events?perPage=2&orderBy={order}&orderDirection={direction}"
    seen, pages = [], 0
    while address:
        answer = client.get(address)
        seen += [IDS[event["eventID"]] for event in listed(answer)]
        pages += 1
        link = answer.get("Link", "")
        assert link.endswith('; rel="next"') or not link
        address = link[1:].partition(">")[0].partition("/epcis")[2]
        address = f"/epcis{address}" if address else ""

    assert (pages, len(seen), set(seen)) == (4, 7, set(NAMES))


def test_no_more_events_are_told_than_were_asked_for(captured, client):
    first = client.get("/epcis/v2/events?perPage=2&eventCountLimit=3")
    second = client.get("/epcis" + first["Link"][1:].partition(">")[0].partition("/epcis")[2])

    assert (len(listed(first)), len(listed(second))) == (2, 1)
    assert "Link" not in second


def test_trade_partners_are_told_to_the_party_alone(captured, client):
    partners = ("bizTransactionList", "sourceList", "destinationList")
    stranger = api_tokens.give(factories.user(), "epcis.read")
    asked = "/epcis/v2/events?EQ_bizStep=shipping"

    own = listed(captured.get(asked))[0]
    other = listed(client.get(asked))[0]
    third = listed(client.get(asked, headers={"Authorization": f"Bearer {stranger}"}))[0]

    assert {name: own[name] for name in partners} == {name: SHIPPING[name] for name in partners}
    assert other == third
    assert other["sl:leftOut"] == list(partners)
    assert not set(partners) & set(other)
    assert other["eventID"] == event_hash(SHIPPING, CONTEXT)


def test_a_token_that_is_none_is_refused_and_not_taken_for_no_token(client, db):
    answer = client.get("/epcis/v2/events", headers={"Authorization": "Bearer slm_no"})

    assert answer.status_code == 401


def test_whoever_knows_a_box_finds_its_events_and_the_proof_that_they_are_its(
    client, lot, numbered, settings, django_assert_max_num_queries
):
    boxes = packing.pack(lot.pk, numbered.key, units=30, reference="SL-7", by=None)
    shipping.ship("SL-7", to_commune="00070", by=None)
    box = boxes[0]
    printed = f"{settings.TRACE_URL}/01/09521234000013/10/{lot.code}/21/{box.code}"

    with django_assert_max_num_queries(4):
        answer = client.get(f"/epcis/v2/epcs/{quote(printed, safe='')}/events")

    found = listed(answer)
    assert [event["bizStep"] for event in found] == ["shipping", "packing"]
    assert not any(other.code in answer.text for other in boxes[1:])
    assert "SL-7" not in answer.text
    for event, opening in zip(found, answer.json()["sl:openings"], strict=True):
        said = commitments.Secret(opening["path"], opening["value"], opening["salt"])
        assert opening["eventID"] == event["eventID"]
        assert said.value == f"https://id.gs1.org/01/09521234000013/21/{box.code}"
        assert said.commitment in event["sl:commitments"]["sl:box"]
    row = EpcisEvent.objects.get(event_id=found[0]["eventID"])
    assert event_hash(found[0], row.context) == row.event_id


def test_no_box_is_found_by_guessing_the_beginning_of_its_code(client, lot, numbered):
    packing.pack(lot.pk, numbered.key, units=5, by=None)

    asked = urlencode({"MATCH_anyEPC": "https://id.gs1.org/01/09521234000013/21/*"})
    assert listed(client.get(f"/epcis/v2/events?{asked}")) == []


def test_a_lot_is_followed_from_the_field_to_its_boxes(client, lot, item, settings):
    packing.pack(lot.pk, item.key, units=5, by=None)

    found = listed(client.get(f"/epcis/v2/epcs/{settings.TRACE_URL}/t/{lot.code}/events"))

    assert [event["bizStep"] for event in found] == ["packing", "commissioning"]


@pytest.mark.parametrize("form", ["quoted", "plain"])
def test_one_event_is_found_by_its_hash_however_it_is_written(client, lot, form):
    row = EpcisEvent.objects.get()
    name = quote(row.event_id, safe="") if form == "quoted" else row.event_id

    assert [event["eventID"] for event in listed(client.get(f"/epcis/v2/events/{name}"))] == [
        row.event_id
    ]


def test_what_is_not_there_is_not_found(client, db):
    for path in ("/epcis/v2/events/nothing", "/epcis/v2/queries", "/epcis/v2", "/epcis/"):
        answer = client.get(path)
        assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    assert listed(client.get("/epcis/v2/epcs/urn:ex:nothing/events")) == []


def test_the_interface_says_what_it_speaks(client, db):
    answer = client.options("/epcis/v2/capture")

    assert answer.status_code == 204
    assert answer["Allow"] == "OPTIONS, POST"
    assert answer["GS1-EPCIS-Version"] == "2.0.0"
    assert answer["GS1-EPCIS-Capture-Limit"] == "1000"
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_faults_are_told_in_the_readers_language(client, db):
    answer = client.get("/epcis/v2/events?perPage=0", headers={"Accept-Language": "en"})

    assert answer["Content-Language"] == "en"
    assert answer.json()["detail"] == "Some parameters cannot be answered."


@pytest.mark.parametrize(
    "path",
    [
        "events?EQ_bizStep=%00",
        "events?MATCH_epc=urn:%00*",
        "events/%00",
        "epcs/%00/events",
        "capture/%00",
    ],
)
def test_signs_no_database_keeps_are_refused(client, db, path):
    assert client.get(f"/epcis/v2/{path}").status_code in (400, 404)
