"""Who was wrong says so; the event stays as it was, beside the declaration."""

import pytest

from catalog.traceability.models import EpcisEvent
from tests.catalog.traceability.epcis.events import OBJECT, SHIPPING, document, send
from tests.catalog.traceability.epcis.test_capturing import DECLARATION, E, refused

pytestmark = pytest.mark.django_db


def test_who_was_wrong_declares_it_and_both_stay(program, client):
    send(program, document(OBJECT))
    before = EpcisEvent.objects.get()

    wrong = {**OBJECT, "errorDeclaration": DECLARATION}
    answer = send(program, document(wrong))
    again = send(program, document(wrong, SHIPPING))
    another = {**OBJECT, "errorDeclaration": {"declarationTime": "2026-08-14T09:00:00+07:00"}}

    assert (answer.status_code, again.status_code) == (202, 202)
    assert refused(send(program, document(another))) == [f"{E}/errorDeclaration"]
    told = client.get(f"/epcis/v2/events/{before.event_id.replace('?', '%3F')}").json()
    listed = told["epcisBody"]["queryResults"]["resultsBody"]["eventList"]
    assert ["errorDeclaration" in event for event in listed] == [False, True]
    assert {event["eventID"] for event in listed} == {before.event_id}
    kept = EpcisEvent.objects.get(pk=before.pk)
    assert (kept.document, kept.declared_at) == (before.document, None)


def test_an_event_of_the_market_is_declared_wrong_by_its_party(program, lot):
    row = EpcisEvent.objects.get(source__kind="harvest")

    wrong = {"@context": row.context, **row.document, "errorDeclaration": DECLARATION}
    answer = send(program, wrong)

    assert answer.status_code == 202, answer.content
    assert list(
        EpcisEvent.objects.filter(event_id=row.event_id)
        .order_by("pk")
        .values_list("declared_reason", flat=True)
    ) == ["", "incorrect_data"]
