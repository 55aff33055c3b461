"""A buyer asks and a cooperative answers, over HTTP; nobody else reads it."""

import datetime as dt
import re
import threading
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from catalog.cooperatives.models import Membership
from catalog.listings.models import Pack
from catalog.messages import queries, writing
from catalog.messages.models import Conversation, Message
from marketplace.people.models import User
from marketplace.records import clock, outbox, tokens
from marketplace.records.models import AuditEntry, SentLetter
from tests import factories
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db
KEY = re.compile(r'name="key" value="([^"]+)"')


@pytest.fixture
def goods() -> Pack:
    """A pack on sale."""
    return factories.pack(factories.cooperative("HTX Nắng Sông Mã"))


@pytest.fixture
def seller(goods: Pack) -> Client:
    """Who sells it."""
    return hands.member(goods.listing.cooperative, Membership.Role.SELLER)


def write(client: Client, page: str, text: str, **more: str) -> Any:
    """Fill in the form of a page and send it."""
    key = KEY.search(client.get(page).content.decode())
    assert key is not None
    return client.post(page, {"text": text, "key": key[1], **more})


def ask(client: Client, goods: Pack, text: str = "Còn nhãn loại 1 không?") -> Conversation:
    """Ask as a guest."""
    address = f"/p/{goods.listing_id}/question"
    answer = write(client, address, text, name="Thu", address="thu@example.vn")
    assert answer.status_code == 302, answer.content.decode()[:3000]
    return Conversation.objects.latest("pk")


def test_a_guest_asks_the_cooperative_answers_and_the_letter_opens_it(
    goods: Pack, seller: Client
) -> None:
    talk = ask(Client(), goods)
    outbox.drain()
    to_seller = SentLetter.objects.get(template="message_to_seller")
    listed = seller.get("/sell/messages/").content.decode()

    answer = write(seller, f"/sell/messages/{talk.pk}/", "Còn, hái sáng nay.")
    outbox.drain()

    letter = SentLetter.objects.get(template="message_to_buyer")
    page = Client().get(f"/messages/{talk.token}").content.decode()
    assert f"/sell/messages/{talk.pk}/" in to_seller.text
    assert "Còn nhãn loại 1 không?" in listed
    assert answer.status_code == 302
    assert letter.to == "thu@example.vn"
    assert f"/messages/{talk.token}" in letter.text
    assert "Còn, hái sáng nay." in page
    talk.refresh_from_db()
    assert talk.answer_by is None


def test_the_question_waits_on_the_first_page_with_its_deadline(
    goods: Pack, seller: Client
) -> None:
    talk = ask(Client(), goods)

    (task,) = [one for one in seller.get("/sell/").context["tasks"] if "messages" in one.url]
    with clock.moved_to(clock.now() + dt.timedelta(hours=49)):
        (late,) = [one for one in seller.get("/sell/").context["tasks"] if "messages" in one.url]

    assert talk.answer_by == talk.messages.get().at + dt.timedelta(hours=48)
    assert (task.number, task.urgent, late.urgent) == (1, False, True)


def test_the_token_of_an_order_opens_its_conversation(goods: Pack, seller: Client) -> None:
    order = hands.ordered(goods)
    part = hands.parcel(order)
    address = f"/o/{order.number}/messages/{part.number}?token={order.placement.token}"
    page = Client().get(f"/o/{order.number}?token={order.placement.token}").content.decode()

    sent = write(Client(), address, "Giao sau 17 giờ được không?")
    again = Client().get(address)

    talk = Conversation.objects.get()
    assert f"/o/{order.number}/messages/{part.number}" in page
    assert sent["Location"] == again["Location"] == f"/messages/{talk.token}"
    assert "Giao sau 17 giờ" in seller.get(f"/sell/messages/{talk.pk}/").content.decode()
    assert not Conversation.objects.exclude(pk=talk.pk).exists()


def test_without_the_token_nobody_writes_about_an_order(goods: Pack) -> None:
    order = hands.ordered(goods)
    part = hands.parcel(order)
    other = hands.parcel(hands.ordered(factories.pack()))
    token = order.placement.token

    assert Client().get(f"/o/{order.number}/messages/{part.number}").status_code == 404
    wrong = f"/o/{order.number}/messages/{other.number}?token={token}"
    assert Client().post(wrong, {"text": "x", "key": "k" * 30}).status_code == 404
    assert not Conversation.objects.exists()


def test_another_cooperative_reads_nothing(goods: Pack) -> None:
    talk = ask(Client(), goods)
    stranger = hands.member(factories.cooperative())

    assert stranger.get(f"/sell/messages/{talk.pk}/").status_code == 404
    answer = stranger.post(f"/sell/messages/{talk.pk}/", {"text": "x", "key": "k" * 30})
    assert answer.status_code == 404
    assert stranger.post(f"/sell/messages/{talk.pk}/report/", {"why": "x"}).status_code == 404
    assert "Còn nhãn" not in stranger.get("/sell/messages/").content.decode()
    packer = hands.member(goods.listing.cooperative, Membership.Role.PACKER)
    assert packer.get(f"/sell/messages/{talk.pk}/").status_code == 403
    assert Client().get("/messages/" + "x" * 43).status_code == 404


def test_sending_the_same_form_twice_is_one_message(goods: Pack, seller: Client) -> None:
    address, buyer = f"/p/{goods.listing_id}/question", Client()
    form = {
        "text": "Còn không?",
        "key": tokens.fresh(),
        "name": "Thu",
        "address": "0912 345 678",
    }

    first, second = (buyer.post(address, form)["Location"] for _press in range(2))

    assert first == second
    assert Message.objects.count() == 1


def test_unread_counts_until_it_is_read(goods: Pack, seller: Client) -> None:
    talk = ask(Client(), goods)
    before = seller.get("/sell/messages/").context["rows"][0]["unread"]

    seller.get(f"/sell/messages/{talk.pk}/")

    assert before == 1
    assert seller.get("/sell/messages/").context["rows"][0]["unread"] == 0
    assert talk.messages.get().read_at is not None


def test_a_buyer_with_an_account_has_a_list_with_unread_answers(
    goods: Pack, seller: Client
) -> None:
    buyer, user = Client(), factories.user("thu@example.vn")
    buyer.force_login(user)
    write(buyer, f"/p/{goods.listing_id}/question", "Còn không?")
    talk = Conversation.objects.get(user=user)
    write(seller, f"/sell/messages/{talk.pk}/", "Còn.")

    before = buyer.get("/account/messages/")
    account = buyer.get("/account/").content.decode()
    buyer.get(f"/messages/{talk.token}")
    after = buyer.get("/account/messages/")

    assert [row["unread"] for row in before.context["rows"]] == [1]
    assert "/account/messages/" in account
    assert [row["unread"] for row in after.context["rows"]] == [0]


@pytest.mark.parametrize("text", ["", " ", "x" * 2_001, "a\0b"])
def test_too_short_and_too_long_messages_are_refused(
    goods: Pack, seller: Client, text: str
) -> None:
    talk = ask(Client(), goods)

    answer = seller.post(f"/sell/messages/{talk.pk}/", {"text": text, "key": "k" * 30})

    assert answer.status_code in {400, 422}
    assert Message.objects.count() == 1


def test_a_phone_number_is_warned_of_and_sent(goods: Pack, seller: Client) -> None:
    talk = ask(Client(), goods)
    plain = write(seller, f"/sell/messages/{talk.pk}/", "Hộp 5 kg giá 250.000.")
    calm = seller.get(plain["Location"]).content.decode()

    answer = write(seller, f"/sell/messages/{talk.pk}/", "Gọi 0912 345 678 nhé")

    shown = seller.get(answer["Location"]).content.decode()
    assert "alert warn" not in calm
    assert "alert warn" in shown
    assert Message.objects.filter(text__contains="0912 345 678").exists()


def test_whoever_writes_too_often_has_to_wait(goods: Pack) -> None:
    buyer = Client()
    talk = ask(buyer, goods)
    statuses = [
        buyer.post(f"/messages/{talk.token}", {"text": "?", "key": tokens.fresh()}).status_code
        for _message in range(22)
    ]

    assert statuses[0] == 302
    assert statuses[-1] == 429
    assert Message.objects.count() < 23


def test_staff_reads_only_what_was_reported(goods: Pack, seller: Client) -> None:
    talk = ask(Client(), goods)
    hidden = [one.pk for one in _reported()]

    Client().post(f"/messages/{talk.token}/report", {"why": "Đòi chuyển khoản riêng"})
    open_ones = [one.pk for one in _reported()]
    writing.settle(talk.pk, by=factories.user())

    assert hidden == []
    assert open_ones == [talk.pk]
    assert [one.pk for one in _reported()] == []
    audited = AuditEntry.objects.filter(what__startswith="conversation.").values_list(
        "what", flat=True
    )
    assert sorted(audited) == [
        "conversation.began",
        "conversation.reported",
        "conversation.settled",
    ]


def _reported() -> list[Conversation]:
    """What stands on the department's desk."""
    return list(queries.reported())


def test_goods_off_the_shelf_cannot_be_asked_about(goods: Pack) -> None:
    goods.listing.state = "hidden"
    goods.listing.save()

    assert Client().get(f"/p/{goods.listing_id}/question").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_two_members_answering_at_once_leave_two_answers_and_no_deadline(goods: Pack) -> None:
    talk = ask(Client(), goods)
    users = [factories.user(), factories.user()]
    ready = threading.Barrier(2)

    def answer(by: User) -> None:
        ready.wait()
        writing.say(talk.pk, "Còn.", side="seller", by=by, key=tokens.fresh())
        connection.close()

    threads = [threading.Thread(target=answer, args=[user]) for user in users]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    talk.refresh_from_db()
    assert talk.messages.filter(side="seller").count() == 2
    assert talk.answer_by is None


def test_lists_ask_little(goods: Pack, seller: Client, django_assert_max_num_queries: Any) -> None:
    for number in range(4):
        ask(Client(), goods, f"Câu hỏi {number}")

    with django_assert_max_num_queries(8):
        assert seller.get("/sell/messages/").status_code == 200
    with django_assert_max_num_queries(12):
        talk = Conversation.objects.latest("pk")
        assert seller.get(f"/sell/messages/{talk.pk}/").status_code == 200


def test_a_question_without_a_deadline_is_found(goods: Pack, seller: Client) -> None:
    talk = ask(Client(), goods)
    before = hands.broken()

    Conversation.objects.filter(pk=talk.pk).update(answer_by=None)

    assert "conversation_waits_for_who_spoke_last" not in before
    assert "conversation_waits_for_who_spoke_last" in hands.broken()
