"""A food-safety officer with a lab report: three pages from the code to everybody told."""

import csv
import re

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalog.models import Membership, RecallNotice, RecallTask, SellerOrder, ShelfItem
from catalog.traceability.models import Recall
from marketplace.people import joining, roles
from marketplace.people.models import User
from marketplace.records import audit, outbox
from marketplace.records.models import OutboxMessage, SentLetter
from tests import database, factories
from tests.catalog.recalling.goods import broken, first_sold, sold
from tests.marketplace.workspace import hands
from tests.rules import people

SAID = {
    "reason": "Dư lượng chlorpyrifos vượt mức cho phép",
    "grade": "1",
    "remedy": "destroy",
    "contact": "Chi cục An toàn thực phẩm, 0212 000 0000",
    "document": "KN-0412/2026",
}


@pytest.fixture(scope="module")
def _made(django_db_setup, django_db_blocker):
    """A moderator and a guest's packed parcel; made once for the file."""
    yield from database.lasting(django_db_blocker, a_moderator_and_a_parcel)


def a_moderator_and_a_parcel() -> tuple[int, int]:
    """Their keys."""
    user = joining.join(email="hanh@example.vn", password="x", verified=True)
    roles.give(user, roles.MODERATOR)
    TOTP.activate(user, "JBSWY3DPEHPK3PXP")
    return user.pk, first_sold()


@pytest.fixture
def hanh(_made, db):
    """The moderator."""
    return User.objects.get(pk=_made[0])


@pytest.fixture
def desk(hanh):
    """The moderator's browser, second factor shown."""
    client = people.signed_in(hanh)
    client.raise_request_exception = True
    return client


@pytest.fixture
def part(_made, db):
    """The parcel: one unit of twenty."""
    return SellerOrder.objects.get(pk=_made[1])


@pytest.fixture
def longan(part):
    """The pack in it: the others of the twenty are still there."""
    return part.lines.get().pack


@pytest.fixture
def lot(longan):
    """The lot."""
    return factories.balance(longan).lot


@pytest.fixture
def packer(part):
    """Somebody who packs."""
    return hands.member(part.cooperative, Membership.Role.SELLER)


def begun(desk, code: str, **facts: str) -> Recall:
    """A recall of one lot, prepared at the desk."""
    answer = desk.post("/desk/recalls/new/lots/", SAID | {"codes": code} | facts)
    assert answer.status_code == 302, answer.content.decode()[:3000]
    return Recall.objects.latest("pk")


def test_one_press_stops_the_sale_and_writes_to_everybody_once(desk, part, lot, hanh):
    recall = begun(desk, lot.code)
    page = desk.get(f"/desk/recalls/{recall.number}/").content.decode()
    assert ShelfItem.objects.get().available == 19
    assert RecallNotice.objects.count() == 0
    assert "HTX Nắng Sông Mã" in page
    assert re.search(r"Call back now|Thu hồi ngay", page)

    answer = desk.post(f"/desk/recalls/{recall.number}/start/")

    assert answer["Location"] == f"/desk/recalls/{recall.number}/"
    lot.refresh_from_db()
    assert (lot.state, lot.recall_reason) == ("recalled", SAID["reason"])
    assert ShelfItem.objects.get().available == 0
    notice = RecallNotice.objects.get()
    assert (notice.phone, notice.email) == ("+84912345678", "thu@example.vn")
    assert [(line.line.seller_order, line.units) for line in notice.lines.all()] == [(part, 1)]
    outbox.drain()
    assert SentLetter.objects.filter(template="recall_notice").get().to == "thu@example.vn"
    assert SentLetter.objects.filter(template="recall_task").get().to == "mo@example.vn"
    assert [entry.what for entry in audit.of(recall)] == ["recall.opened", "recall.begun"]
    assert audit.of(recall)[0].by == hanh
    assert broken() == []


def test_second_press_is_told_and_writes_nothing_more(desk, part, lot):
    recall = begun(desk, lot.code)
    desk.post(f"/desk/recalls/{recall.number}/start/")
    outbox.drain()
    before = (OutboxMessage.objects.count(), RecallNotice.objects.count())

    answer = desk.post(f"/desk/recalls/{recall.number}/start/")

    assert answer.status_code == 409
    assert (OutboxMessage.objects.count(), RecallNotice.objects.count()) == before


def test_a_drill_has_lists_and_clock_and_changes_nothing_for_anybody(desk, part, lot, packer):
    outbox.drain()
    letters = SentLetter.objects.count()
    recall = begun(desk, lot.code, drill="on")
    assert recall.number.startswith("DT-")

    desk.post(f"/desk/recalls/{recall.number}/start/")
    outbox.drain()

    lot.refresh_from_db()
    assert lot.state == "open"
    assert ShelfItem.objects.get().available == 19
    assert SentLetter.objects.count() == letters
    notice = RecallNotice.objects.get()
    assert notice.sent_at is not None
    page = desk.get(f"/desk/recalls/{recall.number}/").content.decode()
    assert "Nguyễn Minh Thu" in page
    assert Client().get(f"/called-back/{notice.token}/").status_code == 404
    assert Client().get(f"/recalls/{recall.number}/").status_code == 404
    assert recall.number not in Client().get("/recalls/feed.json").content.decode()
    assert packer.get(f"/sell/recalls/{recall.number}/").status_code == 404
    assert broken() == []


DAYS = {"days_from": "2026-01-01", "days_to": "2026-01-02"}


@pytest.mark.parametrize(
    ("scope", "facts", "field"),
    [
        ("lots", {"codes": "NHAN-260101-ZZZ"}, "codes"),
        ("lots", {"codes": "  "}, "codes"),
        ("lots", {"codes": "x", "reason": ""}, "reason"),
        ("lots", {"codes": "x", "grade": "4"}, "grade"),
        ("lots", {"codes": "x", "remedy": "eat"}, "remedy"),
        ("input", DAYS | {"input_name": "ab"}, "input_name"),
        ("input", DAYS | {"input_name": "abc", "days_from": "2026-01-03"}, "days_to"),
        ("input", DAYS | {"input_name": "abc", "days_from": "x"}, "days_from"),
        ("input", DAYS | {"input_name": "abc", "days_from": "2199-01-01"}, "days_from"),
        ("input", DAYS | {"input_name": "nothing"}, "__all__"),
        ("facility", DAYS | {"facility": "999"}, "facility"),
    ],
)
def test_nonsense_is_refused_in_words_and_prepares_nothing(desk, scope, facts, field):
    answer = desk.post(f"/desk/recalls/new/{scope}/", SAID | facts)

    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not Recall.objects.exists()


def test_a_box_in_the_hand_is_enough_to_find_its_lot(desk, part, lot):
    box = part.order.seller_orders.get().lines.get().packed.get().lot.boxes.get()

    recall = begun(desk, box.code.lower())

    assert [row.lot for row in recall.lots.all()] == [lot]


def test_what_is_not_needed_is_dropped_and_can_no_longer_be_opened(desk, lot):
    recall = begun(desk, lot.code)

    assert desk.post(f"/desk/recalls/{recall.number}/drop/").status_code == 302

    assert desk.post(f"/desk/recalls/{recall.number}/start/").status_code == 409
    lot.refresh_from_db()
    recall.refresh_from_db()
    assert (lot.state, recall.state) == ("open", "dropped")


def test_it_is_closed_with_a_result_the_public_reads(desk, part, lot):
    recall = begun(desk, lot.code)
    desk.post(f"/desk/recalls/{recall.number}/start/")
    assert desk.post(f"/desk/recalls/{recall.number}/close/", {"result": " "}).status_code == 422

    answer = desk.post(f"/desk/recalls/{recall.number}/close/", {"result": "38 kg đã tiêu hủy."})

    assert answer.status_code == 302
    assert desk.post(f"/desk/recalls/{recall.number}/close/", {"result": "x"}).status_code == 409
    assert "38 kg đã tiêu hủy." in Client().get(f"/recalls/{recall.number}/").content.decode()
    lot.refresh_from_db()
    assert lot.state == "recalled"


def test_lists_are_taken_along_and_that_is_written_down(desk, part, lot):
    recall = begun(desk, lot.code)

    def taken(name: str) -> list[list[str]]:
        answer = desk.post(f"/desk/recalls/{recall.number}/{name}/")
        text = b"".join(answer.streaming_content).decode("utf-8-sig")
        return list(csv.reader(text.splitlines()))[1:]

    row = [part.order.number, part.number, "packed", part.lines.get().title, "1", lot.code]
    assert [line[:6] for line in taken("lines")] == [row]
    desk.post(f"/desk/recalls/{recall.number}/start/")
    assert [line[:6] for line in taken("lines")] == [row]
    assert [line[3] for line in taken("missing")] == [part.order.number]
    told = [entry.what for entry in audit.of(recall)]
    assert told.count("recall.list_taken") == 3


def test_who_may_not_call_back_sees_nothing(desk, hanh, lot):
    recall = begun(desk, lot.code)
    roles.take(hanh, roles.MODERATOR)
    roles.give(hanh, roles.SUPPORTER)

    assert desk.get("/desk/recalls/").status_code == 403
    assert desk.post(f"/desk/recalls/{recall.number}/start/").status_code == 403
    recall.refresh_from_db()
    assert recall.state == "draft"


def test_the_register_and_the_first_page_name_what_runs(desk, part, lot):
    recall = begun(desk, lot.code)
    drill = begun(desk, lot.code, drill="on")
    desk.post(f"/desk/recalls/{recall.number}/start/")

    real = desk.get("/desk/recalls/").content.decode()
    drills = desk.get("/desk/recalls/?drills=on").content.decode()

    assert (recall.number in real, drill.number in real) == (True, False)
    assert (recall.number in drills, drill.number in drills) == (False, True)
    assert recall.number in desk.get("/desk/").content.decode()
    assert RecallTask.objects.count() == 1


def test_pages_of_more_buyers_ask_no_more_questions(desk, part, longan, lot, packer):
    def asked(number: str) -> int:
        desk.get(f"/desk/recalls/{number}/")
        with CaptureQueriesContext(connection) as queries:
            assert desk.get(f"/desk/recalls/{number}/").status_code == 200
        return len(queries)

    draft, one = begun(desk, lot.code, drill="on"), begun(desk, lot.code, drill="on")
    desk.post(f"/desk/recalls/{one.number}/start/")
    before = (asked(draft.number), asked(one.number))
    for n in range(3):
        sold(longan, packer, email=f"nguoi{n}@example.vn")
    more = begun(desk, lot.code, drill="on")
    desk.post(f"/desk/recalls/{more.number}/start/")

    assert RecallNotice.objects.filter(recall=more).count() == 4
    assert (asked(draft.number), asked(more.number)) == before
