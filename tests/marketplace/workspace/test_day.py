"""A day's orders in one press each, over HTTP: take, pick, labels, slips."""

import datetime as dt
import threading

import pypdfium2
import pytest
from django.db import connection
from django.test import Client

from catalog.cooperatives.models import Membership
from catalog.listings.models import Pack
from catalog.orders.models import OrderEvent, SellerOrder
from marketplace.records import clock
from tests import factories
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db


@pytest.fixture
def goods() -> Pack:
    """A pack with room for many orders."""
    return factories.pack(factories.cooperative(), units=40, price=89_000)


@pytest.fixture
def seller(goods: Pack) -> Client:
    """Who sells for it."""
    return hands.member(goods.listing.cooperative, Membership.Role.SELLER)


def orders(goods: Pack, number: int) -> list[SellerOrder]:
    """So many orders of different sizes that wait for the cooperative."""
    return [hands.parcel(hands.ordered(goods, quantity=n + 1)) for n in range(number)]


def test_all_ticked_orders_are_taken_in_one_press(goods: Pack, seller: Client) -> None:
    parts = orders(goods, 3)
    page = seller.get("/sell/orders/?list=confirm").content.decode()
    ticked = [part.number for part in parts[:2]]

    answer = seller.post("/sell/orders/accept/", {"order": ticked})

    assert all(f'name="order" value="{part.number}" checked' in page for part in parts)
    assert answer["Location"] == "/sell/orders/?list=pack"
    assert [hands.state(part) for part in parts] == ["confirmed", "confirmed", "to_confirm"]


def test_pressing_twice_takes_once(goods: Pack, seller: Client) -> None:
    parts = orders(goods, 2)
    ticked = {"order": [part.number for part in parts]}

    answers = [seller.post("/sell/orders/accept/", ticked) for _press in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    confirmed = OrderEvent.objects.filter(what="confirmed", seller_order__in=parts)
    assert confirmed.count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_members_who_take_the_same_orders_at_once_take_each_once(
    goods: Pack, seller: Client
) -> None:
    parts = orders(goods, 3)
    ticked = {"order": [part.number for part in parts]}
    clients = [seller, hands.member(goods.listing.cooperative)]
    statuses: list[int] = []
    ready = threading.Barrier(2)

    def press(client: Client) -> None:
        ready.wait()
        statuses.append(client.post("/sell/orders/accept/", ticked).status_code)
        connection.close()

    threads = [threading.Thread(target=press, args=[client]) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert statuses == [302, 302]
    assert [hands.state(part) for part in parts] == ["confirmed"] * 3
    taken = OrderEvent.objects.filter(what="confirmed", seller_order__in=[p.pk for p in parts])
    assert taken.count() == 3


def test_an_order_that_ended_meanwhile_is_named_and_the_others_are_taken(
    goods: Pack, seller: Client
) -> None:
    gone, stays = orders(goods, 2)
    hands.tap(seller, gone, "refuse", opened="to_confirm")

    answer = seller.post(
        "/sell/orders/accept/", {"order": [gone.number, stays.number]}, follow=True
    )

    assert gone.number in answer.content.decode()
    assert [hands.state(gone), hands.state(stays)] == ["cancelled", "confirmed"]


def test_one_foreign_order_among_the_ticked_refuses_them_all(goods: Pack, seller: Client) -> None:
    own = orders(goods, 1)[0]
    foreign = hands.parcel(hands.ordered(factories.pack()))

    answer = seller.post("/sell/orders/accept/", {"order": [own.number, foreign.number]})

    assert answer.status_code == 404
    assert [hands.state(own), hands.state(foreign)] == ["to_confirm", "to_confirm"]


def test_a_packer_takes_no_orders(goods: Pack) -> None:
    part = orders(goods, 1)[0]
    packer = hands.member(goods.listing.cooperative, Membership.Role.PACKER)

    page = packer.get("/sell/orders/?list=confirm").content.decode()
    answer = packer.post("/sell/orders/accept/", {"order": [part.number]})

    assert 'name="order"' not in page
    assert answer.status_code == 403
    assert hands.state(part) == "to_confirm"


def test_the_list_adds_up_what_to_fetch_out_of_which_lot(goods: Pack, seller: Client) -> None:
    parts = orders(goods, 3)
    seller.post("/sell/orders/accept/", {"order": [part.number for part in parts]})
    lot = factories.balance(goods).lot.code

    page = seller.get("/sell/orders/day/")

    assert [(pick.units, pick.lots) for pick in page.context["picks"]] == [(6, {lot: 6})]
    words = page.content.decode()
    assert all(part.number in words for part in parts)


def test_all_labels_of_the_day_are_one_file(goods: Pack, seller: Client) -> None:
    for part in orders(goods, 2):
        hands.pack(seller, part)

    answer = seller.get("/sell/orders/day/labels.pdf?layout=roll-50x30")
    again = seller.get("/sell/orders/day/labels.pdf?layout=roll-50x30")

    assert answer["Content-Type"] == "application/pdf"
    pages = pypdfium2.PdfDocument(answer.content)
    assert len(pages) == 1 + 2
    assert len(pypdfium2.PdfDocument(again.content)) == 3


def test_labels_of_a_parcel_given_back_are_not_printed(goods: Pack, seller: Client) -> None:
    kept, back = orders(goods, 2)
    hands.pack(seller, kept)
    hands.pack(seller, back)
    hands.tap(seller, back, "refuse", opened="packed")

    answer = seller.get("/sell/orders/day/labels.pdf?layout=roll-50x30")

    assert len(pypdfium2.PdfDocument(answer.content)) == 1


def test_another_day_has_other_labels(goods: Pack, seller: Client) -> None:
    hands.pack(seller, orders(goods, 1)[0])
    yesterday = clock.local_day() - dt.timedelta(days=1)

    answer = seller.get(f"/sell/orders/day/labels.pdf?day={yesterday}")

    assert answer["Location"] == "/sell/orders/day/"


@pytest.mark.parametrize("asked", ["day=gestern", "layout=papyrus", "day=2026-13-01"])
def test_what_is_no_day_or_paper_is_not_found(goods: Pack, seller: Client, asked: str) -> None:
    hands.pack(seller, orders(goods, 1)[0])

    assert seller.get(f"/sell/orders/day/labels.pdf?{asked}").status_code == 404


def test_all_slips_of_the_day_are_one_page_to_print(goods: Pack, seller: Client) -> None:
    parts = orders(goods, 2)
    for part in parts:
        hands.pack(seller, part)
    foreign_goods = factories.pack()
    foreign = hands.parcel(hands.ordered(foreign_goods))
    hands.pack(hands.member(foreign_goods.listing.cooperative), foreign)

    words = seller.get("/sell/orders/day/slips/").content.decode()

    assert words.count("sheet-of-paper") == 2
    assert all(part.number in words for part in parts)
    assert foreign.number not in words


def test_the_day_asks_as_little_for_many_orders_as_for_one(
    goods: Pack, seller: Client, django_assert_max_num_queries
) -> None:
    parts = orders(goods, 4)
    seller.post("/sell/orders/accept/", {"order": [part.number for part in parts]})
    hands.tap(seller, parts[0], "pack", **hands.lots(seller, parts[0]))
    hands.tap(seller, parts[1], "pack", **hands.lots(seller, parts[1]))

    for address, most in (("day/", 18), ("day/slips/", 18), ("day/labels.pdf", 26), ("", 16)):
        with django_assert_max_num_queries(most):
            assert seller.get(f"/sell/orders/{address}").status_code == 200


def test_orders_are_listed_by_the_day_they_were_placed(goods: Pack, seller: Client) -> None:
    part = orders(goods, 1)[0]
    today = clock.local_day()

    now = seller.get(f"/sell/orders/?list=confirm&day={today}").content.decode()
    before = seller.get(
        f"/sell/orders/?list=confirm&day={today - dt.timedelta(days=1)}"
    ).content.decode()

    assert part.number in now
    assert part.number not in before
