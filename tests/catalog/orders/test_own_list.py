"""A buyer's own list says of each order what its own page says, and asks as much for many."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from oscar.apps.order.models import Order

from marketplace.design.formats import dong
from tests import factories
from tests.catalog import buying
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db


def read(buyer: Client) -> tuple[str, int]:
    """The list as it is shown, and how many questions it asked."""
    with CaptureQueriesContext(connection) as asked:
        page = buyer.get("/account/orders/").content.decode()
    return page, len(asked)


def test_an_order_packed_lighter_is_listed_with_what_is_owed() -> None:
    pack = factories.pack(units=10, price=89_000)
    buyer = Client()
    buyer.force_login(factories.user())
    for quantity in (2, 1):
        buying.fill(buyer, pack, quantity=quantity)
        buying.place(buyer, channel="cod")
    order = Order.objects.earliest("pk")
    _, asked_of_two = read(buyer)

    hands.weigh(hands.member(pack.listing.cooperative), hands.parcel(order), "3.800")

    part = hands.parcel(order)
    assert part.owed < part.total
    listed, asked_of_lighter = read(buyer)
    assert dong(part.owed) in listed
    assert dong(part.total) not in listed
    assert dong(part.owed) in buyer.get(f"/o/{order.number}").content.decode()
    buying.fill(buyer, pack)
    buying.place(buyer, channel="cod")
    assert asked_of_two == asked_of_lighter == read(buyer)[1]
