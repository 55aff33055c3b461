"""What apps were promised: fields, statuses, pages, tags, pace."""

import datetime as dt
import re

import pytest
from django.test import Client

from catalog.shelf import tallies
from tests import factories
from tests.attacks.problems import problem
from tests.catalog.checkout.test_api import basket, call, checkout, wish
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db

BASKET = {"id", "terms_version", "lines", "groups", "subtotal", "discount"}
LINE = {"id", "listing", "pack", "title", "quantity", "unit_price", "total"}
PAYMENT = {
    *("id", "cooperative_id", "channel", "amount", "received", "state", "expires_at"),
}
PART = {"number", "cooperative", "status", "subtotal", "shipping", "discount", "total"}
PLACED = {
    *("number", "token", "status", "total", "discount", "expires_at", "seller_orders", "payments"),
}


def test_a_basket_has_the_promised_fields(pack):
    opened = call("POST", "/baskets").json()
    line = {"listing": pack.listing_id, "quantity": 2}

    added = call("POST", f"/baskets/{opened['id']}/lines", line, Basket_Token=opened["token"])

    assert set(opened) == BASKET | {"token"}
    assert added.status_code == 201
    body = added.json()
    assert set(body) == BASKET
    assert set(body["lines"][0]) == LINE
    assert set(body["groups"][0]) == {
        *("cooperative", "lines", "subtotal", "discount", "shipping"),
    }
    assert set(body["groups"][0]["cooperative"]) == {"id", "name", "slug"}
    for lane in body["groups"][0]["shipping"]:
        assert set(lane) == {"lane", "name", "from_price", "arrives_from", "arrives_to"}
    assert (body["subtotal"], body["lines"][0]["total"]) == (178_000, 178_000)


def test_lanes_are_priced_with_the_commune(pack):
    made = basket(pack)
    commune = factories.commune("Ba Đình", province="01").code

    shown = call("GET", f"/baskets/{made['id']}?commune={commune}", Basket_Token=made["token"])

    for lane in shown.json()["groups"][0]["shipping"]:
        assert set(lane) == {"lane", "name", "price", "arrives_from", "arrives_to"}
        assert isinstance(lane["price"], int)


def test_an_order_has_the_promised_fields(placed):
    order = call("GET", f"/orders/{placed['number']}", Order_Token=placed["token"]).json()

    assert set(placed) == PLACED
    assert set(order) == PLACED | {"lines", "timeline", "lots"}
    assert set(placed["seller_orders"][0]) == PART
    assert set(placed["payments"][0]) == PAYMENT | {"qr"}
    assert placed["payments"][0]["cooperative_id"] is None
    assert set(placed["payments"][0]["qr"]) == {
        *("payload", "image_svg", "bank_bin", "account", "account_name", "memo"),
    }
    assert re.fullmatch("SL[0-9A-HJKMNP-TV-Z]{8}", placed["payments"][0]["qr"]["memo"])
    assert set(order["timeline"][0]) == {"at", "what"}
    assert dt.datetime.fromisoformat(placed["expires_at"]).utcoffset() == dt.timedelta(hours=7)


def test_cash_has_nothing_to_show_and_says_so(pack):
    placed = checkout(basket(pack), wish(channel="cod")).json()

    assert placed["status"] == "confirmed"
    (payment,) = placed["payments"]
    assert set(payment) == PAYMENT
    assert payment["cooperative_id"] is None


def test_a_packed_part_is_told_with_its_lot_and_its_cooperative(pack):
    order = hands.ordered(pack)
    part = hands.parcel(order)
    hands.pack(hands.member(part.cooperative), part)

    shown = call("GET", f"/orders/{order.number}", Order_Token=order.placement.token).json()

    assert set(shown["lots"][0]) == {"code", "trace_url"}
    assert shown["timeline"][-1]["cooperative_id"] == part.cooperative_id
    assert "cooperative_id" not in shown["timeline"][0]


def test_a_payment_is_read_and_not_sent_again_while_nothing_changes(placed):
    path = f"/payments/{placed['payments'][0]['id']}"

    first = call("GET", path, Order_Token=placed["token"])
    same = call("GET", path, Order_Token=placed["token"], If_None_Match=first["ETag"])
    weak = call("GET", path, Order_Token=placed["token"], If_None_Match=f'"x", W/{first["ETag"]}')
    old = call("GET", path, Order_Token=placed["token"], If_None_Match='"x"')

    assert set(first.json()) == PAYMENT - {"cooperative_id"}
    assert [same.status_code, weak.status_code, old.status_code] == [304, 304, 200]
    assert same.content == b""


def test_another_attempt_and_cancelling(placed):
    here = f"/orders/{placed['number']}"

    again = call("POST", f"{here}/payments", {"channel": "vietqr"}, Order_Token=placed["token"])
    unknown = call("POST", f"{here}/payments", {"channel": "gold"}, Order_Token=placed["token"])
    cancelled = call("POST", f"{here}/cancel", Order_Token=placed["token"])
    late = call("POST", f"{here}/payments", {"channel": "vietqr"}, Order_Token=placed["token"])

    assert again.status_code == 201
    assert problem(unknown, 422)["errors"][0]["field"] == "channel"
    assert (cancelled.status_code, cancelled.json()["status"]) == (200, "cancelled")
    problem(late, 409)


def test_the_same_key_counts_within_its_basket_alone(pack):
    first, second = basket(pack), basket(pack)

    answers = [checkout(made, wish(), key="same") for made in (first, second)]

    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json()["number"] != answers[1].json()["number"]


def test_lists_keep_to_their_limits():
    listing = factories.listing()
    tallies.recount()

    whole = Client().get("/api/v1/listings?page=50&page_size=100")
    first = Client().get("/api/v1/listings?page_size=1").json()

    assert whole.status_code == 200
    assert set(first) == {
        *("count", "count_is_floor", "next", "previous", "results", "facets"),
    }
    assert (first["count"], first["results"][0]["id"]) == (1, listing.pk)


def test_a_commune_behind_one_address_is_not_slowed_down(pack):
    made = basket(pack)
    here = f"/baskets/{made['id']}"

    statuses = {
        status
        for _ in range(125)
        for status in (
            call("GET", f"/listings/{pack.listing_id}").status_code,
            call("GET", here, Basket_Token=made["token"]).status_code,
        )
    }

    assert statuses == {200}


def test_a_trace_has_the_promised_fields(pack):
    code = factories.balance(pack).lot.code

    back, forward = (call("GET", f"/trace/{code}?direction={way}") for way in ("back", "forward"))
    wrong = call("GET", f"/trace/{code}?direction=sideways")

    for answer in (back, forward):
        assert set(answer.json()) == {"code", "listing", "lots", "edges", "events"}
        assert {"code", "kind", "parties", "quantity", "unit"} <= set(answer.json()["lots"][0])
    assert problem(wrong, 422)["errors"][0]["field"] == "direction"
    problem(call("GET", "/trace/NOTHING-1"), 404)
