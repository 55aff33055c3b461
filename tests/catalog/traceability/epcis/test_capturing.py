"""Others' programs tell the market what happened: valid, their own, once, never changed."""

from uuid import UUID

import pytest

from catalog.traceability.epcis import publishing
from catalog.traceability.lots import harvest
from catalog.traceability.models import Capture, EpcisEvent, EpcisEventThing
from catalog.traceability.parties import registering
from marketplace.records import api_tokens
from marketplace.records.models import AuditEntry
from tests import factories
from tests.catalog.traceability.conftest import SONG_MA
from tests.catalog.traceability.epcis.conftest import OTHER_GLN, OTHER_GTIN
from tests.catalog.traceability.epcis.events import (
    AGGREGATION,
    ALL,
    BOX,
    CONTEXT,
    OBJECT,
    SHIPPING,
    document,
    send,
)
from verify import event_hash

pytestmark = pytest.mark.django_db
E = "/epcisBody/eventList/0"
DECLARATION = {"declarationTime": "2026-08-14T08:00:00+07:00", "reason": "incorrect_data"}


def refused(answer, status=400):
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.status_code == status
    return sorted(error["pointer"] for error in answer.json()["errors"])


def nothing_is_kept():
    return not EpcisEvent.objects.filter(source=None).exists() and not Capture.objects.exists()


def test_events_of_every_kind_are_taken_in_and_told_by_their_hashes(program, party):
    answer = send(program, document(*ALL))

    hashes = [event_hash(event, CONTEXT) for event in ALL]
    made = Capture.objects.get()
    assert answer.status_code == 202
    assert answer["Location"].endswith(f"/epcis/v2/capture/{made.key}")
    assert answer.json()["eventIDs"] == hashes
    rows = list(EpcisEvent.objects.order_by("pk"))
    assert [row.event_id for row in rows] == hashes
    assert {(row.party_id, row.capture_id, row.source_id) for row in rows} == {
        (party.pk, made.pk, None)
    }
    assert [row.document for row in rows] == [
        {**event, "eventID": hashed} for event, hashed in zip(ALL, hashes, strict=True)
    ]
    assert AuditEntry.objects.filter(what="epcis.captured").count() == 1


def test_what_is_read_back_still_has_its_hash(program):
    send(program, document(*ALL))

    for row in EpcisEvent.objects.all():
        assert event_hash(row.document, row.context) == row.event_id


def test_a_capture_says_what_became_of_it_to_its_sender_only(program, client):
    where = send(program, document(OBJECT))["Location"].partition("/epcis")[2]

    job = program.get(f"/epcis{where}").json()
    assert (job["running"], job["success"], job["errors"]) == (False, True, [])
    assert UUID(job["captureID"]) == Capture.objects.get().key
    assert client.get(f"/epcis{where}").status_code == 401
    stranger = api_tokens.give(factories.user(), "epcis.capture")
    seen = client.get(f"/epcis{where}", headers={"Authorization": f"Bearer {stranger}"})
    assert seen.status_code == 404


def test_the_same_document_twice_is_the_same_capture(program):
    first = send(program, document(OBJECT))

    again = send(program, document(OBJECT))

    assert (again.status_code, again["Location"]) == (202, first["Location"])
    assert (Capture.objects.count(), EpcisEvent.objects.count()) == (1, 1)


def test_the_same_event_in_another_document_is_not_added_again(program):
    send(program, document(OBJECT))

    answer = send(program, document(OBJECT, OBJECT, SHIPPING))

    assert answer.status_code == 202
    assert len(answer.json()["eventIDs"]) == 3
    assert EpcisEvent.objects.count() == 2


def test_an_event_alone_with_its_context_is_taken_in(program):
    answer = send(program, {"@context": CONTEXT, **OBJECT})

    assert answer.status_code == 202
    assert EpcisEvent.objects.get().document == {**OBJECT, "eventID": event_hash(OBJECT, CONTEXT)}


def test_a_wrong_event_keeps_all_out(program):
    answer = send(program, document({**OBJECT, "action": "add"}, SHIPPING))

    assert refused(answer) == [f"{E}/action"]
    assert answer.json()["type"] == "epcisException:ValidationException"
    assert nothing_is_kept()


def test_who_says_proceed_gets_the_good_events_in(program):
    wrong = {**OBJECT, "action": "add"}

    answer = send(program, document(wrong, SHIPPING), **{"GS1-Capture-Error-Behaviour": "proceed"})

    assert answer.status_code == 202
    job = answer.json()
    assert (job["success"], job["captureErrorBehaviour"]) == (False, "proceed")
    assert [error["pointer"] for error in job["errors"]] == [f"{E}/action"]
    assert EpcisEvent.objects.get().event_id == event_hash(SHIPPING, CONTEXT)


@pytest.mark.parametrize(
    ("event", "place"),
    [
        ({**OBJECT, "eventID": "ni:///sha-256;" + "0" * 64 + "?ver=CBV2.0"}, "/eventID"),
        (
            {
                **OBJECT,
                "quantityList": [
                    {"epcClass": f"https://id.gs1.org/01/{OTHER_GTIN}", "quantity": 1}
                ],
            },
            "/quantityList/0/epcClass",
        ),
        ({**OBJECT, "epcList": ["https://ex.example.org/box/7"]}, "/epcList/0"),
        ({**OBJECT, "epcList": ["https://id.gs1.org/00/106141411234567897"]}, "/epcList/0"),
        ({**OBJECT, "readPoint": {"id": f"https://id.gs1.org/414/{OTHER_GLN}"}}, "/readPoint/id"),
        ({**AGGREGATION, "parentID": "urn:epc:id:sscc:0614141.1234567890"}, "/parentID"),
        ({**OBJECT, "errorDeclaration": DECLARATION}, "/errorDeclaration"),
    ],
)
def test_what_is_not_the_senders_own_is_refused_at_its_place(program, event, place):
    registering.party("cooperative-13", name="HTX Khác", gln=OTHER_GLN)

    assert refused(send(program, document(event))) == [E + place]
    assert nothing_is_kept()


def test_codes_the_market_gave_belong_to_who_got_them(program, lot, settings):
    other = registering.party("cooperative-13", name="HTX Khác")
    foreign = harvest.open_lot(
        other.key,
        crop="Mận",
        commune_code=SONG_MA,
        harvested_on=lot.harvested_on,
        quantity_g=1_000,
        by=None,
    )

    def told(code):
        name = f"{settings.TRACE_URL}/t/{code}"
        return document({**OBJECT, "quantityList": [{"epcClass": name, "quantity": 1}]})

    assert send(program, told(lot.code)).status_code == 202
    place = f"{E}/quantityList/0/epcClass"
    assert refused(send(program, told(foreign.code))) == [place]
    assert refused(send(program, told("NONE-260101-AAA"))) == [place]


def test_a_name_of_ones_own_is_kept_and_stands_for_one_event(program):
    send(program, document({**OBJECT, "eventID": "urn:uuid:7d0c0c7e"}))

    again = send(program, document({**OBJECT, "eventID": "urn:uuid:7d0c0c7e"}, SHIPPING))
    other = send(program, document({**AGGREGATION, "eventID": "urn:uuid:7d0c0c7e"}))

    assert again.status_code == 202
    assert refused(other) == [f"{E}/eventID"]
    row = EpcisEvent.objects.get(given_id="urn:uuid:7d0c0c7e")
    assert row.event_id == event_hash(OBJECT, CONTEXT)
    assert row.document["eventID"] == "urn:uuid:7d0c0c7e"


def test_words_are_found_again_whichever_form_they_were_sent_in(program, client):
    sent = [
        {**OBJECT, "bizStep": form, "ex:n": number}
        for number, form in enumerate(
            (
                "storing",
                "https://ref.gs1.org/cbv/BizStep-storing",
                "urn:epcglobal:cbv:bizstep:storing",
            )
        )
    ]
    assert send(program, document(*sent)).status_code == 202

    assert EpcisEvent.objects.filter(biz_step="storing").count() == 3


def test_urns_and_links_of_any_host_are_one_thing(program):
    forms = (
        "urn:epc:id:sgtin:9521234.000001.K7Q2",
        "https://shop.example.org/x/01/09521234000013/10/L1/21/K7Q2",
        BOX,
    )
    sent = [{**SHIPPING, "epcList": [form], "ex:n": n} for n, form in enumerate(forms)]

    assert send(program, document(*sent)).status_code == 202
    assert EpcisEventThing.objects.filter(uri=BOX, role="epc").count() == 3


def test_publishing_again_leaves_captured_events_alone(program):
    send(program, document(OBJECT))

    assert publishing.publish_missing() == 0
