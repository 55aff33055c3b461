"""Letters nobody could deliver stand on the desk, and are sent again from there."""

import pytest
from django.test import Client

from marketplace.desk import deadletters
from marketplace.people import roles
from marketplace.records import audit, dead_letters, outbox
from marketplace.records.models import AuditEntry, OutboxMessage, SentLetter
from tests.rules import people

pytestmark = pytest.mark.django_db

REFUSED = "+84912345999"


@pytest.fixture
def world():
    """One person of every kind."""
    return people.world()


@pytest.fixture
def helper(world):
    """The browser of somebody who helps buyers."""
    return world.client(roles.SUPPORTER)


def given_up(number: int = 1) -> list[int]:
    """Letters about an account to a phone no carrier takes."""
    for n in range(number):
        outbox.post(
            "people.letter",
            key=f"k{n}",
            to=REFUSED,
            template="account/code",
            context={"code": "1234", "name": "Lan"},
            lang="vi",
            letter=f"k{n}",
        )
    outbox.drain()
    return list(outbox.dead().order_by("pk").values_list("pk", flat=True))


def test_page_says_what_to_whom_and_why_without_the_whole_number(helper):
    given_up()

    page = helper.get("/en/desk/letters/").content.decode()

    assert "Letter about an account" in page
    assert "The address takes nothing. Ask the person for another one." in page
    assert "Refused: The practice carrier refuses this number." in page
    assert "…999" in page
    assert REFUSED not in page
    assert "912345" not in page


def test_every_kind_of_letter_has_a_name():
    assert sorted(set(outbox._effects) - set(deadletters.NAMES)) == []


def test_first_page_of_the_desk_counts_them(helper):
    given_up(2)

    page = helper.get("/en/desk/").content.decode()

    assert "Undelivered letters" in page
    assert "/desk/letters/" in page
    assert page.count("Letter about an account") == 2


def test_dead_letter_is_sent_again_once_the_cause_is_mended(helper, settings, world):
    (pk,) = given_up()
    OutboxMessage.objects.filter(pk=pk).update(
        payload={**OutboxMessage.objects.get(pk=pk).payload, "to": "+84912345678"}
    )

    answer = helper.post(f"/desk/letters/{pk}/retry/")
    outbox.drain()

    assert answer.status_code == 302
    assert SentLetter.objects.get(key="k0").way == "sms"
    assert not outbox.dead().exists()
    (entry,) = audit.of(OutboxMessage.objects.get(pk=pk))
    assert (entry.what, entry.by) == ("letter.retried", world.people[roles.SUPPORTER])
    assert "Mọi thư đều đã đến nơi." in helper.get("/desk/letters/").content.decode()


def test_all_of_a_kind_are_sent_again(helper):
    given_up(3)

    answer = helper.post("/desk/letters/people.letter/retry/", follow=True)

    assert "Đang gửi lại 3 thư." in answer.content.decode()
    assert not outbox.dead().exists()
    assert AuditEntry.objects.filter(what="letter.retried").count() == 3


def test_second_press_changes_nothing(helper):
    (pk,) = given_up()
    helper.post(f"/desk/letters/{pk}/retry/")

    assert helper.post(f"/desk/letters/{pk}/retry/").status_code == 404
    assert helper.post("/desk/letters/people.letter/retry/").status_code == 404
    assert AuditEntry.objects.filter(what="letter.retried").count() == 1


@pytest.mark.parametrize("kind", [roles.MODERATOR, roles.AUDITOR, "owner", "buyer"])
def test_others_neither_see_nor_send(world, kind):
    (pk,) = given_up()
    client = world.client(kind)

    assert client.get("/desk/letters/").status_code == 403
    assert client.post(f"/desk/letters/{pk}/retry/").status_code == 403
    assert Client().post(f"/desk/letters/{pk}/retry/").status_code in (302, 403)
    assert outbox.dead().count() == 1


def test_many_letters_ask_as_little_as_one(helper, django_assert_max_num_queries):
    given_up(8)
    helper.get("/desk/letters/")

    with django_assert_max_num_queries(12):
        helper.get("/desk/letters/")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("550 lan.pham@example.vn unknown", "550 l…@example.vn unknown"),
        ("to +84912345678 failed", "to …678 failed"),
        ("Zalo says -118 (HTTP 200)", "Zalo says -118 (HTTP 200)"),
    ],
)
def test_addresses_are_cut_down(text, shown):
    assert dead_letters.masked(text) == shown
