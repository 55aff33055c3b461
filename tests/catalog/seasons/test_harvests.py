"""When the harvest comes in: who is served, who is told, who gets the money back."""

import pytest
from django.core import mail
from django.test import Client
from oscar.apps.order.models import Order

from catalog.listings.models import Pack
from catalog.orders import ending
from catalog.orders.tasks import expire
from catalog.seasons.models import PreOrder
from catalog.seasons.tasks import finish
from marketplace.records import clock
from payments.models import Incident
from tests.catalog import buying
from tests.catalog.seasons import opening
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db


def states() -> list[tuple[str, int]]:
    """What became of every pre-order, and how many units it got."""
    return list(PreOrder.objects.order_by("at").values_list("state", "filled"))


def test_the_harvest_serves_first_who_ordered_first(pack: Pack) -> None:
    orders = [hands.ordered(pack, quantity=4) for _ in range(2)]

    with clock.moved_to(opening.later(21)):
        opening.bring_in(pack, 6)

        assert states() == [("ready", 4), ("waiting", 2)]
        opening.bring_in(pack, 5)
        assert states() == [("ready", 4), ("ready", 4)]
        opening.deliver_messages()

    assert pack.listing.shelf.available == 3
    for order in orders:
        part = order.seller_orders.get()
        assert part.harvested_at is not None
        assert (part.confirm_by - opening.later(21)).total_seconds() == pytest.approx(
            86_400, abs=60
        )
    assert hands.broken() == []


def test_its_buyer_is_told_that_the_harvest_has_come_in(pack: Pack) -> None:
    order = hands.ordered(pack)
    opening.deliver_messages()
    mail.outbox.clear()

    with clock.moved_to(opening.later(21)):
        opening.bring_in(pack, 5)
        opening.deliver_messages()
        opening.deliver_messages()

    assert [one.subject for one in mail.outbox] == [f"Đơn {order.number}: vụ hái đã về"]


def test_nothing_is_packed_before_it_is_picked(pack: Pack) -> None:
    order = hands.ordered(pack)
    seller, part = hands.member(pack.listing.cooperative), hands.parcel(order)
    assert hands.tap(seller, part, "accept").status_code == 302

    shown = hands.page(seller, part)
    refused = hands.tap(seller, part, "pack")

    assert "Thu hoạch" in shown
    assert refused.status_code in (409, 422)
    assert hands.state(part) == "confirmed"
    with clock.moved_to(opening.later(21)):
        opening.bring_in(pack, 5)
        opening.deliver_messages()
        seller = hands.member(pack.listing.cooperative)
        assert hands.tap(seller, part, "pack", **hands.lots(seller, part)).status_code == 302
    assert hands.broken() == []


def test_cash_orders_wait_for_their_harvest_unanswered(pack: Pack) -> None:
    order = hands.ordered(pack)

    with clock.moved_to(opening.later(29)):
        expire()
    assert hands.status(order) == "confirmed"

    with clock.moved_to(opening.later(32)):
        expire()
    assert hands.status(order) == "cancelled"
    assert opening.offer(pack).ordered == 0
    assert hands.broken() == []


def test_what_is_not_paid_goes_back_to_the_window(pack: Pack) -> None:
    client = Client()
    buying.fill(client, pack, quantity=7)
    buying.place(client, channel="vietqr")
    assert opening.offer(pack).ordered == 7

    with clock.moved_to(opening.later(1)):
        assert expire() == 1
        assert expire() == 0

    assert opening.offer(pack).ordered == 0
    assert states() == [("given_back", 0)]
    assert hands.broken() == []


def test_units_given_back_go_to_who_waits(pack: Pack) -> None:
    first, second = hands.ordered(pack, quantity=5), hands.ordered(pack, quantity=5)
    with clock.moved_to(opening.later(21)):
        opening.bring_in(pack, 5)
        assert states() == [("ready", 5), ("waiting", 0)]

        ending.cancel(first.number)

        assert states() == [("given_back", 0), ("ready", 5)]
    assert second.seller_orders.get().state == "to_confirm"
    assert hands.broken() == []


def test_who_gets_nothing_is_told_and_his_money_is_due_for_refund(pack: Pack) -> None:
    lucky = hands.ordered(pack, quantity=4, channel="vietqr")
    unlucky = hands.ordered(pack, quantity=4, channel="vietqr")
    small = hands.ordered(pack, quantity=2, channel="vietqr")
    opening.deliver_messages()
    mail.outbox.clear()
    with clock.moved_to(opening.later(21)):
        opening.bring_in(pack, 6)
        assert states() == [("ready", 4), ("waiting", 2), ("waiting", 0)]

        seller = hands.member(pack.listing.cooperative)
        ended = seller.post(f"/sell/listings/{pack.listing_id}/season/over/")
        opening.deliver_messages()

    assert ended.status_code == 302
    assert states() == [("ready", 4), ("short", 0), ("ready", 2)]
    assert [hands.status(one) for one in (lucky, unlucky, small)] == [
        "confirmed",
        "cancelled",
        "confirmed",
    ]
    due = Incident.objects.get(kind="refund_due")
    assert due.amount == int(unlucky.total_incl_tax)
    told = [str(one.body) for one in mail.outbox if unlucky.number in str(one.subject)]
    assert len(told) == 1
    assert "ai đặt trước được nhận trước" in told[0]
    assert hands.broken() == []


def test_a_harvest_nobody_ended_ends_by_itself(pack: Pack) -> None:
    order = hands.ordered(pack)

    with clock.moved_to(opening.later(35)):
        assert finish() == 0
    with clock.moved_to(opening.later(36)):
        assert finish() == 1
        assert finish() == 0
        opening.deliver_messages()

    assert hands.status(order) == "cancelled"
    assert hands.broken() == []


def test_late_money_orders_from_the_harvest_again(pack: Pack) -> None:
    client = Client()
    buying.fill(client, pack, quantity=7)
    buying.place(client, channel="vietqr")
    order = Order.objects.get()
    with clock.moved_to(opening.later(1)):
        expire()
    attempt = hands.Attempt.objects.get(invoice__reference=order.number)

    hands.sending.post(hands.sending.transfer(attempt.memo, attempt.amount))

    assert hands.status(order) == "confirmed"
    assert states() == [("waiting", 0)]
    assert opening.offer(pack).ordered == 7
    assert hands.broken() == []
