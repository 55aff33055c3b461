"""What money does to an order: told by the bank over HTTP, seen on the order's pages."""

import datetime as dt
from collections.abc import Iterator

import pytest
from django.core import mail
from django.test import Client
from oscar.apps.order.models import Order

from catalog.listings.models import Pack
from catalog.orders import ending
from catalog.orders.models import SellerOrder
from marketplace.records import clock, outbox
from payments.models import Attempt, Incident
from tests import database, factories
from tests.catalog import buying
from tests.payments import sending

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def _made(django_db_setup: None, django_db_blocker: object) -> Iterator[int]:
    """An order of two packs; made once for the file."""
    yield from database.lasting(django_db_blocker, ordered)


def ordered() -> int:
    """The key of a guest's order of one unit each."""
    client = Client()
    buying.fill(client, *two_packs())
    buying.place(client)
    return Order.objects.get().pk


def two_packs() -> list[Pack]:
    """Two packs of two cooperatives, ten units each."""
    return [
        factories.pack(factories.cooperative(), units=10, price=89_000),
        factories.pack(factories.cooperative(), units=10, price=180_000),
    ]


@pytest.fixture
def order(_made: int, db: None) -> Order:
    """A guest's order of one unit each, waiting for its money."""
    return Order.objects.get(pk=_made)


@pytest.fixture
def packs(order: Order) -> list[Pack]:
    """The two packs in it."""
    return list(Pack.objects.order_by("pk"))


def states(order: Order) -> list[str]:
    """Where the cooperatives' parts stand."""
    return list(order.seller_orders.values_list("state", flat=True))


def held(packs: list[Pack]) -> list[int]:
    """Units held of each pack."""
    return [factories.balance(pack).held for pack in packs]


def pay(order: Order, amount: int | None = None) -> None:
    """The bank tells of a transfer with the order's memo."""
    attempt = Attempt.objects.get(invoice__reference=order.number)
    answer = sending.post(sending.transfer(attempt.memo, amount or attempt.amount))
    assert answer.status_code == 200
    order.refresh_from_db()


def happened(order: Order) -> list[str]:
    """The steps the buyer sees."""
    return list(order.events.order_by("pk").values_list("what", flat=True))


def test_the_right_transfer_confirms_the_order_and_asks_both_cooperatives(
    order: Order, packs: list[Pack], client: Client
) -> None:
    assert states(order) == ["waiting", "waiting"]

    pay(order)

    assert order.status == "confirmed"
    assert states(order) == ["to_confirm", "to_confirm"]
    assert held(packs) == [1, 1]
    assert happened(order) == ["placed", "paid"]
    page = client.get(f"/o/{order.number}?token={order.placement.token}").content.decode()
    assert "Đã trả" in page or "Paid" in page


def test_letters_go_to_the_buyer_and_to_both_cooperatives(order: Order) -> None:
    pay(order)

    outbox.drain()

    told = sorted((letter.to[0], letter.subject.split(" ")[0]) for letter in mail.outbox)
    assert [to for to, _subject in told].count("thu@example.vn") == 2
    assert len([to for to, _subject in told if to.startswith("htx")]) == 2
    assert outbox.waiting().count() == 0


def test_too_little_money_keeps_the_order_waiting(order: Order) -> None:
    pay(order, 1_000)

    assert order.status == "awaiting_payment"
    assert states(order) == ["waiting", "waiting"]
    assert happened(order) == ["placed", "underpaid"]


def test_two_transfers_add_up(order: Order) -> None:
    total = int(order.total_incl_tax)

    pay(order, 1_000)
    pay(order, total - 1_000)

    assert order.status == "confirmed"
    assert happened(order) == ["placed", "underpaid", "paid"]


def test_too_much_money_confirms_and_the_rest_is_due_for_refund(order: Order) -> None:
    total = int(order.total_incl_tax)

    pay(order, total + 500)

    assert order.status == "confirmed"
    assert list(Incident.objects.values_list("kind", "amount")) == [("refund_due", 500)]


def test_an_order_nobody_paid_gives_its_goods_back(order: Order, packs: list[Pack]) -> None:
    late = order.placement.held_until + dt.timedelta(seconds=1)

    with clock.moved_to(late):
        assert ending.expire_due() == 1
        assert ending.expire_due() == 0

    order.refresh_from_db()
    assert order.status == "expired"
    assert states(order) == ["cancelled", "cancelled"]
    assert held(packs) == [0, 0]
    assert Attempt.objects.get().state == "expired"


def test_late_money_revives_the_order_while_its_goods_are_there(
    order: Order, packs: list[Pack]
) -> None:
    with clock.moved_to(order.placement.held_until + dt.timedelta(seconds=1)):
        ending.expire_due()

    pay(order)

    assert order.status == "confirmed"
    assert states(order) == ["to_confirm", "to_confirm"]
    assert held(packs) == [1, 1]
    assert happened(order) == ["placed", "expired", "revived", "paid"]
    assert not Incident.objects.exists()


def test_late_money_goes_back_when_the_goods_are_sold(order: Order, packs: list[Pack]) -> None:
    with clock.moved_to(order.placement.held_until + dt.timedelta(seconds=1)):
        ending.expire_due()
    other = Client()
    buying.fill(other, packs[0], quantity=10)
    buying.place(other)

    pay_first(order)

    assert order.status == "expired"
    assert states(order) == ["cancelled", "cancelled"]
    assert list(Incident.objects.values_list("kind", "amount")) == [
        ("refund_due", int(order.total_incl_tax))
    ]


def pay_first(order: Order) -> None:
    """The bank tells of the whole sum for this order."""
    attempt = Attempt.objects.filter(invoice__reference=order.number).get()
    sending.post(sending.transfer(attempt.memo, attempt.amount))
    order.refresh_from_db()


def test_a_second_transfer_is_due_for_refund_and_changes_nothing(order: Order) -> None:
    pay(order)
    pay(order)

    assert happened(order) == ["placed", "paid"]
    assert list(Incident.objects.values_list("kind", "amount")) == [
        ("refund_due", int(order.total_incl_tax))
    ]


def test_cash_confirms_at_once_and_waits_for_the_cooperatives(client: Client, order: Order) -> None:
    buying.fill(client, *two_packs())

    answer = buying.place(client, channel="cod")

    cash = Order.objects.exclude(pk=order.pk).get()
    assert answer["Location"].startswith(f"/o/{cash.number}?token=")
    assert cash.status == "confirmed"
    assert states(cash) == ["to_confirm", "to_confirm"]
    part = cash.seller_orders.first()
    assert part is not None
    assert part.confirm_by is not None
    assert part.confirm_by - cash.placement.placed_at >= dt.timedelta(hours=24)


def test_cash_orders_nobody_accepts_end_after_a_day(client: Client, order: Order) -> None:
    packs = two_packs()
    buying.fill(client, *packs)
    buying.place(client, channel="cod")
    cash = Order.objects.exclude(pk=order.pk).get()

    with clock.moved_to(cash.placement.placed_at + dt.timedelta(hours=24, seconds=5)):
        ending.expire_due()

    cash.refresh_from_db()
    assert cash.status == "cancelled"
    assert held(packs) == [0, 0]


def test_the_buyer_cancels_before_anybody_packs(
    order: Order, packs: list[Pack], client: Client
) -> None:
    address = f"/o/{order.number}/cancel?token={order.placement.token}"

    client.post(address)
    client.post(address)

    order.refresh_from_db()
    assert order.status == "cancelled"
    assert held(packs) == [0, 0]
    assert happened(order) == ["placed", "cancelled"]


def test_cancelling_a_paid_order_leaves_its_money_due_for_refund(
    order: Order, client: Client
) -> None:
    pay(order)

    client.post(f"/o/{order.number}/cancel?token={order.placement.token}")

    order.refresh_from_db()
    assert order.status == "cancelled"
    assert list(Incident.objects.values_list("kind", "amount")) == [
        ("refund_due", int(order.total_incl_tax))
    ]


def test_an_accepted_part_cannot_be_cancelled_any_more(order: Order, client: Client) -> None:
    pay(order)
    SellerOrder.objects.filter(order=order).update(state="confirmed")

    client.post(f"/o/{order.number}/cancel?token={order.placement.token}")

    order.refresh_from_db()
    assert order.status == "confirmed"


def test_the_buyer_changes_from_transfer_to_cash(order: Order, client: Client) -> None:
    address = f"/o/{order.number}/pay/ways?token={order.placement.token}"
    assert client.get(address).status_code == 200

    client.post(address, {"channel": "cod"})

    order.refresh_from_db()
    assert order.status == "confirmed"
    assert states(order) == ["to_confirm", "to_confirm"]
    assert Attempt.objects.filter(channel="cod").count() == 1


def test_the_waiting_page_is_told_when_the_money_is_here(order: Order, client: Client) -> None:
    address = f"/o/{order.number}/pay/status?token={order.placement.token}"

    waiting = client.get(address)
    again = client.get(address, headers={"If-None-Match": waiting["ETag"]})
    pay(order)
    paid = client.get(address, headers={"If-None-Match": waiting["ETag"]})

    assert waiting.json() == {"state": "pending", "received": 0}
    assert again.status_code == 304
    assert paid.json()["state"] == "captured"
