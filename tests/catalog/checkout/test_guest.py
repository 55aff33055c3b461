"""A guest buys from two cooperatives, without an account and without JavaScript."""

import pytest
from django.test import Client
from oscar.apps.order.models import Order

from tests import factories
from tests.catalog import buying

pytestmark = pytest.mark.django_db


def test_guest_orders_from_two_cooperatives_and_is_shown_what_to_pay(
    client: Client,
) -> None:
    longan = factories.pack(factories.cooperative("HTX Nắng"), price=89_000)
    tea = factories.pack(factories.cooperative("HTX Sương"), price=180_000)
    buying.fill(client, longan, tea, quantity=2)

    answer = buying.place(client)

    order = Order.objects.get()
    assert order.status == "awaiting_payment"
    assert answer.status_code == 302
    assert answer["Location"] == f"/o/{order.number}/pay?token={order.placement.token}"
    parts = list(order.seller_orders.all())
    assert [part.goods for part in parts] == [178_000, 360_000]
    assert sum(part.total for part in parts) == order.total_incl_tax
    page = client.get(answer["Location"])
    assert page.status_code == 200
