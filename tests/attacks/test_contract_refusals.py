"""What apps are refused: as problems, in their language, with the basket where it has changed."""

import pytest
from django.test import Client
from oscar.apps.order.models import Order

from catalog.takedowns import ordering
from marketplace.records import clock, invariants
from tests import factories
from tests.attacks.problems import problem
from tests.catalog.checkout.test_api import basket, call, checkout, wish

pytestmark = pytest.mark.django_db


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


def test_an_app_that_sends_too_many_kinds_is_told_the_basket_is_full(pack, monkeypatch):
    monkeypatch.setattr("catalog.baskets.filling.MOST_LINES", 1)
    made = basket(pack)
    other = factories.pack()
    line = {"listing": other.listing_id, "quantity": 1}

    answer = call("POST", f"/baskets/{made['id']}/lines", line, Basket_Token=made["token"])

    assert len(problem(answer, 409)["basket"]["lines"]) == 1


def test_a_withdrawn_listing_is_a_conflict_with_the_basket(pack):
    made = basket(pack)
    staff = factories.user()
    paper = ordering.Document("Sở Công Thương", "7/QĐ", "Nhãn ghi sai.", clock.now())
    ordering.take_down(pack.listing_id, paper, by=staff)

    answer = checkout(made, wish())

    assert "basket" in problem(answer, 409)
    assert not [one.name for one in invariants.check() if one.count]


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
