"""Letters that are not about an order end by one press, without signing in, and may begin again."""

from pathlib import Path

import pytest
from django.core import mail
from django.test import Client

from catalog.messages import letters as talk_letters
from catalog.messages.models import Message
from marketplace.records import letters, outbox, wishes
from marketplace.records.models import AuditEntry, SentLetter
from marketplace.records.readers import Reader
from tests import factories
from tests.catalog.messages.test_messages import ask, write
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db

ADDRESS = "thu@example.vn"


@pytest.fixture(autouse=True)
def _box(settings, tmp_path: Path) -> None:
    """Mails are kept in memory, practice messages in a folder of this test."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.VAR_DIR = tmp_path


@pytest.fixture
def talk():
    """A guest's question about goods that the cooperative has answered by letter."""
    goods = factories.pack(factories.cooperative())
    seller = hands.member(goods.listing.cooperative)
    asked = ask(Client(), goods)
    answer(seller, asked)
    return seller, asked


def answer(seller: Client, asked) -> None:
    """Answer once more, and let the letters go."""
    assert write(seller, f"/sell/messages/{asked.pk}/", "Còn.").status_code == 302
    outbox.drain()


def link() -> str:
    """Where the last mail's header says such letters end."""
    sent = [one for one in mail.outbox if one.to == [ADDRESS]][-1]
    assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    url = sent.extra_headers["List-Unsubscribe"].strip("<>")
    assert url in sent.body
    return url[url.index("/unsubscribe/") :]


def test_one_press_of_a_mail_program_ends_the_letters(talk):
    press = Client(enforce_csrf_checks=True)

    done = press.post(link(), {"List-Unsubscribe": "One-Click"})
    answer(*talk)

    sent = SentLetter.objects.filter(template="message_to_buyer").order_by("pk")
    assert done.status_code == 200
    assert [one.way for one in sent] == ["mail", "none"]
    assert len([one for one in mail.outbox if one.to == [ADDRESS]]) == 1
    assert not outbox.dead().exists()
    assert not outbox.waiting().exists()
    assert AuditEntry.objects.filter(what="reader.unsubscribed").count() == 1


def test_looking_at_the_page_changes_nothing(talk):
    page = Client().get(link())

    assert page.status_code == 200
    assert "Ngừng gửi những thư này" in page.content.decode()
    assert "t…@example.vn" in page.content.decode()
    assert ADDRESS not in page.content.decode()
    assert not Reader.objects.exclude(unsubscribed_at=None).exists()


def test_who_wants_the_letters_again_gets_them(talk):
    where = link()
    Client().post(where, {"wish": "stop"})

    back = Client().post(where, {"wish": "again"})
    answer(*talk)

    assert "Bạn lại nhận những thư này" in back.content.decode()
    assert [one.way for one in SentLetter.objects.filter(template="message_to_buyer")] == [
        "mail",
        "mail",
    ]


def test_second_press_is_written_down_once(talk):
    where = link()
    Client().post(where)
    first = Reader.objects.get(address=ADDRESS).unsubscribed_at

    Client().post(where)

    assert Reader.objects.get(address=ADDRESS).unsubscribed_at == first
    assert AuditEntry.objects.filter(what="reader.unsubscribed").count() == 1


def test_letters_about_an_order_come_in_any_case():
    goods = factories.pack(factories.cooperative())
    wishes.unsubscribe(wishes.reader(ADDRESS).token)

    hands.ordered(goods)
    outbox.drain()

    letter = SentLetter.objects.get(template="order_received")
    (sent,) = [one for one in mail.outbox if one.to == [ADDRESS]]
    assert (letter.way, letter.to) == ("mail", ADDRESS)
    assert "List-Unsubscribe" not in sent.extra_headers


def test_guessed_token_opens_nothing():
    assert Client().get("/unsubscribe/guess/").status_code == 404
    assert Client().post("/unsubscribe/guess/").status_code == 404
    assert not Reader.objects.exists()


def test_account_page_leads_to_ones_own_wish():
    client, user = Client(), factories.user(ADDRESS)
    client.force_login(user)

    page = client.get("/account/letters/", follow=True)
    client.post(page.request["PATH_INFO"], {"wish": "stop"})

    account = client.get("/account/").content.decode()
    assert "Tắt: chỉ nhận thư về đơn hàng và tài khoản." in account
    assert Client().get("/account/letters/").status_code == 302


def test_unsent_letter_stays_unsent_at_the_second_attempt(talk):
    wishes.unsubscribe(wishes.reader(ADDRESS).token)
    said = Message.objects.filter(side="seller").latest("pk")
    SentLetter.objects.all().delete()

    talk_letters.to_buyer({"message": said.pk})
    wishes.subscribe(wishes.reader(ADDRESS).token)
    talk_letters.to_buyer({"message": said.pk})

    (kept,) = SentLetter.objects.all()
    assert kept.way == "none"
    assert kept.message_id == letters.message_id(kept.key)
