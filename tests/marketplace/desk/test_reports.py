"""Anybody reports a listing; the province answers once, by a day, never about its own."""

import datetime as dt

import pytest
from django.db import IntegrityError
from django.test import Client

from catalog.models import ListingReport
from catalog.reports import reporting
from marketplace.records import audit, clock, outbox
from marketplace.records.models import SentLetter
from tests import factories

SAID = {"reason": "counterfeit", "words": "Tem in mờ, quét không ra lô.", "contact": ""}


@pytest.fixture
def listing(db):
    """Longan on the shelf."""
    return factories.listing()


def sent(listing, **facts) -> ListingReport:
    """A report as a stranger sends it."""
    Client().post(f"/report/{listing.pk}/", {**SAID, **facts})
    return ListingReport.objects.latest("pk")


def test_stranger_reports_without_an_account_and_keeps_a_receipt(client, listing):
    page = client.get(f"/p/{listing.slug}-{listing.pk}").content.decode()
    assert f'href="/report/{listing.pk}/"' in page

    answer = client.post(f"/report/{listing.pk}/", SAID, follow=True)

    report = ListingReport.objects.get()
    assert answer.redirect_chain == [(f"/report/r/{report.token}/", 302)]
    assert report.number in answer.content.decode()
    assert report.due_at - report.reported_at == dt.timedelta(hours=48)
    assert audit.of(report).get().what == "report.received"


def test_reporter_is_written_to_twice_and_the_cooperative_never(listing, desk):
    report = sent(listing, contact="0912 345 678")
    assert report.contact == "+84912345678"

    facts = {"decision": "upheld", "answer": "Tem không phải của lô này."}
    desk.post(f"/desk/reports/{report.pk}/", facts)
    outbox.drain()

    told = SentLetter.objects.filter(template__startswith="report").order_by("pk")
    assert list(told.values_list("template", "to")) == [
        ("report_received", "+84912345678"),
        ("report_answered", "+84912345678"),
    ]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *[("reason", ""), ("reason", "nothing"), ("words", "  "), ("words", "x" * 2_001)],
        *[("contact", "12"), ("contact", "a@b"), ("contact", "a@" + "x" * 300)],
    ],
)
def test_wrong_report_is_refused(client, listing, field, value):
    answer = client.post(f"/report/{listing.pk}/", {**SAID, field: value})

    assert answer.status_code == 422
    assert ListingReport.objects.count() == 0


def test_what_a_reporter_writes_is_shown_as_text(listing, desk):
    report = sent(listing, words="<script>alert(1)</script> {{7*7}}")

    page = desk.get(f"/desk/reports/{report.pk}/").content.decode()

    assert "<script>alert" not in page
    assert "{{7*7}}" in page


def test_same_person_has_one_open_report_of_a_listing(listing):
    first = sent(listing, contact="na@example.vn")

    again = sent(listing, contact="NA@example.vn")

    assert again == first
    assert ListingReport.objects.count() == 1


def test_fault_of_the_database_is_not_taken_for_a_second_report(listing):
    with pytest.raises(IntegrityError) as refused:
        reporting.report(
            *[listing.pk], reason="other", words="", contact="a@example.vn", language="vi", by=None
        )

    assert "listing_report_says_something" in str(refused.value)


def test_listing_that_never_was_on_the_shelf_cannot_be_reported(client, listing):
    listing.state = "draft"
    listing.save()

    assert client.post(f"/report/{listing.pk}/", SAID).status_code == 404
    assert client.post("/report/999999/", SAID).status_code == 404


def test_reports_without_end_are_slowed_down(client, listing):
    statuses = [
        client.post(f"/report/{listing.pk}/", {**SAID, "contact": "na@example.vn"}).status_code
        for _ in range(11)
    ]

    assert statuses == [302] * 10 + [429]


def test_queue_shows_the_earliest_deadline_first_and_marks_what_is_overdue(listing, desk):
    with clock.moved_to(clock.now() - dt.timedelta(days=3)):
        late = sent(listing)
    new = sent(listing)

    page = desk.get("/desk/reports/").content.decode()

    assert page.index(late.number) < page.index(new.number)
    assert page.count("badge bad") == 1


def test_first_page_of_the_desk_shows_reports_with_age_and_deadline(listing, desk):
    with clock.moved_to(clock.now() - dt.timedelta(days=3)):
        report = sent(listing)

    page = desk.get("/desk/").content.decode()

    assert f"/desk/reports/{report.pk}/" in page
    assert "chờ 3 ngày" in page
    assert "Quá hạn 1 ngày" in page


def test_empty_report_and_empty_answer_are_refused_in_words(client, listing, desk):
    assert client.post(f"/report/{listing.pk}/").status_code == 422
    report = sent(listing)

    assert desk.post(f"/desk/reports/{report.pk}/").status_code == 422
    report.refresh_from_db()
    assert report.state == "open"


def test_answer_is_given_once_and_in_words(listing, desk, hanh):
    report = sent(listing)
    address = f"/desk/reports/{report.pk}/"

    empty = desk.post(address, {"decision": "upheld", "answer": " "})
    first = desk.post(address, {"decision": "dismissed", "answer": "Lô đúng, tem đúng."})
    second = desk.post(address, {"decision": "upheld", "answer": "Sai."})

    assert (empty.status_code, first.status_code, second.status_code) == (422, 302, 409)
    report.refresh_from_db()
    assert (report.state, report.answered_by) == ("dismissed", hanh)
    page = Client().get(f"/report/r/{report.token}/").content.decode()
    assert "Lô đúng, tem đúng." in page


def test_member_of_the_cooperative_does_not_judge_its_report(listing, desk, hanh):
    report = sent(listing)
    factories.member(listing.cooperative, hanh)

    page = desk.get(f"/desk/reports/{report.pk}/").content.decode()
    answer = desk.post(f"/desk/reports/{report.pk}/", {"decision": "dismissed", "answer": "Ổn."})

    assert 'name="decision"' not in page
    assert answer.status_code == 409
    report.refresh_from_db()
    assert report.state == "open"


def test_receipt_of_somebody_else_cannot_be_guessed(client, listing):
    sent(listing)

    assert client.get("/report/r/AAAAAAAAAAAAAAAAAAAAAA/").status_code == 404


def test_pages_cost_the_same_for_many(listing, desk, django_assert_max_num_queries):
    for _ in range(5):
        report = sent(listing)

    with django_assert_max_num_queries(12):
        assert desk.get("/desk/reports/").status_code == 200
    with django_assert_max_num_queries(16):
        assert desk.get(f"/desk/reports/{report.pk}/").status_code == 200
