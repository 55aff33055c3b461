"""One cooperative does not take its part: the rest of the order goes on, and every sum is right."""

import pytest
from django.test import Client
from oscar.apps.order.models import Order

from catalog.listings.models import Pack
from catalog.orders import ending
from marketplace.records import invariants
from payments.models import Attempt, Incident, Invoice
from tests import factories
from tests.catalog import buying
from tests.payments import sending

pytestmark = pytest.mark.django_db


@pytest.fixture
def packs() -> list[Pack]:
    """Two packs of two cooperatives."""
    return [factories.pack(factories.cooperative(), units=10) for _ in range(2)]


def ordered(client: Client, packs: list[Pack], channel: str) -> Order:
    """A guest's order of one unit each."""
    buying.fill(client, *packs)
    buying.place(client, channel=channel)
    return Order.objects.get()


def states(order: Order) -> list[str]:
    """Where the cooperatives' parts stand."""
    return list(order.seller_orders.order_by("pk").values_list("state", flat=True))


def broken() -> list[str]:
    """The sentences about the whole market that are not true."""
    return [finding.name for finding in invariants.check() if finding.count]


def test_the_other_parcel_of_a_cash_order_goes_on(client: Client, packs: list[Pack]) -> None:
    order = ordered(client, packs, "cod")
    first, second = order.seller_orders.order_by("pk")

    assert ending.decline(first.pk) is True
    assert ending.decline(first.pk) is False

    order.refresh_from_db()
    assert (order.status, states(order)) == ("confirmed", ["cancelled", "to_confirm"])
    assert [factories.balance(pack).held for pack in packs] == [0, 1]
    assert Invoice.objects.get().total == second.total
    assert broken() == []


def test_money_paid_for_the_part_is_due_for_refund(client: Client, packs: list[Pack]) -> None:
    order = ordered(client, packs, "vietqr")
    attempt = Attempt.objects.get()
    sending.post(sending.transfer(attempt.memo, attempt.amount))
    first = order.seller_orders.order_by("pk").first()
    assert first is not None

    ending.decline(first.pk)

    assert states(order) == ["cancelled", "to_confirm"]
    assert list(Incident.objects.values_list("kind", "amount")) == [("refund_due", first.total)]
    assert broken() == []
