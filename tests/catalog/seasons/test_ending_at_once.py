"""Orders of several coming harvests that end in the same moment, on PostgreSQL."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections
from django.test import Client
from oscar.apps.order.models import Order

from catalog.listings.models import Pack
from catalog.orders import ending
from catalog.seasons.models import PreOrder
from tests import factories
from tests.catalog import buying
from tests.catalog.seasons import opening
from tests.marketplace.workspace import hands

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
ROUNDS = 8


def at_once(deeds: list[Callable[[], object]]) -> None:
    """Run deeds in threads that start together; what one raises is raised here."""
    gate = Barrier(len(deeds))

    def run(deed: Callable[[], object]) -> None:
        try:
            gate.wait(timeout=20)
            deed()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(deeds)) as pool:
        for future in [pool.submit(run, deed) for deed in deeds]:
            future.result()


def ordered(packs: list[Pack]) -> str:
    """The number of an order for one unit of each pack, in this order."""
    client = Client()
    buying.fill(client, *packs)
    assert buying.place(client, channel="cod").status_code == 302
    return Order.objects.latest("pk").number


def test_orders_of_the_same_harvests_in_opposite_order_end_without_blocking_each_other() -> None:
    packs = [factories.pack(units=0) for _ in range(2)]
    for pack in packs:
        opening.window(pack)
    for _ in range(ROUNDS):
        numbers = [ordered(packs), ordered(packs[::-1])]

        at_once([lambda number=number: ending.cancel(number) for number in numbers])

    assert not PreOrder.objects.filter(state__in=PreOrder.LIVING).exists()
    assert [opening.offer(pack).ordered for pack in packs] == [0, 0]
    assert hands.broken() == []
