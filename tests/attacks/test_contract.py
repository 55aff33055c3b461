"""What apps were promised: fields, statuses, problems, languages, pages, tags, tokens, pace."""

import datetime as dt
import re

import pytest
from django.test import Client
from oscar.apps.order.models import Order

from catalog.listings.models import Listing
from catalog.shelf import tallies
from marketplace.records import invariants
from tests import factories
from tests.catalog.checkout.test_api import basket, call, checkout, wish
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db

LINE = {"id", "listing", "pack", "title", "quantity", "unit_price", "total"}
PAYMENT = {
    *("id", "cooperative_id", "channel", "amount", "received", "state", "expires_at"),
}
PART = {"number", "cooperative", "status", "subtotal", "shipping", "total"}
PLACED = {"number", "token", "status", "total", "expires_at", "seller_orders", "payments"}


@pytest.fixture
def pack():
    """A pack with ten units."""
    return factories.pack(units=10)


@pytest.fixture
def placed(pack):
    """An order of one unit that waits for a transfer."""
    return checkout(basket(pack), wish()).json()


def problem(answer, status):
    """The body of a refusal, once it has the promised shape."""
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    body = answer.json()
    assert {"type", "title", "status", "detail", "errors"} <= set(body)
    assert body["status"] == status
    assert all(set(fault) == {"field", "message"} for fault in body["errors"])
    return body


def test_a_basket_has_the_promised_fields(pack):
    opened = call("POST", "/baskets").json()
    line = {"listing": pack.listing_id, "quantity": 2}

    added = call("POST", f"/baskets/{opened['id']}/lines", line, Basket_Token=opened["token"])

    assert set(opened) == {"id", "token", "terms_version", "lines", "groups", "subtotal"}
    assert added.status_code == 201
    body = added.json()
    assert set(body) == {"id", "terms_version", "lines", "groups", "subtotal"}
    assert set(body["lines"][0]) == LINE
    assert set(body["groups"][0]) == {"cooperative", "lines", "subtotal", "shipping"}
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


@pytest.mark.parametrize("token", ["", "x", "ư" * 3, "a" * 5_000, "'; --"])
def test_a_wrong_token_opens_nothing(pack, placed, token):
    made = basket(pack)
    line = {"listing": pack.listing_id, "quantity": 1}
    here = f"/baskets/{made['id']}"
    order = f"/orders/{placed['number']}"
    sent = {"Basket_Token": token, "Order_Token": token, "Idempotency_Key": "k"}
    asked = [
        ("GET", here, None),
        ("POST", f"{here}/lines", line),
        ("PATCH", f"{here}/lines/1", {"quantity": 1}),
        ("DELETE", f"{here}/lines/1", None),
        ("POST", f"{here}/checkout", wish()),
        ("GET", order, None),
        ("POST", f"{order}/payments", {"channel": "cod"}),
        ("POST", f"{order}/cancel", None),
        ("GET", f"/payments/{placed['payments'][0]['id']}", None),
    ]

    for method, path, body in asked:
        problem(call(method, path, body, **sent), 404)

    kept = call("GET", here, Basket_Token=made["token"]).json()
    assert [row["quantity"] for row in kept["lines"]] == [1]
    still = call("GET", order, Order_Token=placed["token"]).json()
    assert (still["status"], len(still["payments"])) == ("awaiting_payment", 1)


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


@pytest.mark.parametrize("key", ["", "x" * 256, "khoá", "a b"])
def test_checkout_without_a_usable_key_places_nothing(pack, key):
    made = basket(pack)

    problem(checkout(made, wish(), key=key), 400)

    assert call("GET", f"/baskets/{made['id']}", Basket_Token=made["token"]).json()["lines"]


def test_what_lies_in_a_sold_basket_stays(pack):
    made = basket(pack)
    (line,) = call("GET", f"/baskets/{made['id']}", Basket_Token=made["token"]).json()["lines"]
    checkout(made, wish())
    here = f"/baskets/{made['id']}/lines"
    more = {"listing": pack.listing_id, "quantity": 1}

    answers = [
        call("POST", here, more, Basket_Token=made["token"]),
        call("PATCH", f"{here}/{line['id']}", {"quantity": 2}, Basket_Token=made["token"]),
        call("DELETE", f"{here}/{line['id']}", Basket_Token=made["token"]),
    ]

    assert all("basket" in problem(answer, 409) for answer in answers)


def test_a_line_of_another_basket_is_not_there(pack):
    mine, other = basket(pack), basket(pack)
    shown = call("GET", f"/baskets/{other['id']}", Basket_Token=other["token"]).json()
    foreign = f"/baskets/{mine['id']}/lines/{shown['lines'][0]['id']}"

    problem(call("PATCH", foreign, {"quantity": 3}, Basket_Token=mine["token"]), 404)
    problem(call("DELETE", foreign, Basket_Token=mine["token"]), 404)

    assert call("GET", f"/baskets/{other['id']}", Basket_Token=other["token"]).json() == shown


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


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("page=0", 400),
        ("page=-1", 400),
        ("page=1e3", 400),
        ("page=51", 422),
        ("page_size=0", 422),
        ("page_size=101", 422),
    ],
)
def test_beyond_the_limits_is_a_problem(asked, status):
    problem(Client().get(f"/api/v1/listings?{asked}"), status)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("", "Ở đây không có"),
        ("vi", "Ở đây không có"),
        ("vi-VN,vi;q=0.9,en;q=0.8", "Ở đây không có"),
        ("fr", "Ở đây không có"),
        ("en", "There is nothing"),
        ("en-GB,en;q=0.9", "There is nothing"),
    ],
)
def test_refusals_speak_the_readers_language(language, words):
    answer = call("GET", "/listings/999999", Accept_Language=language)

    assert problem(answer, 404)["detail"].startswith(words)
    assert answer["Content-Language"] == ("vi" if words.startswith("Ở") else "en")
    assert "Accept-Language" in answer["Vary"]


def test_fields_are_explained_in_the_readers_language(pack):
    made = basket()
    line = {"listing": pack.listing_id, "quantity": 0}
    path = f"/baskets/{made['id']}/lines"

    in_english = call("POST", path, line, Basket_Token=made["token"], Accept_Language="en")
    in_vietnamese = call("POST", path, line, Basket_Token=made["token"])

    assert problem(in_english, 422)["errors"] == [
        {"field": "quantity", "message": "At least 1 is needed."}
    ]
    (fault,) = problem(in_vietnamese, 422)["errors"]
    assert fault["field"] == "quantity"
    assert fault["message"] != "At least 1 is needed."


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nothing", 404),
        ("POST", "/nothing", 404),
        ("GET", "/listings/", 404),
        ("GET", "/listings/x", 422),
        ("DELETE", "/listings", 405),
        ("PUT", "/baskets", 405),
        ("TRACE", "/listings", 405),
        ("GET", "/listings?page=-1", 400),
        ("GET", "/listings?q=%00", 400),
        ("GET", "/orders/%00", 400),
        ("GET", f"/listings?q={'x' * 3_000}", 400),
        ("GET", f"/trace/{'x' * 3_000}", 400),
    ],
)
def test_every_refusal_is_a_problem(method, path, status):
    problem(call(method, path), status)


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


def test_an_app_that_sends_too_many_kinds_is_told_the_basket_is_full(pack, monkeypatch):
    monkeypatch.setattr("catalog.baskets.filling.MOST_LINES", 1)
    made = basket(pack)
    other = factories.pack()
    line = {"listing": other.listing_id, "quantity": 1}

    answer = call("POST", f"/baskets/{made['id']}/lines", line, Basket_Token=made["token"])

    assert len(problem(answer, 409)["basket"]["lines"]) == 1


def test_a_withdrawn_listing_is_a_conflict_with_the_basket(pack):
    made = basket(pack)
    Listing.objects.filter(pk=pack.listing_id).update(state="withdrawn")

    answer = checkout(made, wish())

    assert "basket" in problem(answer, 409)
    assert not [one.name for one in invariants.check() if one.count and "order" in one.name]


def test_the_owner_reads_an_order_without_a_token_and_another_person_does_not(pack):
    owner, other = factories.user(), factories.user()
    placed = checkout(basket(pack), wish()).json()
    path = f"/api/v1/orders/{placed['number']}"
    Order.objects.filter(number=placed["number"]).update(user=owner)
    mine, theirs = Client(), Client()
    mine.force_login(owner)
    theirs.force_login(other)

    assert mine.get(path).status_code == 200
    problem(theirs.get(path), 404)
    problem(Client().get(path), 404)


def test_a_session_writes_only_with_its_form_token(pack):
    owner = factories.user()
    placed = checkout(basket(pack), wish()).json()
    Order.objects.filter(number=placed["number"]).update(user=owner)
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(owner)

    answer = browser.post(f"/api/v1/orders/{placed['number']}/cancel")

    problem(answer, 404)
    assert Order.objects.get().status == "awaiting_payment"
