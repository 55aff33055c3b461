"""What the public and other shops read of recalls: pages, Atom and JSON Feed."""

import datetime as dt
import json
import xml.etree.ElementTree as ET

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client

from catalog.traceability.recalls import opening
from marketplace.records import clock
from tests import factories
from tests.catalog.traceability.conftest import NOW

ATOM = "{http://www.w3.org/2005/Atom}"
WHY = "Dư lượng <chlorpyrifos> & nấm mốc"


def opened(*lots, is_drill=False, **words):
    """A running recall of some lots."""
    about = opening.About(codes=[lot.code for lot in lots])
    said = opening.Words(**{"reason": WHY, "reason_en": "Residue", "grade": 1, **words})
    made = opening.begin(about, said, by=None, is_drill=is_drill)
    return opening.start(made.pk, by=None)


def test_atom_holds_what_rfc_4287_asks_for(lot):
    recall = opened(lot)

    answer = Client().get("/recalls/feed.atom?lang=vi")

    assert answer["Content-Type"] == "application/atom+xml"
    feed = ET.fromstring(answer.content)  # noqa: S314 -- our own feed
    assert feed.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated"):
        assert len(feed.findall(f"{ATOM}{name}")) == 1
    assert feed.find(f"{ATOM}author/{ATOM}name").text
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["self"].endswith("/recalls/feed.atom?lang=vi")
    (entry,) = feed.findall(f"{ATOM}entry")
    assert entry.find(f"{ATOM}id").text.endswith(f"/recalls/{recall.number}/")
    assert entry.find(f"{ATOM}title").text == f"{recall.number}: Nhãn chín muộn, HTX Nắng Sông Mã"
    assert WHY in entry.find(f"{ATOM}summary").text
    moment = dt.datetime.fromisoformat(entry.find(f"{ATOM}updated").text)
    assert moment == NOW
    assert feed.find(f"{ATOM}updated").text == entry.find(f"{ATOM}updated").text


def test_json_feed_holds_what_version_1_1_asks_for(lot):
    recall = opened(lot)

    answer = Client().get("/recalls/feed.json?lang=en")

    assert answer["Content-Type"] == "application/feed+json"
    feed = json.loads(answer.content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    assert feed["feed_url"].endswith("/recalls/feed.json?lang=en")
    (item,) = feed["items"]
    assert item["id"].endswith(f"/recalls/{recall.number}/")
    assert item["content_text"].startswith("Residue. ")
    assert item["tags"] == ["open", "class-1"]
    assert dt.datetime.fromisoformat(item["date_published"]) == NOW


@pytest.mark.parametrize("kind", ["atom", "json"])
def test_feed_is_not_sent_twice_until_something_is_new(lot, kind, grower_user):
    address = f"/recalls/feed.{kind}"
    recall = opened(lot)
    first = Client().get(address)

    again = Client().get(address, headers={"If-None-Match": first["ETag"]})
    with clock.moved_to(NOW + dt.timedelta(hours=1)):
        opening.close(recall.pk, result="Xong.", by=grower_user)
        changed = Client().get(address, headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert changed.status_code == 200
    assert first["Cache-Control"].startswith("public, max-age=60")


def test_without_a_recall_the_feeds_are_whole_and_empty(db):
    feed = ET.fromstring(Client().get("/recalls/feed.atom").content)  # noqa: S314 -- our own feed

    assert feed.find(f"{ATOM}updated").text
    assert feed.findall(f"{ATOM}entry") == []
    assert json.loads(Client().get("/recalls/feed.json").content)["items"] == []
    assert Client().get("/recalls/").status_code == 200


def test_drafts_and_drills_are_nobodys_business(lot):
    drill = opened(lot, is_drill=True)
    about = opening.About(codes=[lot.code])
    draft = opening.begin(about, opening.Words(WHY), by=None)

    assert json.loads(Client().get("/recalls/feed.json").content)["items"] == []
    for recall in (drill, draft):
        assert Client().get(f"/recalls/{recall.number}/").status_code == 404


def test_trace_page_leads_to_the_recall_of_its_lot(lot):
    recall = opened(lot)

    page = Client().get(f"/t/{lot.code}?lang=vi").content.decode()

    assert f'href="/recalls/?lot={lot.code}"' in page
    said = Client().get(f"/recalls/?lot={lot.code}&lang=en").content.decode()
    assert recall.number in said
    assert "Residue" in said
    assert "&lt;chlorpyrifos&gt;" in Client().get(f"/recalls/{recall.number}/").content.decode()


@pytest.mark.parametrize("address", ["/recalls/", "/recalls/feed.atom", "/recalls/feed.json"])
def test_a_page_of_many_recalls_asks_few_questions(lot, address, django_assert_max_num_queries):
    for _ in range(5):
        opened(lot)

    with django_assert_max_num_queries(2):
        assert Client().get(address).status_code == 200


def test_state_and_times_are_held_by_the_database(lot):
    recall = opened(lot)
    wrong = [
        ("UPDATE traceability_recall SET state = 'draft'", "recall_state_and_times_agree"),
        ("UPDATE traceability_recall SET state = 'closed'", "recall_is_closed_with_a_result"),
        ("UPDATE traceability_recall SET reason = ''", "recall_says_why"),
        ("UPDATE traceability_recall SET grade = 4", "recall_grade_known"),
        ("UPDATE traceability_recall SET scope = 'input'", "recall_scope_says_what_it_is_about"),
        ("DELETE FROM traceability_recalllot", "append-only"),
    ]
    for statement, name in wrong:
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            connection.cursor().execute(statement)
    recall.refresh_from_db()
    assert recall.state == "open"


def test_numbers_have_no_gaps_and_drills_have_their_own(lot):
    numbers = [opened(lot, is_drill=drill).number for drill in (False, True, False, True)]

    assert numbers == ["TH-2026-0001", "DT-2026-0001", "TH-2026-0002", "DT-2026-0002"]
    with pytest.raises(opening.UnknownLots):
        opening.begin(opening.About(codes=["X-1"]), opening.Words(WHY), by=factories.user())
    assert opened(lot).number == "TH-2026-0003"
