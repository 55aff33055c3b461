"""An order nobody answers: reminder, another way, the commune's team, the department; once each."""

import datetime as dt

import pytest
from django.test import Client

from catalog.cooperatives.models import Membership
from catalog.holidays import closing
from catalog.listings.models import Pack
from catalog.orders import nudging, tasks
from catalog.orders.models import SellerOrder
from catalog.orders.nudges import Nudge
from catalog.teams.models import CommuneTeam
from marketplace.people import roles
from marketplace.records import clock, outbox, rules
from marketplace.records.models import SentLetter
from tests import factories
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db


@pytest.fixture
def goods() -> Pack:
    """A pack whose cooperative is sold by somebody with mail and phone."""
    pack = factories.pack(factories.cooperative())
    pang = factories.user("pang@example.vn", phone="+84912000077")
    factories.member(pack.listing.cooperative, pang, Membership.Role.OWNER)
    CommuneTeam.objects.create(
        commune=pack.listing.cooperative.commune, name="Tổ số xã", address="to@example.vn"
    )
    return pack


@pytest.fixture
def part(goods: Pack) -> SellerOrder:
    """An order that waits for it."""
    made = hands.parcel(hands.ordered(goods))
    outbox.drain()
    SentLetter.objects.all().delete()
    return made


def later(part: SellerOrder, hours: float) -> list[str]:
    """Let hours pass since the order; answers the steps taken by then."""
    with clock.moved_to(part.order.placement.placed_at + dt.timedelta(hours=hours, minutes=1)):
        tasks.nudge()
    return list(Nudge.objects.filter(seller_order=part).values_list("step", flat=True))


def test_each_step_comes_after_its_hours(part: SellerOrder) -> None:
    steps = [later(part, hours) for hours in (3, 4, 8, 14, 18)]

    assert steps == [
        [],
        ["reminder"],
        ["reminder", "second"],
        ["reminder", "second", "team"],
        ["reminder", "second", "team", "desk"],
    ]


def test_twice_is_once(part: SellerOrder) -> None:
    later(part, 9)
    later(part, 9)

    assert nudging.nudge(part.pk, Nudge.Step.REMINDER) is False
    assert Nudge.objects.count() == 2


def test_the_second_step_goes_another_way_and_the_third_to_the_team(part: SellerOrder) -> None:
    sent = []
    for hours in (4, 8, 14):
        later(part, hours)
        outbox.drain()
        sent.append(sorted(SentLetter.objects.values_list("to", flat=True)))
        SentLetter.objects.all().delete()

    assert sent[0] == ["pang@example.vn"]
    assert "+84912000077" in sent[1]
    assert "pang@example.vn" not in sent[1]
    assert sent[2] == ["to@example.vn"]
    reached = dict(Nudge.objects.values_list("step", "reached"))
    assert reached == {"reminder": 1, "second": len(sent[1]), "team": 1}


def test_an_answer_stops_it(part: SellerOrder, goods: Pack) -> None:
    later(part, 4)
    hands.tap(hands.member(goods.listing.cooperative), part, "accept")

    assert later(part, 20) == ["reminder"]


def test_a_letter_that_waited_is_not_sent_once_the_order_is_answered(
    part: SellerOrder, goods: Pack
) -> None:
    later(part, 4)
    hands.tap(hands.member(goods.listing.cooperative), part, "accept")
    outbox.drain()

    assert not SentLetter.objects.filter(template="order_nudge").exists()


def test_the_hours_are_a_dated_rule(part: SellerOrder) -> None:
    rules.change("confirm.reminder_hours", 1, valid_from=clock.local_day(), source="test")

    assert later(part, 1) == ["reminder"]


def test_closed_days_do_not_count(part: SellerOrder, goods: Pack) -> None:
    tomorrow = clock.local_day() + dt.timedelta(days=1)
    closing.close(goods.listing.cooperative_id, begins=tomorrow, ends=tomorrow, by=factories.user())

    with clock.moved_to(dt.datetime.combine(tomorrow, dt.time(23, 0), clock.LOCAL)):
        tasks.nudge()

    assert not Nudge.objects.exists()


def test_seller_and_desk_see_what_was_done(part: SellerOrder, goods: Pack) -> None:
    later(part, 18)
    staff = factories.user()
    roles.sync()
    roles.give(staff, roles.SUPPORTER)

    page = hands.page(hands.member(goods.listing.cooperative), part)
    listed = [one.number for one in nudging.unanswered()]

    assert "Đã nhắc" in page
    assert listed == [part.number]
    assert hands.page(hands.member(goods.listing.cooperative), part).count("Sở đang") == 1
    assert Client().get("/desk/unanswered/").status_code == 302


def test_many_orders_ask_as_little_as_one(
    goods: Pack, part: SellerOrder, django_assert_max_num_queries
) -> None:
    for _order in range(3):
        hands.ordered(goods)

    with django_assert_max_num_queries(8):
        assert nudging.nudge_due() == 0
