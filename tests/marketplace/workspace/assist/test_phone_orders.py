"""An order typed in for a buyer is the buyer's, and says that somebody helped."""

import pytest

from catalog.models import Placement
from marketplace.records import audit
from tests import factories
from tests.marketplace.workspace.assist.hands import acting, give

pytestmark = pytest.mark.django_db


def phoned(pack, **facts) -> dict[str, str]:
    """The form of an order by phone."""
    commune = factories.commune()
    return {
        f"pack-{pack.pk}": "2",
        "name": "Bà Khách",
        "phone": "0912345678",
        "email": "",
        "province": commune.province.code,
        "commune": commune.full_name,
        "street": "Bản Mòn",
        "note": "",
        "channel": "cod",
        "key": "khoa-mot-lan",
        **facts,
    }


def total(answer) -> str:
    """The total told to the buyer."""
    return answer.content.decode().partition('name="expected_total" value="')[2].partition('"')[0]


def test_helper_orders_for_a_buyer_and_the_order_says_that_somebody_helped(seller, helper, owner):
    client = acting(helper, give(seller, helper, owner, "orders"))
    pack = factories.pack(seller, price=89_000)
    told = total(client.post("/sell/orders/new/", phoned(pack)))
    assert int(told) > 178_000
    assert not Placement.objects.exists()

    facts = phoned(pack, expected_total=told, consent="on", place="1")
    assert client.post("/sell/orders/new/", facts).status_code == 302
    assert client.post("/sell/orders/new/", facts).status_code == 302

    placement = Placement.objects.get()
    assert placement.source == "assisted"
    assert {line.source for line in placement.order.seller_orders.get().lines.all()} == {"assisted"}
    assert placement.order.user is None
    assert placement.phone == "+84912345678"
    entry = audit.of(placement.order).get(what="order.placed")
    assert entry.by == helper
    assert entry.on_behalf_of == f"catalog.cooperative:{seller.pk}"
    assert entry.after == {"status": "confirmed", "source": "assisted"}


def test_order_for_a_buyer_needs_the_buyers_yes_and_the_total_that_was_told(seller, helper, owner):
    client = acting(helper, give(seller, helper, owner, "orders"))
    pack = factories.pack(seller)
    told = total(client.post("/sell/orders/new/", phoned(pack)))

    unasked = client.post("/sell/orders/new/", phoned(pack, expected_total=told, place="1"))
    other = client.post(
        "/sell/orders/new/", phoned(pack, expected_total="1", consent="on", place="1")
    )

    assert (unasked.status_code, other.status_code) == (422, 409)
    assert not Placement.objects.exists()


def test_only_goods_of_the_own_stall_can_be_ordered_for_a_buyer(seller, helper, owner):
    client = acting(helper, give(seller, helper, owner, "orders"))
    factories.pack(seller)
    foreign = factories.pack()

    answer = client.post("/sell/orders/new/", phoned(foreign))

    assert answer.status_code == 422
    assert not Placement.objects.exists()


def test_more_than_is_left_is_refused_in_words(seller, helper, owner):
    client = acting(helper, give(seller, helper, owner, "orders"))
    pack = factories.pack(seller, units=1)

    assert client.post("/sell/orders/new/", phoned(pack)).status_code == 409
