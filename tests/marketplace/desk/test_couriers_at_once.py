"""A courier's file is taken while other parcels of its orders are sent."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest
from django.db import OperationalError, connections, transaction

from catalog.orders import sending as sending_out
from catalog.orders.models import SellerOrder
from catalog.shipping.models import Lane
from marketplace.desk.money import taking
from payments import couriers, invoicing
from payments.models import BankFile
from tests import factories
from tests.marketplace.workspace import hands
from tests.payments.conftest import broken

pytestmark = pytest.mark.django_db(transaction=True)
HEAD = "Bảng kê thu hộ\nMã vận đơn,Tiền thu hộ,Phí thu hộ\n"


def two_parcels() -> tuple[SellerOrder, SellerOrder]:
    """One cash order of two sellers: the first parcel is on the road, the second is packed."""
    sold = [factories.pack(factories.cooperative(owner=factories.user())) for _ in range(2)]
    order = hands.ordered(*sold, channel="cod")
    first, second = (hands.parcel(order, one) for one in sold)
    for part in (first, second):
        hands.pack(hands.member(part.cooperative), part)
    hands.tap(hands.member(first.cooperative), first, "ship")
    return first, second


def in_thread(work: Callable[[], object], failed: list[Exception]) -> threading.Thread:
    """Start the work beside the test; what the database refuses is kept in `failed`."""

    def run() -> None:
        try:
            work()
        except OperationalError as error:
            failed.append(error)
        finally:
            connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def begun(part: SellerOrder, courier: str) -> BankFile:
    """The courier's file that tells of this parcel, ready to be taken."""
    clerk = factories.user()
    text = f"{HEAD}{part.number},{part.owed},0\n".encode()
    file = taking.bring(f"courier:{courier}", "f.csv", text, by=clerk)
    taking.begin(file.pk, by=clerk)
    return file


def test_a_parcel_of_the_same_order_may_be_sent_while_a_file_is_taken():
    """The file waits for an order whose other parcel is being entrusted to the same courier."""
    courier = couriers.add("Xe Mường", by=factories.user())
    Lane.objects.update(courier=courier)
    first, second = two_parcels()
    file = begun(first, courier.code)
    seller, number = factories.user(), second.order.number
    holds, goes_on = threading.Event(), threading.Event()
    failed: list[Exception] = []

    def send() -> None:
        with transaction.atomic():
            invoicing.lock(number)
            holds.set()
            goes_on.wait(10)
            sending_out.ship(second.pk, by=seller)

    sender = in_thread(send, failed)
    assert holds.wait(10)
    taker = in_thread(lambda: taking.take(file.pk), failed)
    time.sleep(1)  # until the file has its courier and waits for the order
    goes_on.set()
    sender.join()
    taker.join()

    assert failed == []
    assert (hands.state(first), hands.state(second)) == ("delivered", "shipped")
    assert broken() == []
