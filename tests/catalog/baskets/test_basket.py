"""The basket over HTTP, as a browser without JavaScript uses it."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from oscar.apps.basket.models import Basket, Line
from pytest_django import DjangoAssertNumQueries

from catalog.baskets.models import BasketLineSource
from catalog.cooperatives.models import Cooperative
from catalog.listings.models import Listing, Pack
from tests import factories
from tests.catalog import buying

pytestmark = pytest.mark.django_db
NONSENSE = [
    "-5",
    "0",
    "1.5",
    "1e9",
    "NaN",
    "٣",
    "99999999999999999999",
    "",
    "+1",
    " 1 x",
]


@pytest.fixture
def pack() -> Pack:
    """A pack with ten units."""
    return factories.pack(units=10)


def lines() -> list[tuple[int, int]]:
    """Product and quantity of every basket line there is."""
    return list(Line.objects.order_by("pk").values_list("product__pack", "quantity"))


def test_what_is_put_in_lies_in_the_basket(client: Client, pack: Pack) -> None:
    buying.fill(client, pack, quantity=2)

    page = client.get("/basket/").content.decode()

    assert lines() == [(pack.pk, 2)]
    assert "178.000" in page
    assert pack.listing.cooperative.name in page


def test_the_same_pack_put_in_twice_adds_up(client: Client, pack: Pack) -> None:
    buying.fill(client, pack, quantity=2)
    buying.fill(client, pack, quantity=3)

    assert lines() == [(pack.pk, 5)]


def test_the_source_is_kept_with_the_line(client: Client, pack: Pack) -> None:
    buying.fill(client, pack, source="scan")

    assert list(BasketLineSource.objects.values_list("source", flat=True)) == ["scan"]


def test_an_unknown_source_counts_as_direct(client: Client, pack: Pack) -> None:
    buying.fill(client, pack, source="made up")

    assert list(BasketLineSource.objects.values_list("source", flat=True)) == ["direct"]


@pytest.mark.parametrize("quantity", NONSENSE)
def test_a_quantity_that_is_none_is_refused_and_nothing_changes(
    client: Client, pack: Pack, quantity: str
) -> None:
    answer = client.post("/basket/add/", {"pack": pack.pk, "quantity": quantity})

    assert answer.status_code == 422
    assert lines() == []
    assert not Basket.objects.exists()


@pytest.mark.parametrize("quantity", NONSENSE)
def test_a_line_keeps_its_number_when_the_new_one_is_nonsense(
    client: Client, pack: Pack, quantity: str
) -> None:
    buying.fill(client, pack, quantity=2)
    line = Line.objects.get()

    answer = client.post(f"/basket/lines/{line.pk}/change/", {"quantity": quantity})

    assert answer.status_code == 422
    assert lines() == [(pack.pk, 2)]


def test_extra_fields_do_not_change_the_price(client: Client, pack: Pack) -> None:
    posted = {
        "pack": pack.pk,
        "quantity": 1,
        "price": 1,
        "unit_price": 1,
        "discount": 100,
    }
    client.post("/basket/add/", posted)

    assert "89.000" in client.get("/basket/").content.decode()
    assert Line.objects.get().price_incl_tax == 89_000


@pytest.mark.parametrize("wanted", ["0", "999999999999999999", "-1", "x", "1 OR 1=1"])
def test_a_pack_nobody_sells_is_refused(client: Client, pack: Pack, wanted: str) -> None:
    answer = client.post("/basket/add/", {"pack": wanted, "quantity": 1})

    assert answer.status_code == 422
    assert lines() == []


def test_goods_of_a_suspended_cooperative_or_a_hidden_listing_are_refused(
    client: Client, pack: Pack
) -> None:
    hidden = factories.pack()
    Cooperative.objects.filter(pk=pack.listing.cooperative_id).update(state="suspended")
    Listing.objects.filter(pk=hidden.listing_id).update(state="hidden")

    answers = [
        client.post("/basket/add/", {"pack": one.pk, "quantity": 1}) for one in (pack, hidden)
    ]

    assert [answer.status_code for answer in answers] == [422, 422]
    assert lines() == []


def test_more_than_there_is_cannot_be_put_in_even_in_two_steps(client: Client, pack: Pack) -> None:
    buying.fill(client, pack, quantity=6)

    answer = client.post("/basket/add/", {"pack": pack.pk, "quantity": 5})

    assert answer.status_code == 422
    assert lines() == [(pack.pk, 6)]


def test_numbers_are_changed_and_lines_taken_out(client: Client, pack: Pack) -> None:
    other = factories.pack()
    buying.fill(client, pack, other)
    first, second = Line.objects.order_by("pk")

    client.post(f"/basket/lines/{first.pk}/change/", {"quantity": "4"})
    client.post(f"/basket/lines/{second.pk}/remove/")

    assert lines() == [(pack.pk, 4)]


def test_somebody_elses_line_is_not_there(client: Client, pack: Pack) -> None:
    buying.fill(Client(), pack, quantity=2)
    line = Line.objects.get()
    buying.fill(client, pack)

    change = client.post(f"/basket/lines/{line.pk}/change/", {"quantity": "1"})
    remove = client.post(f"/basket/lines/{line.pk}/remove/")

    assert (change.status_code, remove.status_code) == (404, 404)
    assert lines()[0] == (pack.pk, 2)


def test_a_basket_follows_its_guest_into_the_account(client: Client, pack: Pack) -> None:
    user = factories.user("thu@example.vn")
    buying.fill(client, pack, quantity=2)
    client.force_login(user)

    page = client.get("/basket/").content.decode()

    assert "178.000" in page
    assert Basket.objects.get(status="Open").owner == user


def test_reading_pages_makes_no_basket(client: Client, pack: Pack) -> None:
    client.get("/basket/")
    client.force_login(factories.user())
    client.get("/basket/")

    assert not Basket.objects.exists()


def test_the_cookie_is_not_sent_along_from_other_sites(client: Client, pack: Pack) -> None:
    answer = client.post("/basket/add/", {"pack": pack.pk, "quantity": 1})

    cookie = answer.cookies["oscar_open_basket"]
    assert (cookie["samesite"], cookie["httponly"]) == ("Lax", True)


def test_a_changed_cookie_opens_nothing(client: Client, pack: Pack) -> None:
    buying.fill(Client(), pack)
    client.cookies["oscar_open_basket"] = f"{Basket.objects.get().pk}:forged"

    page = client.get("/basket/").content.decode()

    assert "89.000" not in page


def test_what_was_sold_meanwhile_is_marked(client: Client, pack: Pack) -> None:
    buying.fill(client, pack, quantity=8)
    other = Client()
    buying.fill(other, pack, quantity=5)
    buying.place(other)

    page = client.get("/basket/").content.decode()

    assert 'class="err"' in page
    assert client.get("/checkout/")["Location"] == "/basket/"


def test_five_lines_cost_eight_queries_at_most(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    seller = factories.cooperative()
    buying.fill(client, *[factories.pack(seller) for _ in range(3)])
    buying.fill(client, *[factories.pack() for _ in range(2)])

    with django_assert_max_num_queries(8):
        assert client.get("/basket/").status_code == 200


def test_the_basket_is_read_in_english(client: Client, pack: Pack) -> None:
    buying.fill(client, pack)

    page = client.get("/en/basket/").content.decode()

    assert "Nhãn Sông Mã (en)" in page
    assert 'href="/en/checkout/"' in page


@pytest.mark.parametrize("page", ["/shop/", "/policies/terms/"])
def test_a_visitor_without_a_basket_costs_no_question_about_baskets(
    client: Client, page: str
) -> None:
    with CaptureQueriesContext(connection) as asked:
        client.get(page)

    words = ("basket_basket", "django_session", "people_user")
    assert [q["sql"] for q in asked.captured_queries if any(w in q["sql"] for w in words)] == []
