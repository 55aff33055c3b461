"""The cooperative's verbs without pages: what they refuse, and what never happens twice."""

import pytest
from django.test import Client

from catalog.orders import accepting, packing, sending
from catalog.orders.models import PackedLot, SellerOrder
from catalog.orders.refusals import MoveRefused
from catalog.stock.refusals import OutOfStock
from catalog.traceability.models import Box, Event
from marketplace.people.models import User
from marketplace.records import clock
from marketplace.records.models import AuditEntry
from payments.models import Attempt, Incident
from tests import factories
from tests.catalog import buying
from tests.marketplace.workspace import hands
from tests.payments import sending as bank

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker() -> User:
    """Somebody of the cooperative."""
    return factories.user()


@pytest.fixture
def part(worker: User) -> SellerOrder:
    """An accepted part of four units."""
    part = hands.parcel(hands.ordered(factories.pack(units=10), quantity=4))
    return accepting.accept(part.pk, called=True, by=worker)


def test_money_that_came_otherwise_is_not_collected_again(worker: User) -> None:
    """The buyer changes from transfer to cash, and the transfer was on its way already."""
    client, pack = Client(), factories.pack(units=10)
    buying.fill(client, pack)
    buying.place(client)
    part = pack.listing.cooperative.seller_orders.get()
    order, transfer = part.order, Attempt.objects.get()
    client.post(f"/o/{order.number}/pay/ways?token={order.placement.token}", {"channel": "cod"})
    assert bank.post(bank.transfer(transfer.memo, part.total)).status_code == 200
    seller = hands.member(pack.listing.cooperative)

    hands.pack(seller, part)
    hands.tap(seller, part, "ship")
    assert 'class="badge warn"' not in hands.page(seller, part)
    hands.tap(seller, part, "deliver")

    assert hands.state(part) == "delivered"
    assert sum(Attempt.objects.values_list("received", flat=True)) == part.total
    assert not Incident.objects.exists()
    assert hands.broken() == []


@pytest.mark.parametrize("units", [3, 5, 0])
def test_other_units_than_were_ordered_are_refused(
    part: SellerOrder, worker: User, units: int
) -> None:
    line = part.lines.get()
    lot = packing.suggested(part)[line.pk].popitem()[0]
    wrong = {line.pk: {lot: units, lot + 1: 4 - units - 1}}

    with pytest.raises(packing.WrongUnits):
        packing.pack(part.pk, wrong, by=worker)

    assert hands.state(part) == "confirmed"
    assert not PackedLot.objects.exists()


def test_less_than_nothing_is_never_taken_from_a_lot(part: SellerOrder, worker: User) -> None:
    line = part.lines.get()
    lot = packing.suggested(part)[line.pk].popitem()[0]

    with pytest.raises(packing.WrongUnits):
        packing.pack(part.pk, {line.pk: {lot: 5, lot + 1: -1}}, by=worker)


def test_a_lot_of_other_goods_holds_nothing_for_the_line(part: SellerOrder, worker: User) -> None:
    foreign = factories.balance(factories.pack(units=10)).lot_id
    line = part.lines.get()

    with pytest.raises(OutOfStock):
        packing.pack(part.pk, {line.pk: {foreign: 4}}, by=worker)

    assert hands.state(part) == "confirmed"
    assert not Box.objects.exists()


def test_each_step_is_written_down_with_who_took_it(part: SellerOrder, worker: User) -> None:
    packing.pack(part.pk, {}, by=worker)
    sending.ship(part.pk, tracking="VTP 1", by=worker)
    sending.deliver(part.pk, by=worker)

    rows = AuditEntry.objects.filter(what__startswith="seller_order.").order_by("pk")
    assert [row.what for row in rows] == [
        "seller_order.confirmed",
        "seller_order.packed",
        "seller_order.shipped",
        "seller_order.delivered",
    ]
    assert {row.by for row in rows} == {worker}
    assert {event.by for event in part.events.all()} == {worker}


def test_the_log_tells_the_way_of_the_goods_and_the_day_they_were_sold(
    part: SellerOrder, worker: User
) -> None:
    packing.pack(part.pk, {}, by=worker)
    sending.ship(part.pk, by=worker)
    sending.deliver(part.pk, by=worker)

    events = Event.objects.filter(reference=part.number).order_by("pk")
    assert [event.kind for event in events] == ["packing", "shipping", "delivery"]
    placed_at = part.order.placement.placed_at
    assert set(Box.objects.values_list("sold_on", flat=True)) == {clock.local_day(placed_at)}


def test_steps_back_are_refused(part: SellerOrder, worker: User) -> None:
    packing.pack(part.pk, {}, by=worker)
    sending.ship(part.pk, by=worker)

    with pytest.raises(MoveRefused):
        accepting.accept(part.pk, called=True, by=worker)
    with pytest.raises(MoveRefused):
        packing.pack(part.pk, {}, by=worker)
    assert hands.state(part) == "shipped"
