"""The desk reads reported conversations and unanswered orders, over HTTP with a second factor."""

import datetime as dt

import pytest
from django.test import Client

from catalog.messages import writing
from catalog.messages.models import Conversation
from catalog.orders import tasks
from marketplace.people import roles
from marketplace.records import clock, tokens
from marketplace.records.models import AuditEntry
from tests import factories
from tests.marketplace.workspace import hands
from tests.rules import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def helper() -> Client:
    """Who helps buyers, with the second factor used."""
    return people.world().client(roles.SUPPORTER)


@pytest.fixture
def talk() -> Conversation:
    """A buyer's question."""
    asker = writing.Asker("Thu", "thu@example.vn", "vi", None)
    listing = factories.listing()
    return writing.ask(listing.pk, "Chuyển khoản riêng nhé?", asker=asker, key=tokens.fresh())


def test_what_nobody_reported_is_not_there(helper: Client, talk: Conversation) -> None:
    assert helper.get(f"/desk/messages/{talk.pk}/").status_code == 404
    assert helper.post(f"/desk/messages/{talk.pk}/settle/").status_code == 404
    assert "Thu" not in helper.get("/desk/messages/").content.decode()


def test_a_reported_conversation_is_read_written_down_and_closed_again(
    helper: Client, talk: Conversation
) -> None:
    Client().post(f"/messages/{talk.token}/report", {"why": "Đòi chuyển khoản riêng"})

    listed = helper.get("/desk/messages/").content.decode()
    page = helper.get(f"/desk/messages/{talk.pk}/").content.decode()
    answers = [helper.post(f"/desk/messages/{talk.pk}/settle/").status_code for _ in range(2)]

    assert "Đòi chuyển khoản riêng" in listed
    assert "Chuyển khoản riêng nhé?" in page
    assert answers == [302, 404]
    assert helper.get(f"/desk/messages/{talk.pk}/").status_code == 404
    assert AuditEntry.objects.filter(what="conversation.read").count() == 1


def test_an_order_nobody_answers_stands_on_the_desk_with_whom_to_call(helper: Client) -> None:
    part = hands.parcel(hands.ordered(factories.pack()))
    before = helper.get("/desk/unanswered/").context["rows"]
    with clock.moved_to(clock.now() + dt.timedelta(hours=19)):
        tasks.nudge()

    (row,) = helper.get("/desk/unanswered/").context["rows"]
    home = helper.get("/desk/").content.decode()

    assert before == []
    assert (row["number"], len(row["steps"])) == (part.number, 4)
    assert part.number in home


def test_an_answered_order_leaves_the_desk(helper: Client) -> None:
    pack = factories.pack()
    part = hands.parcel(hands.ordered(pack))
    with clock.moved_to(clock.now() + dt.timedelta(hours=19)):
        tasks.nudge()
    hands.tap(hands.member(pack.listing.cooperative), part, "accept")

    assert helper.get("/desk/unanswered/").context["rows"] == []
