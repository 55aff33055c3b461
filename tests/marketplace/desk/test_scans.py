"""The desk's rooms of scanned labels and reported goods, and what cooperatives see of both."""

import pytest

from catalog.traceability.models import Alert, ProblemReport
from catalog.traceability.scans import buffer, judging, keeping, reporting, salts
from marketplace.records import outbox
from marketplace.records.models import SentLetter
from tests import factories
from tests.marketplace.workspace import hands


@pytest.fixture
def seller(db):
    return factories.cooperative("HTX Nắng Sông Mã", owner=factories.user("in@example.vn"))


@pytest.fixture
def lot(seller):
    return factories.balance(factories.pack(seller)).lot


@pytest.fixture
def alert(lot, client):
    """Eighty phones read the code of a lot that has no boxes."""
    buffer.empty()
    salts.forget()
    for number in range(80):
        client.get(f"/t/{lot.code}", headers={"user-agent": f"Mozilla/5.0 (phone {number})"})
    keeping.flush()
    judging.judge()
    return Alert.objects.get()


@pytest.fixture
def problem(lot):
    facts = {"kind": "label", "words": "Tem in mờ.", "contact": "+84912345678"}
    return reporting.report(lot, language="vi", **facts)


def test_an_alert_is_found_read_and_decided(desk, alert):
    listed = desk.get("/desk/scans/").content.decode()
    assert alert.lot.code in listed
    assert f'href="/desk/scans/{alert.pk}/"' in listed
    assert "80" in desk.get(f"/desk/scans/{alert.pk}/").content.decode()

    facts = {"decision": "dismissed", "note": "Hội chợ ở Mộc Châu"}
    answer = desk.post(f"/desk/scans/{alert.pk}/", facts)

    assert answer["Location"] == f"/desk/scans/{alert.pk}/"
    alert.refresh_from_db()
    assert (alert.state, alert.note) == ("dismissed", "Hội chợ ở Mộc Châu")
    assert alert.lot.code not in desk.get("/desk/scans/").content.decode()
    assert alert.lot.code in desk.get("/desk/scans/?state=dismissed").content.decode()


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"decision": "dismissed", "note": " "},
        {"decision": "open", "note": "x"},
        {"decision": "dismissed", "note": "x" * 501},
    ],
)
def test_what_is_missing_is_said_and_nothing_changes(desk, alert, facts):
    assert desk.post(f"/desk/scans/{alert.pk}/", facts).status_code == 422

    assert Alert.objects.get().state == "open"


def test_the_second_who_decides_is_told_so(desk, alert):
    facts = {"decision": "dismissed", "note": "Hội chợ"}
    desk.post(f"/desk/scans/{alert.pk}/", facts)

    assert desk.post(f"/desk/scans/{alert.pk}/", facts).status_code == 409


def test_nobody_decides_about_their_own_cooperative(desk, hanh, seller, alert, problem):
    factories.member(seller, hanh, "owner")

    facts = {"decision": "dismissed", "note": "Hội chợ", "answer": "Không sao."}
    assert desk.post(f"/desk/scans/{alert.pk}/", facts).status_code == 409
    assert desk.post(f"/desk/problems/{problem.pk}/", facts).status_code == 409

    assert Alert.objects.get().state == "open"
    assert ProblemReport.objects.get().state == "open"


def test_a_report_is_answered_and_the_cooperative_never_sees_who_wrote(desk, seller, lot, problem):
    assert "+84912345678" in desk.get(f"/desk/problems/{problem.pk}/").content.decode()
    assert lot.code in desk.get("/desk/problems/").content.decode()
    assert desk.post(f"/desk/problems/{problem.pk}/", {"answer": ""}).status_code == 422

    answer = desk.post(f"/desk/problems/{problem.pk}/", {"answer": "Tem thật, in lỗi."})

    assert answer["Location"] == f"/desk/problems/{problem.pk}/"
    page = hands.member(seller).get("/sell/scans/").content.decode()
    assert "Tem in mờ." in page
    assert "Tem thật, in lỗi." in page
    assert "912345678" not in page
    again = desk.post(f"/desk/problems/{problem.pk}/", {"answer": "Không."})
    assert again.status_code == 409
    assert ProblemReport.objects.get().answer == "Tem thật, in lỗi."


def test_the_owner_is_written_to_about_both_and_the_reporter_stays_unknown(alert, problem):
    outbox.drain()

    letters = SentLetter.objects.filter(to="in@example.vn").order_by("template")
    assert [letter.template for letter in letters] == ["problem_reported", "scans_alerted"]
    assert all("912345678" not in letter.text for letter in letters)
    assert all(alert.lot.code in letter.text for letter in letters)


def test_a_cooperative_sees_its_own_labels_and_nobody_elses(seller, alert, problem):
    page = hands.member(seller).get("/sell/scans/").content.decode()
    assert page.count(alert.lot.code) >= 3

    other = hands.member(factories.cooperative()).get("/sell/scans/").content.decode()
    assert alert.lot.code not in other
    assert "Tem in mờ." not in other


def test_the_desks_first_page_shows_what_waits(desk, alert, problem):
    page = desk.get("/desk/").content.decode()

    assert f"/desk/scans/{alert.pk}/" in page
    assert f"/desk/problems/{problem.pk}/" in page


@pytest.mark.parametrize("path", ["/desk/scans/", "/desk/problems/", "/sell/scans/"])
def test_lists_ask_as_often_with_many_rows(
    desk, seller, lot, problem, path, django_assert_max_num_queries
):
    for _ in range(8):
        reporting.report(lot, kind="spoilt", words="Hỏng.", contact="", language="vi")
    browser = hands.member(seller) if path.startswith("/sell") else desk

    with django_assert_max_num_queries(30):
        assert browser.get(path).status_code == 200


@pytest.mark.parametrize("path", ["/desk/scans/", "/desk/problems/", "/desk/scans/1/"])
def test_only_who_may_answer_reports_comes_in(client, path):
    assert client.get(path).status_code == 302


@pytest.mark.parametrize("path", ["/desk/scans/999999/", "/desk/problems/999999/"])
def test_what_is_not_there_is_not_found(desk, path):
    assert desk.get(path).status_code == 404
