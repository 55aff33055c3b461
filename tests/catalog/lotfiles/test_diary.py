"""The diary over REST: an own plot's alone, once for each draft, held back with a reason."""

import datetime as dt
from uuid import uuid4

import pytest
from django.test import Client

from catalog.cooperatives.models import Membership
from catalog.traceability.growing import enrolling
from catalog.traceability.models import DiaryEntry
from marketplace.records import api_tokens, clock
from tests import factories
from tests.attacks.problems import problem

pytestmark = pytest.mark.django_db


@pytest.fixture
def cooperative(db):
    return factories.cooperative("HTX Nắng")


@pytest.fixture
def plot(cooperative):
    facts = {"crop": "Nhãn", "commune_code": cooperative.commune.code, "area_m2": 8_000}
    return enrolling.plot(cooperative.party.key, by=None, name="Đồi trước", **facts)


@pytest.fixture
def seller(cooperative):
    return factories.member(cooperative, factories.user()).user


def asking(user, scope="seller"):
    """A program with a token of this person."""
    return Client(headers={"authorization": f"Bearer {api_tokens.give(user, scope)}"})


def spraying(**facts):
    """A spraying of yesterday with a week to wait, written an hour ago."""
    usual = {
        "draft": str(uuid4()),
        "written_at": (clock.now() - dt.timedelta(hours=1)).isoformat(),
        "work": "spraying",
        "on": (clock.local_day() - dt.timedelta(days=1)).isoformat(),
        "input_name": "Thuốc sinh học A",
        "wait_days": 7,
    }
    return usual | facts


def send(client, plot, told):
    """What a program sends."""
    return client.post(f"/api/v1/plots/{plot}/diary", told, content_type="application/json")


def test_a_draft_sent_twice_is_one_entry(plot, seller):
    told, client = spraying(), asking(seller)

    answers = [send(client, plot.pk, told) for _ in "12"]

    entry = DiaryEntry.objects.get()
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    assert answers[0].json()["id"] == entry.pk
    assert answers[0].json()["free_from"] == (clock.local_day() + dt.timedelta(days=6)).isoformat()
    assert (entry.plot, entry.by, entry.input_name) == (plot, seller, "Thuốc sinh học A")
    assert entry.written_at.isoformat() == told["written_at"]
    assert entry.written_at < entry.recorded_at


def test_the_plots_say_from_when_on_they_may_be_picked(plot, seller):
    client = asking(seller)
    send(client, plot.pk, spraying())

    (told,) = client.get("/api/v1/plots").json()["plots"]

    assert told == {
        "id": plot.pk,
        "name": "Đồi trước",
        "crop": "Nhãn",
        "commune": plot.commune_code,
        "area_m2": 8_000,
        "free_from": (clock.local_day() + dt.timedelta(days=6)).isoformat(),
    }


def test_another_cooperatives_plot_is_not_there(plot, cooperative):
    stranger = factories.member(factories.cooperative("HTX Khác"), factories.user()).user
    packer = factories.member(cooperative, factories.user(), Membership.Role.PACKER).user

    answers = [send(asking(who), plot.pk, spraying()) for who in (stranger, packer)]

    assert [problem(answer, 404)["errors"] for answer in answers] == [[], []]
    assert asking(stranger).get("/api/v1/plots").json() == {"plots": []}
    assert not DiaryEntry.objects.exists()


def test_without_the_right_token_nothing_is_written(plot, seller):
    others = (Client(), asking(seller, "statistics"))

    answers = [send(client, plot.pk, spraying()) for client in others]

    assert [problem(answer, 401)["errors"] for answer in answers] == [[], []]
    assert not DiaryEntry.objects.exists()


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"on": "2999-01-01"}, "on"),
        ({"on": "1999-01-01"}, "on"),
        ({"wait_days": None}, "wait_days"),
        ({"wait_days": 366}, "wait_days"),
        ({"input_name": ""}, "wait_days"),
        ({"work": "harvest"}, "work"),
        ({"draft": "mine"}, "draft"),
        ({"written_at": "2026-08-12T09:00:00"}, "written_at"),
        ({"note": "x" * 501}, "note"),
        ({"corrects": 10**30}, "corrects"),
        ({"corrects": 4711}, "corrects"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(plot, seller, facts, field):
    answer = send(asking(seller), plot.pk, spraying(**facts))

    assert [error["field"] for error in problem(answer, 422)["errors"]] == [field]
    assert not DiaryEntry.objects.exists()


def test_an_entry_is_put_right_once(plot, seller):
    client = asking(seller)
    first = send(client, plot.pk, spraying()).json()["id"]

    answers = [send(client, plot.pk, spraying(wait_days=3, corrects=first)) for _ in "12"]

    assert [answer.status_code for answer in answers] == [201, 409]
    assert DiaryEntry.objects.count() == 2


def test_a_draft_with_other_words_is_refused(plot, seller):
    client, told = asking(seller), spraying()
    send(client, plot.pk, told)

    answer = send(client, plot.pk, told | {"wait_days": 0})

    problem(answer, 409)
    assert DiaryEntry.objects.get().wait_days == 7


@pytest.mark.parametrize("key", [0, 2**63, 10**40])
def test_a_number_no_plot_can_have_is_refused(plot, seller, key):
    problem(send(asking(seller), key, spraying()), 422)
