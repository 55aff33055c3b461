"""What the home page reads from the shelf."""

import datetime as dt

import pytest

from catalog.listings.models import Listing
from catalog.shelf import front, refresh
from marketplace.records import clock
from tests import factories

pytestmark = pytest.mark.django_db
AUGUST = dt.datetime(2026, 8, 14, 3, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _august():
    with clock.moved_to(AUGUST):
        yield


def sections(language: str = "vi", lead: str = ""):
    return front.home_sections(clock.local_day(), language, lead)


def test_what_is_ripe_and_what_keeps_stand_apart():
    seller = factories.cooperative("HTX Nắng")
    factories.listing(seller, title="Nhãn tươi")
    plum = factories.listing(seller, title="Mận hậu", category="fresh-fruit/plum")
    Listing.objects.filter(pk=plum.pk).update(season_months=[5, 6])
    refresh.listing(plum.pk)
    factories.listing(seller, title="Chè", category="tea")
    factories.listing(seller, title="Mật ong hết", category="honey", units=0)

    shown = sections()

    assert [card["title"] for card in shown["now"]["cards"]] == ["Nhãn tươi"]
    assert [card["title"] for card in shown["keeping"]["cards"]] == ["Chè"]
    assert [one["name"] for one in shown["cooperatives"]] == ["HTX Nắng"]


def test_the_calendar_knows_varieties_of_their_own_season():
    calendar = {row["name"]: row["months"] for row in sections()["calendar"]}

    assert calendar["Nhãn"] == [7, 8, 9]
    assert calendar["Mận hậu"] == [5, 6]
    assert calendar["Xoài tròn"] == [6, 7]


def test_the_month_opens_the_page():
    hero = sections()["hero"]

    assert "8" in hero["lead"]
    assert "nhãn" in hero["lead"]
    assert len(hero["drawings"]) == 2
    assert sections(lead="Chào tháng Tám.")["hero"]["lead"].endswith("Chào tháng Tám.")


def test_every_commune_is_a_dot_and_those_with_goods_wear_their_crop():
    listing = factories.listing()

    dots = {dot["name"]: dot for dot in sections()["dots"]}

    assert len(dots) == 75
    assert dots[listing.commune.name]["produce"] == "longan"
    assert all(0 <= dot["x"] <= 480 and 0 <= dot["y"] <= 396 for dot in dots.values())


def test_the_home_page_costs_seven_queries(django_assert_max_num_queries):
    factories.listing()

    with django_assert_max_num_queries(7):
        sections("en")
