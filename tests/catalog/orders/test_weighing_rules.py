"""What a scale may say: the price rule, the database's constraints, the sentences about sums."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from catalog.listings.models import Pack
from catalog.orders import weighing
from catalog.orders.models import SellerOrderLine
from marketplace.records.models import AuditEntry
from tests import factories
from tests.marketplace.workspace import hands

PRICE, GRAMS = 89_000, 2_000  # of one unit


@pytest.fixture
def seller(pack: Pack) -> Client:
    """Its owner's browser."""
    return hands.member(pack.listing.cooperative)


@pytest.fixture
def pack(db: None) -> Pack:
    """Boxes of two kilograms."""
    return factories.pack(factories.cooperative(owner=factories.user()), units=10, price=PRICE)


def test_apps_read_weight_and_what_is_off(pack: Pack, seller: Client) -> None:
    order = hands.ordered(pack, channel="vietqr")
    hands.weigh(seller, hands.parcel(order), "1900")

    answer = (
        Client()
        .get(f"/api/v1/orders/{order.number}", headers={"Order-Token": order.placement.token})
        .json()
    )

    assert (answer["lines"][0]["packed_g"], answer["lines"][0]["lighter"]) == (1_900, 4_450)
    assert answer["seller_orders"][0]["lighter"] == 4_450


def test_it_is_written_down_who_weighed_it(pack: Pack, seller: Client) -> None:
    part = hands.parcel(hands.ordered(pack, channel="vietqr"))
    hands.weigh(seller, part, "1900")

    entry = AuditEntry.objects.get(what="seller_order_line.weighed")

    assert entry.before == {"weight_g": GRAMS, "price": PRICE}
    assert entry.after == {"weight_g": 1_900, "price": PRICE - 4_450}
    assert entry.by_id is not None


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        (
            "UPDATE catalog_sellerorder SET lighter = lighter + 1",
            {"order_part_is_as_light_as_its_lines", "order_packed_lighter_costs_less"},
        ),
        (
            "UPDATE payments_incident SET amount = amount - 1",
            {"order_packed_lighter_costs_less"},
        ),
        (
            "UPDATE payments_invoiceline SET waived = waived + 1 WHERE line_ref LIKE 'line-%'",
            {"order_packed_lighter_costs_less", "invoice_lines_make_its_total"},
        ),
    ],
)
def test_sums_that_differ_are_found(pack: Pack, seller: Client, wrong: str, name: set[str]) -> None:
    part = hands.parcel(hands.ordered(pack, channel="vietqr"))
    hands.weigh(seller, part, "1900")
    assert hands.broken() == []

    with connection.cursor() as cursor:
        cursor.execute(wrong)

    assert name <= set(hands.broken())


@pytest.mark.parametrize(
    ("packed_g", "lighter"), [(None, 1), (GRAMS, 1), (1_900, PRICE + 1), (0, 0)]
)
def test_the_database_knows_what_a_scale_can_say(
    pack: Pack, packed_g: int | None, lighter: int
) -> None:
    hands.ordered(pack)

    with pytest.raises(IntegrityError), transaction.atomic():
        SellerOrderLine.objects.update(packed_g=packed_g, lighter=lighter)


@given(
    price=st.integers(0, 10**9),
    ordered=st.integers(1, 10**7),
    packed=st.integers(1, 10**7),
    more=st.integers(0, 10**6),
)
def test_the_price_follows_the_weight(price: int, ordered: int, packed: int, more: int) -> None:
    """Never more than agreed, never falling as the weight grows, within half a đồng of the part."""
    cost = weighing.final(price, ordered, packed)

    assert 0 <= cost <= price
    assert cost <= weighing.final(price, ordered, packed + more)
    if packed <= ordered:
        assert abs(2 * cost * ordered - 2 * price * packed) <= ordered
    else:
        assert cost == price
