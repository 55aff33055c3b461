"""Who may send events, how many at once, and as which bytes."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from catalog.traceability.models import Capture, EpcisEvent
from catalog.traceability.parties import acting
from marketplace.records import api_tokens
from tests import factories
from tests.catalog.traceability.epcis.events import OBJECT, document, send
from tests.catalog.traceability.epcis.test_capturing import nothing_is_kept, refused

pytestmark = pytest.mark.django_db


def test_only_a_token_for_it_opens_the_door(client, program, party):
    read_only = api_tokens.give(factories.user(), "epcis.read")
    nobody = api_tokens.give(factories.user(), "epcis.capture")

    assert refused(send(client, document(OBJECT)), 401) == []
    as_reader = send(client, document(OBJECT), Authorization=f"Bearer {read_only}")
    assert refused(as_reader, 401) == []
    assert refused(send(client, document(OBJECT), Authorization=f"Bearer {nobody}"), 403) == []
    assert refused(program.post("/epcis/v2/capture", "x", content_type="text/plain"), 415) == []
    assert refused(program.put("/epcis/v2/capture"), 405) == []
    wrong = send(program, document(OBJECT), **{"GS1-Capture-Error-Behaviour": "maybe"})
    assert refused(wrong) == []
    assert refused(send(program, document(OBJECT), **{"GS1-EPCIS-Version": "1.2"}), 406) == []
    assert nothing_is_kept()


def test_a_member_of_a_verified_cooperative_speaks_for_it(client, db):
    pack = factories.pack()
    cooperative = pack.listing.cooperative
    member = factories.user()
    factories.member(cooperative, member)

    assert acting.parties(member) == [
        acting.Acting(cooperative.party_id, frozenset({pack.item_id}))
    ]
    assert acting.parties(factories.user()) == []


def test_a_thousand_events_are_taken_and_not_one_more(program, django_assert_max_num_queries):
    many = [{**OBJECT, "ex:number": number} for number in range(1_001)]

    too_many = send(program, document(*many))
    assert refused(too_many, 413) == []
    assert nothing_is_kept()

    with django_assert_max_num_queries(40):
        assert send(program, document(*many[:1_000])).status_code == 202
    assert EpcisEvent.objects.count() == 1_000


def test_more_bytes_than_are_taken_are_refused(program):
    assert refused(send(program, b" " * 5_000_001), 413) == []


@pytest.mark.parametrize(
    "body",
    [
        b" ",
        b"{",
        b"\xff\xfe",
        b'{"a": 1, "a": 2}',
        b"[" * 10_000,
        json.dumps(document({**OBJECT, "ex:a": "\0"})).encode(),
        b'{"a": "\\ud800"}',
        b'{"a": NaN}',
        b'{"a": 1e999}',
        b'{"a": ' + b"9" * 5_000 + b"}",
    ],
)
def test_what_is_no_plain_json_is_refused(program, body):
    assert refused(send(program, body)) == []
    assert nothing_is_kept()


@pytest.mark.django_db(transaction=True)
def test_two_who_send_the_same_at_once_send_it_once(program):
    def once(number):
        try:
            return send(program, document({**OBJECT, "ex:n": 1}, {**OBJECT, "ex:n": number}))
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(once, [2, 2, 3, 4]))

    assert [answer.status_code for answer in answers] == [202] * 4
    assert (Capture.objects.count(), EpcisEvent.objects.count()) == (3, 4)
