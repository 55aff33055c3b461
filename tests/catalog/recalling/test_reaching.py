"""Whom a recall reaches: every order line once, every buyer by one letter, every cooperative."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalog.models import (
    Hold,
    RecalledLine,
    RecallNotice,
    RecallTask,
)
from catalog.orders import ending, sending
from catalog.recalling import answering, forward, reminding
from catalog.stock import receiving
from catalog.traceability.lots import harvest
from catalog.traceability.recalls import opening
from marketplace.records import clock, outbox
from marketplace.records.models import SentLetter
from tests import factories
from tests.catalog.recalling.goods import broken, called_back, ordered, sold
from tests.marketplace.workspace import hands


def second_lot(pack, units=20):
    """Another lot of the same pack, on sale."""
    seller = pack.listing.cooperative
    lot = harvest.open_lot(
        seller.party.key,
        crop="Nhãn",
        commune_code=seller.commune.code,
        harvested_on=clock.local_day(),
        quantity_g=units * 2_000,
        by=None,
    )
    receiving.receive(lot, pack, units=units, by=None)
    return lot


def letters(template: str) -> list[str]:
    """To whom a letter went."""
    return list(
        SentLetter.objects.filter(template=template).order_by("pk").values_list("to", flat=True)
    )


def test_who_ordered_twice_gets_one_letter_about_both(longan, lot, packer):
    first, second = sold(longan, packer), sold(longan, packer, quantity=2)
    other = sold(longan, packer, email="", phone="0987 654 321", name="Lê Văn Bình")

    recall = called_back(lot)
    outbox.drain()

    told = {
        notice.address: sorted(
            (line.line.seller_order.number, line.units) for line in notice.lines.all()
        )
        for notice in RecallNotice.objects.filter(recall=recall)
    }
    assert told == {
        "thu@example.vn": sorted([(first.number, 1), (second.number, 2)]),
        "+84987654321": [(other.number, 1)],
    }
    assert letters("recall_notice") == ["thu@example.vn", "+84987654321"]
    assert broken() == []


def test_goods_that_came_back_reach_nobody_and_those_on_the_road_do(longan, lot, packer, owner):
    gone, kept = sold(longan, packer), sold(longan, packer, email="", phone="0987 654 321")
    ending.give_back(gone.pk, opened="packed", by=owner)
    sending.ship(kept.pk, by=owner)

    called_back(lot)

    assert [line.line.seller_order for line in RecalledLine.objects.all()] == [kept]
    page = Client().get(f"/called-back/{RecallNotice.objects.get().token}/").content.decode()
    assert re.search("do not take it in|đừng nhận", page)
    assert broken() == []


def test_an_order_nobody_packed_gets_goods_of_another_lot(longan, lot, packer):
    order = ordered(longan)
    other = second_lot(longan)

    called_back(lot)
    outbox.drain()

    held = Hold.objects.get(order_line__order=order, state=Hold.State.HELD)
    assert held.balance.lot == other
    assert not RecallNotice.objects.exists()
    hands.pack(packer, hands.parcel(order))
    assert broken() == []


def test_without_other_goods_the_order_keeps_its_place_and_the_cooperative_is_told(
    longan, lot, packer
):
    order = ordered(longan)

    recall = called_back(lot)
    outbox.drain()

    held = Hold.objects.get(order_line__order=order, state=Hold.State.HELD)
    assert held.balance.lot == lot
    page = packer.get(f"/sell/recalls/{recall.number}/").content.decode()
    assert hands.parcel(order).number in page
    assert broken() == []


def test_a_second_recall_of_the_same_lot_writes_again_but_the_lot_keeps_its_reason(
    longan, lot, packer
):
    sold(longan, packer)
    called_back(lot)
    called_back(lot, reason="Nấm mốc")
    outbox.drain()

    lot.refresh_from_db()
    assert lot.recall_reason.startswith("Dư lượng")
    assert letters("recall_notice") == ["thu@example.vn"] * 2
    assert lot.events.filter(kind="recall").count() == 1
    assert broken() == []


def test_buyer_answers_without_signing_in_and_may_answer_anew(longan, lot, packer, desk_reader):
    sold(longan, packer)
    recall = called_back(lot)
    notice = RecallNotice.objects.get()
    page = f"/called-back/{notice.token}/"
    assert Client().get(page).status_code == 200
    assert Client().post(page, {"answer": "sold"}).status_code == 422
    assert Client().post(page, {}).status_code == 422

    Client().post(page, {"answer": "aside"})
    Client().post(page, {"answer": "destroyed", "wants_money": "on"})

    notice.refresh_from_db()
    assert (notice.answer, notice.wants_money) == ("destroyed", True)
    assert desk_reader(recall) == {"notices": 1, "answered": 1, "missing": 0, "money": 1}
    assert Client().get("/called-back/" + "0" * 32 + "/").status_code == 404


@pytest.fixture
def desk_reader():
    """What the counts of a recall say."""
    from catalog.recalling import queries

    def read(recall):
        found = queries.counts(recall)
        return {
            "notices": found.notices,
            "answered": found.answered,
            "missing": found.missing,
            "money": found.wants_money,
        }

    return read


def test_silent_buyers_are_reminded_after_a_day_and_after_three_and_no_more(longan, lot, packer):
    sold(longan, packer)
    called_back(lot)
    outbox.drain()
    sent = RecallNotice.objects.get().sent_at
    hours = dt.timedelta(hours=1)

    reminded = []
    for after in (23, 25, 26, 71, 73, 200):
        with clock.moved_to(sent + after * hours):
            reminded.append(reminding.remind_due())
            outbox.drain()

    assert reminded == [0, 1, 0, 0, 1, 0]
    assert letters("recall_reminder") == ["thu@example.vn"] * 2


def test_who_has_answered_or_whose_recall_is_closed_is_not_reminded(longan, lot, packer, owner):
    sold(longan, packer)
    sold(longan, packer, email="", phone="0987 654 321")
    recall = called_back(lot)
    outbox.drain()
    first = RecallNotice.objects.earliest("pk")
    answering.answer(first.token, what="eaten", wants_money=False)
    late = first.written_at + dt.timedelta(hours=30)
    with clock.moved_to(late):
        assert reminding.remind_due() == 1
    opening.close(recall.pk, result="Xong.", by=owner)

    with clock.moved_to(late + dt.timedelta(hours=50)):
        assert reminding.remind_due() == 0
        outbox.drain()
    assert letters("recall_reminder") == []


def test_cooperative_says_what_it_destroyed_but_no_more_than_there_was(longan, lot, packer):
    recall = called_back(lot)
    page = f"/sell/recalls/{recall.number}/"
    assert lot.code in packer.get(page).content.decode()
    assert recall.number in packer.get("/sell/recalls/").content.decode()
    assert page in packer.get("/sell/").content.decode()
    assert packer.post(page, {"destroyed": "41", "kept": "0"}).status_code == 422
    assert packer.post(page, {"destroyed": "-1", "kept": "0"}).status_code == 422

    answer = packer.post(page, {"destroyed": "38.5", "kept": "1.5", "note": "Chôn tại bản"})

    assert answer.status_code == 302
    task = RecallTask.objects.get()
    assert (task.destroyed_g, task.kept_g, task.note) == (38_500, 1_500, "Chôn tại bản")
    assert page not in packer.get("/sell/").content.decode()
    stranger = hands.member(factories.cooperative())
    assert stranger.get(page).status_code == 404


def test_the_buyers_order_page_says_so_and_leads_to_the_answer(longan, lot, packer):
    part = sold(longan, packer)
    called_back(lot)

    token = part.order.placement.token
    page = Client().get(f"/o/{part.order.number}?token={token}").content.decode()

    assert f"/called-back/{RecallNotice.objects.get().token}/" in page


def test_an_order_page_does_not_open_a_letter_about_other_orders(longan, lot, packer):
    part = sold(longan, packer)
    sold(longan, packer)
    recall = called_back(lot)

    token = part.order.placement.token
    page = Client().get(f"/o/{part.order.number}?token={token}").content.decode()

    assert "/called-back/" not in page
    assert f"/recalls/{recall.number}/" in page


def test_goods_that_are_found_later_are_added_to_a_running_recall(longan, lot, packer, owner):
    other = second_lot(longan)
    sold(longan, packer)
    recall = called_back(lot)

    assert opening.look_again(recall.pk, by=owner) == 0
    assert forward.reach([lot.pk, other.pk]).lots == 2


def test_what_a_recall_would_reach_is_counted_before_it_is_opened(longan, lot, packer, owner):
    sold(longan, packer)
    sending.ship(sold(longan, packer, quantity=2).pk, by=owner)
    ordered(longan, quantity=3)

    found = forward.reach([lot.pk])

    assert found == forward.Reach(
        lots=1,
        left_g=40_000 - 6_000,
        boxes=1,
        lines=2,
        orders=2,
        buyers=1,
        cooperatives=["HTX Nắng Sông Mã"],
        on_sale=14,
        unpacked=1,
        by_state={"packed": 1, "shipped": 1},
    )


def asked(client, address) -> int:
    """How many questions a page asks the database, once it has been seen."""
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_pages_of_more_buyers_and_lines_ask_no_more_questions(longan, lot, packer):
    part = sold(longan, packer)
    recall = called_back(lot)
    token, order = part.order.placement.token, f"/o/{part.order.number}"
    addresses = {
        "store": (packer, f"/sell/recalls/{recall.number}/"),
        "list": (packer, "/sell/recalls/"),
        "answer": (Client(), f"/called-back/{RecallNotice.objects.get().token}/"),
        "order": (Client(), f"{order}?token={token}"),
    }
    before = {name: asked(*page) for name, page in addresses.items()}

    other = second_lot(longan)
    for _ in range(3):
        sold(longan, packer)
    called_back(other)
    notice = RecallNotice.objects.latest("pk")
    addresses["answer"] = (Client(), f"/called-back/{notice.token}/")
    after = {name: asked(*page) for name, page in addresses.items()}

    assert notice.lines.count() == 3
    assert {name: n for name, n in after.items() if n > before[name]} == {}
