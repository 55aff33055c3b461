"""A cooperative gives an order back: goods, money, the other parcels and the buyer's page."""

import pytest
from django.core import mail
from django.test import Client

from catalog.listings.models import Pack
from catalog.orders.models import PackedLot, SellerOrder
from catalog.stock.models import LotBalance, StockMovement
from catalog.traceability.models import Box
from marketplace.design import formats
from marketplace.records import outbox
from payments.models import Attempt, Incident, Invoice
from tests import factories
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db


@pytest.fixture
def packs() -> list[Pack]:
    """Packs of two cooperatives, ten units each."""
    return [
        factories.pack(factories.cooperative(), units=10, price=89_000),
        factories.pack(factories.cooperative(), units=10, price=180_000),
    ]


@pytest.fixture
def sellers(packs: list[Pack]) -> list[Client]:
    """The owners of both cooperatives."""
    return [hands.member(pack.listing.cooperative) for pack in packs]


def give_back(client: Client, part: SellerOrder) -> int:
    """Read the question and answer yes."""
    asked = client.get(f"/sell/orders/{part.number}/refuse/")
    assert asked.status_code == 200
    part.refresh_from_db()
    assert f'name="opened" value="{part.state}"' in asked.content.decode()
    return int(hands.tap(client, part, "refuse", opened=part.state).status_code)


def numbers() -> list[tuple[int, int, int]]:
    """Received, held and sold of every balance."""
    return list(LotBalance.objects.order_by("pk").values_list("received", "held", "sold"))


def refunds() -> list[tuple[str, int]]:
    """What is due for refund, and why."""
    return list(Incident.objects.filter(kind="refund_due").values_list("reason", "amount"))


def test_a_paid_part_goes_back_with_its_money_and_the_other_one_comes(
    packs: list[Pack], sellers: list[Client]
) -> None:
    order = hands.ordered(*packs, channel="vietqr")
    gone, stays = (hands.parcel(order, pack) for pack in packs)

    assert give_back(sellers[0], gone) == 302
    hands.send(sellers[1], stays)

    assert (hands.state(gone), hands.state(stays)) == ("cancelled", "delivered")
    assert hands.status(order) == "delivered"
    assert refunds() == [("part_cancelled", gone.total)]
    assert numbers() == [(10, 0, 0), (10, 0, 1)]
    assert hands.broken() == []


def test_giving_back_the_last_part_ends_the_order(packs: list[Pack], sellers: list[Client]) -> None:
    order = hands.ordered(*packs, channel="vietqr")

    for seller, pack in zip(sellers, packs, strict=True):
        give_back(seller, hands.parcel(order, pack))

    assert hands.status(order) == "cancelled"
    assert sum(amount for _reason, amount in refunds()) == int(order.total_incl_tax)
    assert numbers() == [(10, 0, 0), (10, 0, 0)]
    assert hands.broken() == []


@pytest.mark.parametrize("channel", ["cod", "vietqr"])
def test_a_packed_part_is_unpacked_and_its_labels_are_void(
    packs: list[Pack], sellers: list[Client], channel: str
) -> None:
    order = hands.ordered(*packs, quantity=2, channel=channel)
    gone, stays = (hands.parcel(order, pack) for pack in packs)
    hands.pack(sellers[0], gone)
    hands.pack(sellers[1], stays)

    assert give_back(sellers[0], gone) == 302

    assert numbers() == [(10, 0, 0), (10, 0, 2)]
    boxes = Box.objects.filter(reference=gone.number)
    assert list(boxes.values_list("state", flat=True)) == ["void", "void"]
    assert PackedLot.objects.filter(line__seller_order=gone).count() == 0
    kinds = StockMovement.objects.filter(balance__pack=packs[0]).order_by("pk")
    assert list(kinds.values_list("kind", "quantity"))[-1] == ("returned", 2)
    assert sellers[0].get(f"/sell/orders/{gone.number}/labels.pdf").status_code == 404
    page = Client().get(f"/t/{boxes[0].code}").content.decode()
    assert 'class="v bad"' in page
    assert packs[0].listing.shelf.available == 10
    assert hands.status(order) == "packing"
    assert hands.broken() == []


def test_the_last_packed_part_is_unpacked_too(packs: list[Pack], sellers: list[Client]) -> None:
    order = hands.ordered(packs[0], channel="vietqr")
    part = hands.parcel(order)
    hands.pack(sellers[0], part)

    give_back(sellers[0], part)

    assert hands.status(order) == "cancelled"
    assert numbers()[0] == (10, 0, 0)
    assert Box.objects.get().state == "void"
    assert refunds() == [("closed_with_money", part.total)]
    assert hands.broken() == []


def test_the_order_follows_when_its_slowest_part_is_gone(
    packs: list[Pack], sellers: list[Client]
) -> None:
    order = hands.ordered(*packs)
    slow, quick = (hands.parcel(order, pack) for pack in packs)
    hands.pack(sellers[1], quick)
    hands.tap(sellers[1], quick, "ship")

    give_back(sellers[0], slow)

    assert hands.status(order) == "shipped"


@pytest.mark.parametrize("delivered_first", [True, False])
def test_cash_is_asked_for_the_parcels_that_come(
    packs: list[Pack], sellers: list[Client], delivered_first: bool
) -> None:
    order = hands.ordered(*packs)
    gone, stays = (hands.parcel(order, pack) for pack in packs)

    if delivered_first:
        hands.send(sellers[1], stays)
        give_back(sellers[0], gone)
    else:
        give_back(sellers[0], gone)
        hands.send(sellers[1], stays)

    cash = Attempt.objects.get()
    assert (cash.received, cash.state) == (stays.total, "captured")
    assert Invoice.objects.get().covered_at is not None
    assert hands.status(order) == "delivered"
    assert refunds() == []
    assert list(order.events.values_list("what", flat=True)).count("paid") == 1
    assert hands.broken() == []


def test_the_buyer_sees_what_comes_and_what_is_to_pay(
    packs: list[Pack], sellers: list[Client]
) -> None:
    order = hands.ordered(*packs)
    gone, stays = (hands.parcel(order, pack) for pack in packs)
    give_back(sellers[0], gone)
    token = order.placement.token

    page = Client().get(f"/en/o/{order.number}?token={token}").content.decode()
    receipt = Client().get(f"/en/o/{order.number}/receipt?token={token}").content.decode()

    for shown in (page, receipt):
        assert formats.dong(stays.total) in shown
        assert formats.dong(gone.total + stays.total) not in shown
    assert packs[0].listing.cooperative.legal_name not in receipt
    assert packs[1].listing.cooperative.legal_name in receipt


def test_the_buyer_of_a_paid_order_sees_what_goes_back(
    packs: list[Pack], sellers: list[Client]
) -> None:
    order = hands.ordered(*packs, channel="vietqr")
    gone, stays = (hands.parcel(order, pack) for pack in packs)
    give_back(sellers[0], gone)

    address = f"/en/o/{order.number}?token={order.placement.token}"
    page = Client().get(address).content.decode()

    assert f"−{formats.dong(gone.total)}" in page
    assert formats.dong(stays.total) in page


def test_a_second_tap_gives_back_once(packs: list[Pack], sellers: list[Client]) -> None:
    part = hands.parcel(hands.ordered(*packs, channel="vietqr"), packs[0])

    for _ in range(2):
        assert hands.tap(sellers[0], part, "refuse", opened="to_confirm").status_code == 302

    assert len(refunds()) == 1
    assert list(part.events.values_list("what", flat=True)) == ["cancelled"]
    assert sellers[0].get(f"/sell/orders/{part.number}/refuse/").status_code == 302


@pytest.mark.parametrize("opened", ["", "packed", "cancelled", "x"])
def test_an_answer_to_an_old_question_changes_nothing(
    packs: list[Pack], sellers: list[Client], opened: str
) -> None:
    part = hands.parcel(hands.ordered(packs[0]))

    answer = hands.tap(sellers[0], part, "refuse", opened=opened)

    assert answer.status_code == 409
    assert hands.state(part) == "to_confirm"


def test_what_is_on_the_road_is_not_given_back(packs: list[Pack], sellers: list[Client]) -> None:
    part = hands.parcel(hands.ordered(packs[0]))
    hands.pack(sellers[0], part)
    hands.tap(sellers[0], part, "ship")

    assert hands.tap(sellers[0], part, "refuse", opened="shipped").status_code == 409
    assert hands.state(part) == "shipped"
    assert f"/sell/orders/{part.number}/refuse/" not in hands.page(sellers[0], part)


def test_the_buyer_is_told_of_the_part_that_does_not_come(
    packs: list[Pack], sellers: list[Client]
) -> None:
    order = hands.ordered(*packs, channel="vietqr")
    part = hands.parcel(order, packs[0])
    outbox.drain()
    mail.outbox.clear()

    give_back(sellers[0], part)
    outbox.drain()

    (letter,) = mail.outbox
    assert letter.to == ["thu@example.vn"]
    assert packs[0].listing.cooperative.name in letter.body
    assert formats.dong(part.total) in letter.body
