"""An app buys: basket, checkout, order, as interface.md has it."""

import json
import threading
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from oscar.apps.order.models import Order

from catalog.listings.models import Pack
from marketplace.records import rules
from tests import factories

pytestmark = pytest.mark.django_db
API = "/api/v1"


def call(method: str, path: str, body: Any = None, **headers: str) -> Any:
    """One call of an app."""
    return Client().generic(
        method,
        API + path,
        json.dumps(body) if body is not None else b"",
        content_type="application/json",
        headers={name.replace("_", "-"): value for name, value in headers.items()},
    )


def basket(*packs: Pack, quantity: int = 1) -> dict[str, Any]:
    """A new basket with units of packs in it."""
    opened = call("POST", "/baskets")
    assert opened.status_code == 201
    made = opened.json()
    for pack in packs:
        line = {"listing": pack.listing_id, "pack": pack.pk, "quantity": quantity}
        added = call("POST", f"/baskets/{made['id']}/lines", line, Basket_Token=made["token"])
        assert added.status_code == 201, added.content
    return made


def wish(**other: Any) -> dict[str, Any]:
    """A checkout to Ba Đình by transfer."""
    return {
        "contact": {"name": "Nguyễn Minh Thu", "phone": "0912 345 678"},
        "address": {
            "province": "01",
            "commune": factories.commune("Ba Đình", province="01").code,
            "street": "12 Linh Lang",
        },
        "shipping": {},
        "channel": "vietqr",
        "consent": {"terms_version": rules.value("terms.version")},
    } | other


def checkout(made: dict[str, Any], body: dict[str, Any], key: str = "k-1") -> Any:
    """Place the order of a basket."""
    path = f"/baskets/{made['id']}/checkout"
    return call("POST", path, body, Basket_Token=made["token"], Idempotency_Key=key)


@pytest.fixture
def packs() -> list[Pack]:
    """Two packs of two cooperatives."""
    return [
        factories.pack(factories.cooperative(), units=10, price=89_000),
        factories.pack(factories.cooperative(), units=10, price=180_000),
    ]


def test_an_app_buys_from_two_cooperatives(packs: list[Pack]) -> None:
    made = basket(*packs, quantity=2)
    commune = factories.commune("Ba Đình", province="01").code
    shown = call("GET", f"/baskets/{made['id']}?commune={commune}", Basket_Token=made["token"])
    lanes = {
        str(group["cooperative"]["id"]): group["shipping"][0]["lane"]
        for group in shown.json()["groups"]
    }
    total = shown.json()["subtotal"] + sum(
        group["shipping"][0]["price"] for group in shown.json()["groups"]
    )

    answer = checkout(made, wish(shipping=lanes, expected_total=total))

    assert answer.status_code == 201, answer.content
    placed = answer.json()
    assert placed["status"] == "awaiting_payment"
    assert placed["total"] == total == sum(part["total"] for part in placed["seller_orders"])
    assert len(placed["payments"]) == 1
    assert placed["payments"][0]["qr"]["memo"].startswith("SL")
    order = call("GET", f"/orders/{placed['number']}", Order_Token=placed["token"]).json()
    assert [line["quantity"] for line in order["lines"]] == [2, 2]
    assert [step["what"] for step in order["timeline"]] == ["placed"]


def test_lanes_carry_from_price_until_the_commune_is_known(packs: list[Pack]) -> None:
    made = basket(packs[0])

    shown = call("GET", f"/baskets/{made['id']}", Basket_Token=made["token"]).json()

    lane = shown["groups"][0]["shipping"][0]
    assert lane["from_price"] > 0
    assert "price" not in lane


def test_the_same_key_and_body_answer_the_same_order(packs: list[Pack]) -> None:
    made = basket(*packs)

    first, again = checkout(made, wish()), checkout(made, wish())

    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    assert Order.objects.count() == 1


def test_the_same_key_with_another_body_is_refused(packs: list[Pack]) -> None:
    made = basket(*packs)
    checkout(made, wish())

    other = checkout(made, wish(channel="cod"))

    assert other.status_code == 422
    assert other["Content-Type"] == "application/problem+json"


def test_another_key_for_an_ordered_basket_is_a_conflict(packs: list[Pack]) -> None:
    made = basket(*packs)
    checkout(made, wish())

    assert checkout(made, wish(), key="k-2").status_code == 409
    assert Order.objects.count() == 1


def test_another_total_than_expected_is_a_conflict_with_the_basket(
    packs: list[Pack],
) -> None:
    made = basket(*packs)

    answer = checkout(made, wish(expected_total=1))

    assert answer.status_code == 409
    assert len(answer.json()["basket"]["lines"]) == 2
    assert answer.json()["total"] > 269_000
    assert not Order.objects.exists()


def test_short_stock_is_a_conflict_with_the_basket(packs: list[Pack]) -> None:
    made, faster = basket(packs[0], quantity=6), basket(packs[0], quantity=6)
    assert checkout(faster, wish()).status_code == 201

    answer = checkout(made, wish())

    assert answer.status_code == 409
    assert answer.json()["basket"]["lines"][0]["quantity"] == 6
    assert Order.objects.count() == 1


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"channel": "gold"}, "channel"),
        ({"consent": {"terms_version": "1999"}}, "consent.terms_version"),
        ({"contact": {"name": "A", "phone": "12"}}, "contact.phone"),
        (
            {"contact": {"name": "A", "phone": "0912345678", "email": "a@"}},
            "contact.email",
        ),
        (
            {"address": {"province": "01", "commune": "Nowhere", "street": "1"}},
            "address.commune",
        ),
        ({"shipping": {"x": "cool"}}, "shipping"),
    ],
)
def test_what_is_wrong_is_named(packs: list[Pack], other: dict[str, Any], field: str) -> None:
    made = basket(packs[0])

    answer = checkout(made, wish(**other))

    assert answer.status_code == 422, answer.content
    assert answer.json()["errors"][0]["field"].startswith(field)
    assert not Order.objects.exists()


def test_a_lane_that_is_not_offered_is_refused(packs: list[Pack]) -> None:
    made = basket(packs[0])
    seller = str(packs[0].listing.cooperative_id)

    answer = checkout(made, wish(shipping={seller: "post"}))

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "shipping"


@pytest.mark.parametrize("quantity", [-5, 0, 1.5, 1e9, "3", "٣", True, None, 10**20])
def test_quantities_that_are_none_are_refused(packs: list[Pack], quantity: Any) -> None:
    made = basket()
    line = {"listing": packs[0].listing_id, "quantity": quantity}

    answer = call("POST", f"/baskets/{made['id']}/lines", line, Basket_Token=made["token"])

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "quantity"


def test_prices_sent_along_are_ignored(packs: list[Pack]) -> None:
    made = basket()
    line = {"listing": packs[0].listing_id, "quantity": 1, "price": 1, "unit_price": 1}

    answer = call("POST", f"/baskets/{made['id']}/lines", line, Basket_Token=made["token"])

    assert answer.json()["lines"][0]["unit_price"] == 89_000


def test_foreign_baskets_and_orders_are_not_there(packs: list[Pack]) -> None:
    mine, other = basket(packs[0]), basket(packs[1])
    placed = checkout(mine, wish()).json()

    wrong = call("GET", f"/baskets/{mine['id']}", Basket_Token=other["token"])
    foreign = call("GET", f"/orders/{placed['number']}", Order_Token=other["token"])
    bare = call("GET", f"/orders/{placed['number']}")

    assert [wrong.status_code, foreign.status_code, bare.status_code] == [404, 404, 404]
    assert bare["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (b"{", 400),
        (b"\xff\xfe", 400),
        (b'{"listing": NaN, "quantity": 1}', 400),
        (b'{"listing": 1, "quantity": 1, "x": "\\u0000"}', 400),
        (b"[" * 10_000, 400),
        (b" " * 70_000, 400),
        (b"[]", 422),
    ],
)
def test_bodies_that_are_no_request_are_refused(raw: bytes, status: int) -> None:
    made = basket()

    answer = Client().post(
        f"{API}/baskets/{made['id']}/lines",
        raw,
        content_type="application/json",
        headers={"Basket-Token": made["token"]},
    )

    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"


def test_the_app_changes_and_removes_lines(packs: list[Pack]) -> None:
    made = basket(*packs)
    shown = call("GET", f"/baskets/{made['id']}", Basket_Token=made["token"]).json()
    first, second = (f"/baskets/{made['id']}/lines/{line['id']}" for line in shown["lines"])

    call("PATCH", first, {"quantity": 3}, Basket_Token=made["token"])
    left = call("DELETE", second, Basket_Token=made["token"]).json()

    assert [(line["pack"], line["quantity"]) for line in left["lines"]] == [(packs[0].pk, 3)]
    assert call("DELETE", second, Basket_Token=made["token"]).status_code == 404


def test_openapi_names_every_call(client: Client) -> None:
    paths = client.get(f"{API}/openapi.json").json()["paths"]

    assert {
        f"{API}/baskets",
        f"{API}/baskets/{{basket_id}}/checkout",
        f"{API}/orders/{{number}}",
        f"{API}/orders/{{number}}/cancel",
    } <= set(paths)


@pytest.mark.django_db(transaction=True)
def test_twenty_equal_requests_at_once_make_one_order(packs: list[Pack]) -> None:
    made, body, answers = basket(*packs), wish(), []
    start = threading.Barrier(8)

    def press() -> None:
        """One of the requests."""
        start.wait()
        answers.extend(checkout(made, body) for _ in range(3))
        connections.close_all()

    threads = [threading.Thread(target=press) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert Order.objects.count() == 1
