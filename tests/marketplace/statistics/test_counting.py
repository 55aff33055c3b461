"""The figures kept are the orders counted, whatever became of each order."""

import datetime as dt
import threading
from itertools import combinations

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from catalog.goods.models import GoodsCategory
from catalog.orders import ending
from catalog.orders.models import Placement, SellerOrderLine
from marketplace.records import clock, invariants
from marketplace.statistics import counting
from marketplace.statistics.models import ChangedDay, Dimension, Freshness, Sale, Tally
from tests import factories
from tests.catalog import buying
from tests.catalog.promotions.making import voucher
from tests.marketplace.statistics import market, plain

pytestmark = pytest.mark.django_db
DIMENSIONS = [dimension.value for dimension in Dimension]


def rows_of(model):
    """Every row without its key, in order."""
    names = [field.name for field in model._meta.fields if field.name != "id"]
    return sorted(model.objects.values_list(*names))


def broken():
    """The sentences about figures that are not true."""
    names = ("statistics_sales_are_orders", "statistics_tallies_are_orders")
    return [found.name for found in invariants.check() if found.name in names and found.count]


def one_order(channel="cod"):
    """One order of today."""
    dice = market.random.Random(1)
    dice.choice = lambda options: channel if channel in options else options[0]
    return market.order(dice, market.stalls(), market.BEGIN)


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_every_figure_is_the_orders_counted(seed):
    market.days(seed, orders=25)

    counting.refresh()

    lines = plain.lines()
    assert {line.stands for line in lines} == {True, False}
    kept = {
        tuple(map(str, (row.day, *(getattr(row, name) for name in DIMENSIONS)))): tuple(
            getattr(row, name) for name in Sale.MEASURES
        )
        for row in Sale.objects.all()
    }
    assert kept == plain.grouped(lines, "day", *DIMENSIONS)
    assert tallies("", "") == plain.grouped(lines, "day")
    for name in DIMENSIONS:
        assert tallies("", name) == plain.grouped(lines, "day", name)
    for within, name in combinations(DIMENSIONS, 2):
        assert tallies(within, name) == plain.grouped(lines, "day", within, name)
    assert broken() == []


def tallies(within, dimension):
    """The tallies of a dimension, or a pair."""
    return {
        tuple(
            part
            for part, wanted in (
                (str(row.day), True),
                (row.within_key, within),
                (row.key, dimension),
            )
            if wanted
        ): tuple(getattr(row, name) for name in Tally.MEASURES)
        for row in Tally.objects.filter(within=within, dimension=dimension)
    }


def test_what_a_voucher_takes_off_is_not_sold(client):
    voucher(amount=10_001)
    packs = [factories.pack(price=89_000), factories.pack(price=61_000)]
    buying.fill(client, *packs)
    client.post("/basket/vouchers/add/", {"code": "TUANNHAN"})
    assert buying.place(client, channel="cod").status_code == 302

    counting.refresh()

    everything = Tally.objects.get(dimension="")
    goods = plain.InvoiceLine.objects.filter(line_ref__startswith="line-")
    assert everything.gross == sum(line.amount for line in goods) == 150_000 - 10_001
    assert tallies("", "cooperative") == plain.grouped(plain.lines(), "day", "cooperative")
    assert broken() == []


def test_figures_built_from_nothing_are_the_same():
    market.days(5, orders=15)
    counting.refresh()
    before = rows_of(Sale), rows_of(Tally)
    Sale.objects.all().delete()
    Tally.objects.update(gross=0, refunded=0)

    call_command("rebuild_statistics")

    assert (rows_of(Sale), rows_of(Tally)) == before
    assert len(before[0]) > 10


def test_only_days_whose_orders_changed_are_counted():
    placement = one_order()
    assert counting.refresh() == 1
    assert counting.refresh() == 0
    Sale.objects.update(gross=7)

    ending.cancel(placement.order.number)

    assert set(ChangedDay.objects.values_list("day", flat=True)) == {dt.date(2026, 3, 1)}
    assert counting.refresh() == 1
    assert Sale.objects.count() == 0


def test_an_order_late_at_night_belongs_to_the_day_in_vietnam():
    one_order()
    counting.refresh()
    assert {row.day for row in Tally.objects.all()} == {dt.date(2026, 3, 1)}

    Placement.objects.update(placed_at=market.BEGIN + dt.timedelta(minutes=31))
    counting.refresh()

    assert {row.day for row in Tally.objects.all()} == {dt.date(2026, 3, 2)}


def test_an_order_that_waits_for_money_is_no_sale():
    placement = one_order("vietqr")
    counting.refresh()
    assert Sale.objects.count() == 0

    with clock.moved_to(market.BEGIN):
        market.pay(placement)
    counting.refresh()

    everything = Tally.objects.get(dimension="")
    assert (everything.orders, everything.gross) == (
        1,
        sum(part.goods for part in market.parts(placement)),
    )


def test_what_is_sold_keeps_its_kind_and_weight_when_the_listing_changes():
    placement = one_order()
    counting.refresh()
    before = rows_of(Sale)

    for line in SellerOrderLine.objects.filter(seller_order__order=placement.order):
        listing = line.pack.listing
        listing.category = GoodsCategory.objects.get(path="honey")
        listing.commune = factories.commune("Vân Hồ")
        listing.save()
        line.pack.net_weight_g = 1
        line.pack.save()
    counting.rebuild()

    assert rows_of(Sale) == before


def test_an_order_of_two_cooperatives_counts_once():
    packs = market.stalls()
    first, second = packs[0], packs[-1]
    dice = market.random.Random(1)
    dice.sample = lambda *_: [first, second]
    market.order(dice, packs, market.BEGIN)

    counting.refresh()

    assert Tally.objects.get(dimension="").orders == 1
    by_seller = Tally.objects.filter(dimension="cooperative", within="")
    assert [row.orders for row in by_seller] == [1, 1]


def test_a_refresh_says_until_when_the_figures_are_whole():
    with clock.moved_to(market.BEGIN):
        counting.refresh()
    with clock.moved_to(market.BEGIN - dt.timedelta(days=1)):
        counting.refresh()

    assert Freshness.objects.get().counted_at == market.BEGIN


@pytest.mark.parametrize(
    ("sql", "name"),
    [
        ("UPDATE statistics_sale SET units = units + 1", "statistics_sales_are_orders"),
        ("DELETE FROM statistics_sale", "statistics_sales_are_orders"),
        (
            "UPDATE statistics_tally SET orders = orders + 1 WHERE within <> ''",
            "statistics_tallies_are_orders",
        ),
    ],
)
def test_wrong_figures_are_found(sql, name):
    one_order()
    counting.refresh()
    assert broken() == []

    with connection.cursor() as cursor:
        cursor.execute(sql)

    assert broken() == [name]


def test_days_that_wait_to_be_counted_break_nothing():
    one_order()

    assert (ChangedDay.objects.count() > 0, broken()) == (True, [])


@pytest.mark.django_db(transaction=True)
def test_two_refreshes_at_once_count_each_day_once():
    market.days(6, orders=12)
    counted, errors = [], []

    def run():
        try:
            counted.append(counting.refresh())
        except Exception as error:  # noqa: BLE001 -- told to the test
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert errors == []
    assert sum(counted) == Tally.objects.filter(dimension="").count() + _empty_days()
    assert broken() == []


def _empty_days():
    """Days on which orders were placed and nothing was sold."""
    placed = {clock.local_day(at) for at in Placement.objects.values_list("placed_at", flat=True)}
    return len(placed - set(Tally.objects.filter(dimension="").values_list("day", flat=True)))


def test_a_change_is_marked_in_the_transaction_that_makes_it():
    placement = one_order()
    counting.refresh()

    with transaction.atomic():
        ending.cancel(placement.order.number)
        transaction.set_rollback(True)

    assert ChangedDay.objects.count() == 0
