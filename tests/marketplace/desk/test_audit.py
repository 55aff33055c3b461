"""Auditors look up who did what, from what to what, and take exactly that along."""

import csv
import datetime as dt
import io

import pytest
from django.db import connection
from openpyxl import load_workbook

from catalog.stock import receiving
from marketplace.design import spreadsheets
from marketplace.people import roles
from marketplace.records import audit, clock, searching
from marketplace.records.models import AuditEntry
from tests import factories
from tests.rules import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    """One person of every kind."""
    return people.world()


@pytest.fixture
def auditor(world):
    """An auditor's browser."""
    return world.client(roles.AUDITOR)


def rows(answer) -> list[list[str]]:
    """The lines of a CSV answer, without its heads."""
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))[1:]


def page(client, query: str = "", language: str = "") -> str:
    """The page of a search."""
    answer = client.get(f"{language}/desk/audit/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    ("kind", "status"),
    [(roles.AUDITOR, 200), (roles.ADMINISTRATOR, 200), (roles.MODERATOR, 403), ("owner", 403)],
)
def test_only_auditors_and_administrators_come_in(world, kind, status):
    client = world.client(kind)

    assert client.get("/desk/audit/").status_code == status
    export = client.post("/desk/audit/export/", {"format": "csv"})
    assert export.status_code == status


def test_page_says_from_what_to_what_in_words(auditor, world):
    pack = factories.pack(world.ours)
    audit.record(
        world.people["owner"], pack, "pack.price", before={"price": 89_000}, after={"price": 95_000}
    )

    shown = page(auditor, "?what=pack.price&person=owner")

    assert "Đặt giá" in shown
    assert "<del>89.000\N{NO-BREAK SPACE}₫</del>" in shown
    assert "<ins>95.000\N{NO-BREAK SPACE}₫</ins>" in shown
    assert "HTX A" in shown


def test_page_speaks_english_too(auditor, world):
    audit.record(None, world.ours, "cooperative.decided", after={"state": "verified"})

    shown = page(auditor, "?what=cooperative.decided", language="/en")

    assert "Decision about a cooperative" in shown
    assert "the market itself" in shown
    assert "<ins>Verified</ins>" in shown


def test_each_field_narrows(auditor, world):
    lan = factories.user("lan@example.vn", first_name="Lò Thị Lan")
    now = clock.now()
    with clock.moved_to(now - dt.timedelta(days=40)):
        audit.record(lan, world.ours, "cooperative.profile", after={"story": "xưa"})
    audit.record(lan, world.ours, "cooperative.profile", after={"story": "nay"})
    audit.record(lan, world.theirs, "cooperative.profile", after={"story": "bạn"})
    audit.record(None, world.theirs, "member.role", after={"role": "owner"})
    audit.record(lan, world.theirs, "lot.opened", on_behalf_of=world.theirs, after={"units": 7})
    since = clock.local_day(now - dt.timedelta(days=2)).isoformat()
    until = clock.local_day(now - dt.timedelta(days=30)).isoformat()

    def told(query: str) -> set[str]:
        """Which of the five are shown."""
        shown = page(auditor, query)
        marks = {"xưa", "nay", "bạn", "Chủ gian", "7"}
        return {mark for mark in marks if f"<ins>{mark}</ins>" in shown}

    assert told("?person=lan@example.vn") == {"xưa", "nay", "bạn", "7"}
    assert told("?person=lò thị lan&cooperative=HTX A") == {"xưa", "nay"}
    assert told(f"?person=lan@example.vn&since={since}") == {"nay", "bạn", "7"}
    assert told(f"?person=lan@example.vn&until={until}") == {"xưa"}
    assert told("?cooperative=HTX B&what=member.*") == {"Chủ gian"}
    assert told("?cooperative=HTX B&helped=on") == {"7"}
    assert told(f"?subject=catalog.cooperative:{world.ours.pk}&what=cooperative.profile") == {
        "xưa",
        "nay",
    }
    assert told("?person=nobody-at-all") == set()


def test_one_request_is_found_by_its_number(auditor, world):
    client = world.client("owner")
    client.post(
        "/sell/cooperative/profile/",
        {"street": "Bản Mới", "phone": "0912000001", "email": "", "story": ""},
        headers={"X-Request-ID": "abcdef12"},
        REMOTE_ADDR="127.0.0.1",
    )
    entry = AuditEntry.objects.get(what="cooperative.profile")

    shown = page(auditor, f"?request={entry.request_id}")

    assert entry.request_id
    assert "Bản Mới" in shown
    assert shown.count("<tr>") == 2


@pytest.mark.parametrize(
    "query",
    [
        "?since=2026-02-31",
        "?what=nothing",
        "?after=yesterday_1",
        "?since=2026-05-02&until=2026-05-01",
    ],
)
def test_search_that_cannot_be_asked_is_refused_in_words(auditor, query):
    answer = auditor.get(f"/desk/audit/{query}")

    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()


def test_pages_go_on_where_the_last_ended_and_show_each_entry_once(auditor, world):
    for number in range(120):
        audit.record(None, world.ours, "cooperative.profile", after={"story": f"truyện-{number};"})
    told, query, asked = [], "?what=cooperative.profile", 0

    while query:
        shown = page(auditor, query)
        told += [n for n in range(119, -1, -1) if f"truyện-{n};<" in shown]
        following = shown.partition('rel="next"')[0].rpartition('<a href="')[2]
        query = following.partition('"')[0].replace("&amp;", "&") if 'rel="next"' in shown else ""
        asked += 1

    assert told == list(range(119, -1, -1))
    assert asked == 3


def test_page_costs_the_same_for_many(auditor, world, django_assert_max_num_queries):
    for number in range(60):
        pack = factories.pack(world.ours) if number < 3 else None
        audit.record(world.people["owner"], pack or world.ours, "pack.price", after={"price": 1})

    with django_assert_max_num_queries(14):
        page(auditor)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_export_holds_exactly_the_rows_of_the_search_and_is_written_down(auditor, world, form):
    for number in range(70):
        audit.record(None, world.ours, "cooperative.profile", after={"story": f"truyện {number}"})
    audit.record(None, world.theirs, "cooperative.profile", after={"story": "người khác"})

    answer = auditor.post(
        "/desk/audit/export/?cooperative=HTX A&what=cooperative.profile", {"format": form}
    )

    if form == "csv":
        taken = rows(answer)
    else:
        book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
        taken = [[cell or "" for cell in row] for row in book.active.values][1:]
    assert len(taken) == 70
    assert {row[10] for row in taken} == {"HTX A"}
    assert taken[0][12].endswith("truyện 69")
    written = AuditEntry.objects.get(what="audit.exported")
    assert written.by == world.people[roles.AUDITOR]
    assert written.after == {
        "format": form,
        "rows": 70,
        "cooperative": "HTX A",
        "what": "cooperative.profile",
    }


def test_what_is_written_after_the_export_began_does_not_join_it(auditor, world):
    audit.record(None, world.ours, "cooperative.profile", after={"story": "trước"})
    answer = auditor.post("/desk/audit/export/?what=cooperative.profile", {"format": "csv"})

    audit.record(None, world.ours, "cooperative.profile", after={"story": "sau"})

    assert [row[12].rpartition(" ")[2] for row in rows(answer)] == ["trước"]


@pytest.mark.parametrize("evil", ["=1+1", "+84912", "-2+3", "@SUM(A1)", "\t=1", " =1", "＝1"])
def test_formulas_are_text_in_both_files(evil):
    [[told]] = list(csv.reader(io.StringIO(_csv(evil))))
    sheet = load_workbook(
        io.BytesIO(b"".join(spreadsheets.xlsx_file("x", [[evil]]).streaming_content))
    ).active

    assert told.startswith("'")
    assert sheet["A1"].data_type == "s"
    assert sheet["A1"].value.startswith("'")


def _csv(cell: str) -> str:
    """One cell as the CSV file has it."""
    return b"".join(spreadsheets.csv_file("x", [[cell]]).streaming_content).decode("utf-8-sig")


def test_workbook_survives_signs_it_cannot_hold():
    answer = spreadsheets.xlsx_file("x", [["a\x00b\x0bc", "d" * 40_000]])

    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    assert sheet["A1"].value == "a b c"
    assert len(sheet["B1"].value) == spreadsheets.LONGEST


SEARCHES = {
    "everything": {},
    "a person": {"people": [7]},
    "a cooperative": {"sellers": ["catalog.cooperative:33"]},
    "a deed": {"deeds": ["pack.price"]},
    "one thing": {"subject": ("catalog.pack", "77")},
    "a request": {"request_id": "request-4242"},
    "on behalf of somebody": {"for_whom": "catalog.cooperative:33"},
    "anybody's help": {"helped": True},
    "a week long ago": {"weeks": 50},
    "a person in a week long ago": {"people": [7], "weeks": 50},
    "far down": {"far": True},
}


@pytest.fixture
def bulk(django_user_model):
    """Twenty thousand entries by a hundred people about a hundred cooperatives in two years."""
    for number in range(1, 101):
        django_user_model.objects.create(pk=number, email=f"p{number}@example.vn")
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO records_auditentry
                (at, by_id, on_behalf_of, about, subject_type, subject_id, what, request_id)
            SELECT now() - n * interval '50 minutes', 1 + n % 100,
                CASE WHEN n % 50 = 0 THEN 'catalog.cooperative:' || n % 100 ELSE '' END,
                'catalog.cooperative:' || n % 100, 'catalog.pack', (n % 500)::text,
                CASE WHEN n % 10 = 0 THEN 'pack.price' ELSE 'stock.received' END,
                'request-' || n / 3
            FROM generate_series(1, 20000) n
            """
        )
        cursor.execute("ANALYZE records_auditentry")


@pytest.mark.parametrize("name", SEARCHES)
def test_search_reads_an_index_and_no_more_than_it_shows(bulk, name):
    asked = dict(SEARCHES[name])
    if weeks := asked.pop("weeks", 0):
        asked["since"] = clock.now() - dt.timedelta(weeks=weeks)
        asked["until"] = asked["since"] + dt.timedelta(weeks=1)
    if asked.pop("far", False):
        last = AuditEntry.objects.order_by("-at", "-id")[15_000]
        asked["after"] = searching.Place(last.at, last.pk)

    plan = searching.found(searching.Wanted(**asked))[:51].explain(analyze=True)

    assert "Seq Scan on records_auditentry" not in plan
    read = [line for line in plan.splitlines() if "records_auditentry" in line and "rows=" in line]
    removed = sum(
        int(line.rpartition(" ")[2]) for line in plan.splitlines() if "Rows Removed by" in line
    )
    assert read
    assert removed <= 300


def test_stock_tells_its_cooperative(auditor, world):
    balance = factories.balance(factories.pack(world.ours))
    receiving.write_off(balance.pk, units=2, by=world.people["owner"])

    shown = page(auditor, "?cooperative=HTX A&what=stock.*")

    assert "<del>20</del>" in shown
    assert "<ins>18</ins>" in shown
