"""Anybody with a box in hand says what is wrong with it; the contact is nobody's else and goes."""

import datetime as dt

import pytest
from django.test import Client

from catalog.traceability.models import ProblemReport
from catalog.traceability.scans import reporting
from marketplace.records import audit, clock, outbox
from marketplace.records.models import OutboxMessage, SentLetter
from tests import factories
from tests.catalog.traceability.conftest import NOW
from tests.catalog.traceability.reading import see, words

SAID = {"kind": "label", "words": "Tem in mờ, mua ở chợ Mơ.", "contact": "", "website": ""}


@pytest.fixture
def by(db):
    return factories.user("hanh@example.vn")


def test_the_trace_page_leads_to_the_form_and_the_form_to_thanks(client, box):
    _answer, page = see(client, f"/t/{box.code}")
    address = page.find("a", string="Report a problem in writing")["href"]
    assert address == f"/t/{box.code}/report?lang=en"
    assert client.get(address).status_code == 200

    answer = client.post(address, SAID, follow=True)

    one = ProblemReport.objects.get()
    assert answer.redirect_chain == [(f"/t/{box.code}/report?lang=en&sent=1", 302)]
    assert "Thank you, we have your report" in answer.content.decode()
    assert (one.box, one.lot, one.kind, one.words) == (box, box.lot, "label", SAID["words"])
    assert (one.contact, one.language, one.state) == ("", "en", "open")
    assert audit.of(one).get().what == "problem.reported"
    assert list(OutboxMessage.objects.values_list("topic", "payload")) == [
        ("problem.reported", {"problem": one.pk})
    ]


def test_a_lot_can_be_reported_in_vietnamese(client, lot):
    answer = client.post(f"/t/{lot.code.lower()}/report", SAID)

    one = ProblemReport.objects.get()
    assert answer["Location"] == f"/t/{lot.code}/report?lang=vi&sent=1"
    assert (one.box, one.lot, one.language) == (None, lot, "vi")


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("kind", "", "Choose what is wrong."),
        ("kind", "nonsense", "Select a valid choice"),
        ("words", "  ", "Say in a sentence what is wrong."),
        ("words", "x" * 2_001, "2000 characters"),
        ("contact", "123", "This is no phone number"),
        ("contact", "somebody@", "Enter a valid email address."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_kept(client, box, field, value, said):
    answer = client.post(f"/t/{box.code}/report?lang=en", {**SAID, field: value})

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert ProblemReport.objects.count() == 0


def test_the_form_may_be_kept_by_nobody_and_is_protected(box):
    client = Client(enforce_csrf_checks=True)
    page = client.get(f"/t/{box.code}/report")

    assert "no-store" in page["Cache-Control"]
    assert client.post(f"/t/{box.code}/report", SAID).status_code == 403
    token = page.content.decode().split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    sent = client.post(f"/t/{box.code}/report", {**SAID, "csrfmiddlewaretoken": token})
    assert sent.status_code == 302
    assert "Set-Cookie" not in client.get(f"/t/{box.code}")


def test_a_program_that_fills_in_everything_is_thanked_and_forgotten(client, box):
    answer = client.post(f"/t/{box.code}/report", {**SAID, "website": "http://example.com"})

    assert answer.status_code == 302
    assert ProblemReport.objects.count() == 0


def test_nobody_reports_one_box_eleven_times_an_hour(client, box):
    answers = [client.post(f"/t/{box.code}/report", SAID).status_code for _ in range(11)]

    assert answers == [302] * 10 + [429]
    assert ProblemReport.objects.count() == 10


def test_the_form_is_no_way_to_try_codes_out(client, box):
    answers = {client.get(f"/t/K7Q2M9X4T{n:03}/report")["Location"] for n in range(2)}
    assert answers == {"/t/K7Q2M9X4T000?lang=vi", "/t/K7Q2M9X4T001?lang=vi"}
    for n in range(119):
        client.get(f"/t/K7Q2M9X4T{n:03}/report")

    # After as many misses as the trace page forgives, a genuine code is answered alike.
    assert client.get(f"/t/{box.code}/report").status_code == 302


def test_the_reporter_is_answered_once_and_the_contact_is_dropped_later(client, box, by):
    client.post(f"/t/{box.code}/report", {**SAID, "contact": "0912 345 678"})
    one = ProblemReport.objects.get()
    assert one.contact == "+84912345678"

    with pytest.raises(reporting.AnswerMissing):
        reporting.answer(one.pk, answer=" ", by=by)
    reporting.answer(one.pk, answer="Tem là thật.", by=by)
    with pytest.raises(reporting.AnsweredAlready):
        reporting.answer(one.pk, answer="Không phải.", by=by)
    outbox.drain()

    told = SentLetter.objects.filter(template="problem_answered")
    assert list(told.values_list("to", "lang")) == [("+84912345678", "vi")]
    assert ProblemReport.objects.get().answer == "Tem là thật."
    assert reporting.forget_contacts() == 0
    with clock.moved_to(NOW + dt.timedelta(days=91)):
        assert reporting.forget_contacts() == 1
    assert ProblemReport.objects.get().contact == ""


def test_no_account_is_named_and_no_scan_is_made(client, box):
    answer, page = see(client, f"/t/{box.code}/report")

    assert answer.status_code == 200
    assert "never sees it" in words(page)
    assert page.find_all("script") == []
    assert page.find("input", id="id_website")["tabindex"] == "-1"
