"""Fifty buyers press the button at once for ten units, over real sockets: exactly ten are sold."""

import http.client
import json
import threading
import time
from collections import Counter
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from oscar.apps.order.models import Order, ShippingAddress
from pytest_django.live_server_helper import LiveServer

from catalog.listings.models import Pack
from catalog.orders.models import SellerOrder
from catalog.shelf.models import ShelfItem
from catalog.stock.models import Hold, LotBalance
from marketplace.records import invariants
from tests import factories
from tests.catalog import buying
from tests.catalog.checkout.test_api import API, basket, wish

BUYERS = 50
TRIES = 100
UNITS = 10


def sent(url: str, path: str, body: bytes, headers: dict[str, str]) -> tuple[int, bytes]:
    """One request over a socket of its own; pressed again when the connection is lost.

    The test server's queue is short, so some of fifty are reset. The key makes that harmless.
    """
    for _ in range(TRIES):
        server = http.client.HTTPConnection(urlsplit(url).netloc, timeout=120)
        try:
            server.request("POST", path, body, headers)
            answer = server.getresponse()
            return answer.status, answer.read()
        except ConnectionError:
            time.sleep(0.1)
        finally:
            server.close()
    raise AssertionError("The test server never answered.")


def round_of_buyers(live_server: LiveServer) -> tuple[Counter[int], Pack, Pack]:
    """Fifty baskets with two packs, in opposite order in every second, ordered at once."""
    scarce = factories.pack(factories.cooperative(), units=UNITS)
    plenty = factories.pack(factories.cooperative(), units=1_000)
    pairs = [(scarce, plenty), (plenty, scarce)]
    baskets = [basket(*pairs[number % 2]) for number in range(BUYERS)]
    body = json.dumps(wish()).encode()
    start, answers = threading.Barrier(BUYERS), []

    def press(made: dict[str, Any], number: int) -> None:
        """One buyer's last press of the button."""
        headers = {
            "Content-Type": "application/json",
            "Basket-Token": made["token"],
            "Idempotency-Key": f"buyer-{number}",
        }
        start.wait()
        answers.append(sent(live_server.url, f"{API}/baskets/{made['id']}/checkout", body, headers))

    threads = [
        threading.Thread(target=press, args=(made, number)) for number, made in enumerate(baskets)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    refused = [json.loads(body) for status, body in answers if status == 409]
    assert all(problem["detail"] and problem["basket"] for problem in refused)
    return Counter(status for status, _body in answers), scarce, plenty


def check(statuses: Counter[int], scarce: Pack, plenty: Pack) -> None:
    """Ten orders and nothing else, on the shelf and in every table."""
    assert statuses == {201: UNITS, 409: BUYERS - UNITS}
    assert [factories.balance(pack).held for pack in (scarce, plenty)] == [UNITS, UNITS]
    assert ShelfItem.objects.get(listing=scarce.listing_id).available == 0
    mine = SellerOrder.objects.filter(cooperative=scarce.listing.cooperative)
    assert mine.count() == UNITS
    assert Hold.objects.filter(balance__pack=scarce, state="held").count() == UNITS
    assert not ShippingAddress.objects.filter(order=None).exists()
    assert not LotBalance.objects.filter(received__lt=0).exists()
    broken = [finding.name for finding in invariants.check() if finding.count]
    assert broken == []


@pytest.mark.django_db(transaction=True)
def test_fifty_buyers_get_ten_units(live_server: LiveServer) -> None:
    check(*round_of_buyers(live_server))

    assert Order.objects.count() == UNITS


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_fifty_buyers_get_ten_units_eight_times_over(live_server: LiveServer) -> None:
    for _ in range(8):
        check(*round_of_buyers(live_server))


@pytest.mark.django_db(transaction=True)
def test_two_tabs_and_a_double_click_make_one_order(client: Client) -> None:
    pack = factories.pack()
    buying.fill(client, pack)
    posted = buying.form(buying.price(client))
    start, answers = threading.Barrier(6), []

    def press() -> None:
        """One of the presses, with the same cookies."""
        tab = Client()
        tab.cookies = client.cookies
        start.wait()
        answers.append(tab.post("/checkout/", posted))

    threads = [threading.Thread(target=press) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    back = client.post("/checkout/", posted)

    assert {answer.status_code for answer in answers} == {302}
    assert {answer["Location"] for answer in [*answers, back]} == {back["Location"]}
    assert Order.objects.count() == 1
    assert factories.balance(pack).held == 1
