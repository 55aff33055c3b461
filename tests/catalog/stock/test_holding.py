"""Holding, giving back, selling and moving units."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from oscar.apps.order.models import Order

from catalog.listings import harvesting
from catalog.listings.models import Pack
from catalog.listings.proposals import LotDraft
from catalog.stock import holding, queries, receiving
from catalog.stock.models import Hold, LotBalance, StockMovement
from catalog.stock.refusals import NotHeld, OutOfStock
from marketplace.records import clock
from tests import factories
from tests.catalog import buying

pytestmark = pytest.mark.django_db


@pytest.fixture
def pack() -> Pack:
    """A pack with ten units of one lot that keeps ten days."""
    return factories.pack(units=10)


def second_lot(pack: Pack, *, keeps: int, units: int = 5) -> LotBalance:
    """Another lot of the pack that keeps so many days."""
    today = clock.local_day()
    lot = harvesting.add(
        pack.listing_id,
        LotDraft(today, today + dt.timedelta(days=keeps), {pack.key: units}),
        by=factories.user(),
    )
    return LotBalance.objects.get(lot=lot, pack=pack)


def bought(pack: Pack, quantity: int) -> Order:
    """A guest's order of so many units."""
    client = Client()
    buying.fill(client, pack, quantity=quantity)
    buying.place(client)
    return Order.objects.order_by("pk").last()


def numbers(pack: Pack) -> list[tuple[int, int, int]]:
    """Received, held and sold of every lot of the pack."""
    rows = LotBalance.objects.filter(pack=pack).order_by("pk")
    return list(rows.values_list("received", "held", "sold"))


def test_what_keeps_shortest_is_taken_first(pack: Pack) -> None:
    second_lot(pack, keeps=2)

    bought(pack, 6)

    assert numbers(pack) == [(10, 1, 0), (5, 5, 0)]


def test_lots_past_their_date_are_not_sold(pack: Pack) -> None:
    balance = second_lot(pack, keeps=2)

    with clock.moved_to(clock.now() + dt.timedelta(days=4)):
        assert queries.available([pack.pk]) == {pack.pk: 10}
    balance.lot.state, balance.lot.recall_reason = "recalled", "residue"
    balance.lot.save()
    assert queries.available([pack.pk]) == {pack.pk: 10}


def test_giving_back_twice_gives_back_once(pack: Pack) -> None:
    order = bought(pack, 4)

    holding.release(order)
    holding.release(order)

    assert numbers(pack) == [(10, 0, 0)]
    assert list(StockMovement.objects.order_by("pk").values_list("kind", "quantity")) == [
        ("received", 10),
        ("held", 4),
        ("released", 4),
    ]


def test_sold_units_are_not_held_any_more(pack: Pack) -> None:
    order = bought(pack, 4)

    holding.sell(order)
    holding.sell(order)

    assert numbers(pack) == [(10, 0, 4)]
    assert pack.listing.shelf.available == 6


def test_a_packer_takes_another_lot_than_was_held(pack: Pack) -> None:
    other = second_lot(pack, keeps=30)
    order = bought(pack, 4)
    line = order.lines.get()

    holding.move(line, {other.lot_id: 3, factories_lot(pack): 1})

    assert numbers(pack) == [(10, 1, 0), (5, 3, 0)]
    held = Hold.objects.filter(order_line=line, state="held").order_by("pk")
    assert sorted(held.values_list("quantity", flat=True)) == [1, 3]


def factories_lot(pack: Pack) -> int:
    """The key of the pack's first lot."""
    return LotBalance.objects.filter(pack=pack).order_by("pk").values_list("lot", flat=True)[0]


def test_moving_more_or_less_than_is_held_changes_nothing(pack: Pack) -> None:
    line = bought(pack, 4).lines.get()

    with pytest.raises(NotHeld):
        holding.move(line, {factories_lot(pack): 3})

    assert numbers(pack) == [(10, 4, 0)]


def test_a_lot_with_too_little_left_is_refused(pack: Pack) -> None:
    other = second_lot(pack, keeps=30, units=2)
    line = bought(pack, 4).lines.get()

    with pytest.raises(OutOfStock):
        holding.move(line, {other.lot_id: 4})

    assert numbers(pack) == [(10, 4, 0), (2, 0, 0)]


def test_spoilt_units_are_written_off_but_never_held_ones(pack: Pack) -> None:
    bought(pack, 4)
    balance = factories.balance(pack)

    receiving.write_off(balance.pk, units=2, by=None)
    with pytest.raises(OutOfStock):
        receiving.write_off(balance.pk, units=5, by=None)

    assert numbers(pack) == [(8, 4, 0)]


def test_the_database_itself_refuses_what_would_oversell(pack: Pack) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        LotBalance.objects.update(held=11)
