"""A cooperative says where it takes cash at the door; buyers elsewhere pay beforehand."""

from __future__ import annotations

import pytest
from django.test import Client

from catalog.cooperatives import cashterms
from catalog.orders.models import SellerOrder
from marketplace.records.models import AuditEntry
from tests import factories
from tests.catalog import buying
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db
ADDRESS = "/sell/cooperative/cash/"


@pytest.fixture
def seller():
    """A cooperative with goods."""
    return factories.cooperative("HTX Nắng", owner=factories.user())


def told(seller, **terms: object) -> int:
    """The owner says so on the page; the answer's status."""
    return int(hands.member(seller).post(ADDRESS, terms).status_code)


def offered(seller, **address: str) -> tuple[Client, str]:
    """A buyer's priced checkout."""
    buyer = Client()
    buying.fill(buyer, factories.pack(seller, price=100_000))
    return buyer, buying.price(buyer, **address)


def home(seller) -> dict[str, str]:
    """A buyer in the cooperative's own commune."""
    place = seller.commune
    return {"province": place.province.code, "commune": place.full_name}


def test_cash_is_taken_everywhere_until_somebody_says_otherwise(seller):
    buyer, page = offered(seller)

    assert buyer.post("/checkout/", buying.form(page, channel="cod")).status_code == 302


@pytest.mark.parametrize("reach", ["nowhere", "province"])
def test_a_buyer_elsewhere_pays_beforehand(seller, reach):
    assert told(seller, reach=reach) == 302
    buyer, page = offered(seller)

    assert "HTX Nắng" in page
    assert "không thu tiền mặt" in page
    assert buyer.post("/checkout/", buying.form(page, channel="cod")).status_code in (409, 422)
    assert not SellerOrder.objects.exists()
    assert buyer.post("/checkout/", buying.form(page, channel="vietqr")).status_code == 302


def test_communes_that_are_named_may_pay_at_the_door(seller):
    assert told(seller, reach="communes") == 422
    assert told(seller, reach="communes", communes=[seller.commune.code]) == 302

    assert "không thu tiền mặt" not in offered(seller, **home(seller))[1]
    assert "không thu tiền mặt" in offered(seller)[1]


def test_a_parcel_above_its_own_cap_is_paid_beforehand(seller):
    assert told(seller, reach="everywhere", most="100000") == 302

    assert "không thu tiền mặt" in offered(seller)[1]  # goods and delivery are more


def test_one_cooperative_that_takes_none_is_enough(seller):
    cashterms.change(seller.pk, reach="nowhere", communes=[], most=None, by=factories.user())
    other = factories.cooperative("HTX Mây", owner=factories.user())
    buyer = Client()
    buying.fill(buyer, factories.pack(seller), factories.pack(other))

    assert "HTX Nắng" in buying.price(buyer)


def test_an_order_that_waits_for_money_cannot_change_to_cash_either(seller):
    order = hands.ordered(factories.pack(seller), channel="cod")
    assert order.status == "confirmed"
    cashterms.change(seller.pk, reach="nowhere", communes=[], most=None, by=factories.user())
    buyer, page = offered(seller)
    placed = buyer.post("/checkout/", buying.form(page, channel="vietqr"))
    ways = placed["Location"].replace("/pay", "/pay/ways")

    assert "không thu tiền mặt" in buyer.get(ways, follow=True).content.decode()


def test_changing_it_is_written_down_and_only_the_owner_may(seller):
    told(seller, reach="nowhere")
    assert AuditEntry.objects.filter(what="cooperative.cash").count() == 1
    told(seller, reach="nowhere")
    assert AuditEntry.objects.filter(what="cooperative.cash").count() == 1
    assert hands.member(seller, "seller").post(ADDRESS, {"reach": "everywhere"}).status_code == 403
