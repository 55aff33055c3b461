"""A cooperative's own figures equal its own orders to the đồng, and nobody else's."""

import csv
import datetime as dt
import io
from collections.abc import Iterator
from typing import Any

import pytest
from django.db.models import Sum
from django.test import Client

from catalog.listings.models import Pack
from catalog.orders import figures
from catalog.orders.models import SellerOrder
from marketplace.records import clock
from tests import database, factories
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def _market(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[int, list[int]]]:
    """A listing and what was sold of it; made once for the file."""
    yield from database.lasting(django_db_blocker, sell)


@pytest.fixture
def packs(_market: tuple[int, list[int]], db: None) -> list[Pack]:
    """Two packs of one cooperative."""
    return list(Pack.objects.filter(listing=_market[0]).order_by("pk"))


@pytest.fixture
def seller(packs: list[Pack]) -> Client:
    """Its owner."""
    return hands.browser(packs[0].listing.cooperative)


@pytest.fixture
def sold(_market: tuple[int, list[int]], db: None) -> list[SellerOrder]:
    """The orders that were not given back."""
    return list(SellerOrder.objects.filter(pk__in=_market[1]).order_by("pk"))


def sell() -> tuple[int, list[int]]:
    """Orders on three days, one of them given back, one of somebody else's goods beside."""
    listing = factories.listing(prices=(89_000, 170_500), units=60)
    packs = list(listing.packs.order_by("pk"))
    seller = hands.member(listing.cooperative)
    moments = [clock.now() - dt.timedelta(days=days) for days in (9, 1, 1, 0)]
    parts = []
    for number, moment in enumerate(moments, 1):
        with clock.moved_to(moment):
            order = hands.ordered(*packs[: 1 + number % 2], quantity=number)
        parts.append(hands.parcel(order))
    hands.tap(seller, parts[-1], "refuse", opened="to_confirm")
    hands.ordered(factories.pack(price=999_000))
    return listing.pk, [part.pk for part in parts[:-1]]


@pytest.mark.parametrize("by", figures.GROUPS)
def test_every_grouping_adds_up_to_the_orders(
    packs: list[Pack], sold: list[SellerOrder], by: str
) -> None:
    today = clock.local_day()

    rows = figures.rows(packs[0].listing.cooperative_id, today - dt.timedelta(days=30), today, by)

    keys = [part.pk for part in sold]
    sums = SellerOrder.objects.filter(pk__in=keys).aggregate(
        goods=Sum("goods"), shipping=Sum("shipping")
    )
    units = SellerOrder.objects.filter(pk__in=keys).aggregate(n=Sum("lines__quantity"))["n"]
    assert sum(row.goods for row in rows) == sums["goods"]
    assert sum(row.units for row in rows) == units
    if by not in figures.OF_LINES:
        assert sum(row.shipping for row in rows) == sums["shipping"]
        assert sum(row.total for row in rows) == sum(part.total for part in sold)
        assert sum(row.orders for row in rows) == len(sold)


def test_days_are_those_of_vietnam(packs: list[Pack], seller: Client) -> None:
    day = clock.local_day() - dt.timedelta(days=3)
    late = dt.datetime.combine(day, dt.time(23, 30), clock.LOCAL)
    early = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(0, 30), clock.LOCAL)
    for moment in (late, early):
        with clock.moved_to(moment):
            hands.ordered(packs[0])

    rows = figures.rows(packs[0].listing.cooperative_id, day, day + dt.timedelta(days=1), "day")
    only = figures.total(packs[0].listing.cooperative_id, day, day)

    assert [(row.key, row.orders) for row in rows] == [(day, 1), (day + dt.timedelta(days=1), 1)]
    assert only.orders == 1


def test_the_page_says_it_in_a_sentence_and_draws_it(
    sold: list[SellerOrder], seller: Client
) -> None:
    page = seller.get("/sell/figures/")

    total = sum(part.total for part in sold)
    assert page.context["whole"].total == total
    assert f"{total:,}".replace(",", ".") in page.context["sentence"]
    assert page.content.decode().count("<rect") == 28
    assert [row["row"].orders for row in page.context["rows"]] == [1, 2]
    assert seller.get("/sell/").context["week"]["total"] == sum(p.total for p in sold[1:])


def test_the_file_holds_the_same_rows(packs: list[Pack], seller: Client) -> None:
    today = clock.local_day()
    span = f"first={today - dt.timedelta(days=30)}&last={today}&by=pack"

    answer = seller.get(f"/sell/figures/?{span}&format=csv")

    found = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    rows = figures.rows(
        packs[0].listing.cooperative_id, today - dt.timedelta(days=30), today, "pack"
    )
    assert [(one["group"], int(one["goods"])) for one in found] == [
        (row.key, row.goods) for row in rows
    ]
    assert answer["Cache-Control"] == "no-store, private"


def test_a_name_that_begins_like_a_formula_is_no_formula_in_the_file(
    packs: list[Pack], seller: Client
) -> None:
    hands.ordered(packs[0])
    product = packs[0].listing.product
    product.title = "=1+1"
    product.save()
    today = clock.local_day()

    answer = seller.get(f"/sell/figures/?first={today}&last={today}&by=pack&format=csv")

    assert "'=1+1" in answer.content.decode()


def test_impossible_days_are_refused(seller: Client) -> None:
    answer = seller.get("/sell/figures/?first=2026-05-01&last=2026-04-01&by=day")

    assert answer.status_code == 422


def test_figures_ask_little(seller: Client, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(12):
        assert seller.get("/sell/figures/").status_code == 200
