"""A public page that has not changed is not made again, and one that has always is."""

import datetime as dt

import pytest
from django.contrib.messages import constants
from django.db import transaction
from django.test import Client

from catalog.listings.models import Listing, Pack
from catalog.orders.models import Placement
from catalog.shelf import refresh
from catalog.stock import holding
from marketplace import unchanged
from marketplace.records import changes, clock
from marketplace.records.models import PageChange
from tests import factories
from tests.catalog import buying
from tests.catalog.browse.conftest import AUGUST

pytestmark = pytest.mark.django_db
PAGES = (
    "/shop/",
    "/shop/fresh-fruit/",
    "/search?q=nhan",
    "/shop/?price_min=60000",
    "/en/shop/",
)


def address(listing: Listing) -> str:
    """Where the listing is read about."""
    return f"/p/{listing.slug}-{listing.pk}"


def again(client: Client, path: str, tag: str, **headers: str) -> int:
    """The status of asking once more with the tag of the page seen."""
    return client.get(path, headers={"If-None-Match": tag, **headers}).status_code


@pytest.fixture
def longan(shelf: dict[str, Listing]) -> Listing:
    """A listing on the shelf."""
    return shelf["Nhãn Sông Mã cả chùm"]


@pytest.mark.parametrize("path", PAGES)
def test_an_unchanged_page_is_answered_by_304(client, shelf, path):
    page = client.get(path)

    answer = client.get(path, headers={"If-None-Match": page["ETag"]})

    assert (answer.status_code, answer.content) == (304, b"")
    assert answer["ETag"] == page["ETag"]
    for one in (page, answer):
        assert one["Cache-Control"] == "private, no-cache"
        assert "Cookie" in one["Vary"]


def test_so_are_the_pages_of_a_listing_and_of_a_cooperative(client, longan):
    for path in (address(longan), longan.cooperative.get_absolute_url()):
        tag = client.get(path)["ETag"]

        assert again(client, path, tag) == 304
        assert again(client, path, f'"other", {tag}') == 304
        assert client.head(path, headers={"If-None-Match": tag}).status_code == 304


def test_it_costs_one_query(client, longan, django_assert_num_queries):
    tag = client.get(address(longan))["ETag"]

    with django_assert_num_queries(1):
        assert again(client, address(longan), tag) == 304


def test_another_price_is_another_page(client, longan):
    tags = {path: client.get(path)["ETag"] for path in (*PAGES, address(longan))}

    Pack.objects.filter(listing=longan).update(price=91_000)
    refresh.listing(longan.pk)

    assert {again(client, path, tag) for path, tag in tags.items()} == {200}


def test_a_sale_is_another_page(client, longan):
    tags = {path: client.get(path)["ETag"] for path in ("/shop/", address(longan))}
    buyer = Client()
    buying.fill(buyer, longan.packs.get(), quantity=3)
    buying.place(buyer)

    assert Placement.objects.count() == 1
    assert {again(client, path, tag) for path, tag in tags.items()} == {200}


def test_what_leaves_the_shelf_is_seen_to_leave(client, longan):
    tag = client.get("/shop/")["ETag"]
    own = client.get(address(longan))["ETag"]

    Listing.objects.filter(pk=longan.pk).update(state=Listing.State.WITHDRAWN)
    refresh.listing(longan.pk)

    assert again(client, "/shop/", tag) == 200
    assert again(client, address(longan), own) == 410


def test_another_day_is_another_page(client, shelf):
    tag = client.get("/shop/")["ETag"]

    with clock.moved_to(AUGUST + dt.timedelta(days=1)):
        assert again(client, "/shop/", tag) == 200


def test_a_search_is_counted_again_after_some_seconds(client, shelf):
    tag = client.get("/search?q=nhan")["ETag"]

    with clock.moved_to(AUGUST + dt.timedelta(seconds=unchanged.FRESH)):
        assert again(client, "/search?q=nhan", tag) == 200
        assert again(client, "/shop/", client.get("/shop/")["ETag"]) == 304


def test_another_address_or_language_is_another_page(client, shelf):
    tag = client.get("/shop/")["ETag"]

    for path in ("/en/shop/", "/shop/?page=1", "/shop/fresh-fruit/"):
        assert again(client, path, tag) == 200


def test_a_release_is_another_page(client, shelf, monkeypatch):
    tag = client.get("/shop/")["ETag"]

    monkeypatch.setattr(unchanged, "release", lambda: "the next one")

    assert again(client, "/shop/", tag) == 200


def test_with_a_basket_every_page_is_made(client, longan):
    tag = client.get("/shop/")["ETag"]
    buying.fill(client, longan.packs.get(), quantity=2)

    page = client.get("/shop/", headers={"If-None-Match": tag})

    assert page.status_code == 200
    assert "ETag" not in page
    assert "2 gói" in page.content.decode() or ">2<" in page.content.decode()


def test_who_is_signed_in_gets_every_page(client, shelf):
    tag = client.get("/shop/")["ETag"]
    client.force_login(factories.user())

    page = client.get("/shop/", headers={"If-None-Match": tag})

    assert page.status_code == 200
    assert "ETag" not in page


def test_signing_in_somewhere_else_changes_nothing_for_others(client, shelf):
    tag = client.get("/shop/")["ETag"]
    Client().force_login(factories.user())

    assert again(client, "/shop/", tag) == 304


def test_another_form_token_is_another_page(client, longan, settings):
    path = address(longan)
    first = client.get(path)
    assert again(client, path, first["ETag"]) == 304

    client.cookies[settings.CSRF_COOKIE_NAME] = "a" * 32

    assert again(client, path, first["ETag"]) == 200
    del client.cookies[settings.CSRF_COOKIE_NAME]
    assert again(client, path, first["ETag"]) == 200


def test_the_token_of_a_page_kept_is_taken(longan):
    phone = Client(enforce_csrf_checks=True)
    page = phone.get(address(longan))
    token = page.content.decode().split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    assert again(phone, address(longan), page["ETag"]) == 304

    put = {"pack": longan.packs.get().pk, "quantity": 1, "csrfmiddlewaretoken": token}

    assert phone.post("/basket/add/", put).status_code == 302


def test_a_waiting_message_is_shown(client, shelf):
    tag = client.get("/shop/")["ETag"]
    client.cookies["messages"] = f"anything-{constants.INFO}"

    assert again(client, "/shop/", tag) == 200


@pytest.mark.parametrize("header", ["HX-Request", "Authorization"])
def test_parts_of_pages_are_made(client, shelf, header):
    tag = client.get("/shop/")["ETag"]

    assert again(client, "/shop/", tag, **{header: "true"}) == 200


def test_errors_and_private_pages_have_no_tag(client, shelf):
    for path in ("/shop/none/", "/p/none-1", "/shop/?price_min=x", "/basket/", "/account/login/"):
        assert "ETag" not in client.get(path)


def test_nobody_can_make_a_tag(client, shelf):
    assert again(client, "/shop/", f'W/"p-{"0" * 32}"') == 200
    assert again(client, "/shop/", "*") == 200


def test_a_change_that_was_rolled_back_is_none(client, longan):
    tag = client.get("/shop/")["ETag"]
    with transaction.atomic():
        refresh.listing(longan.pk)
        transaction.set_rollback(True)

    assert again(client, "/shop/", tag) == 304


def test_adding_up_leaves_the_state_as_it_is(longan):
    refresh.listing(longan.pk)
    before = changes.state()

    changes.compact()
    changes.compact()

    assert changes.state() == before
    assert PageChange.objects.count() == 1
    refresh.listing(longan.pk)
    assert changes.state() != before


def test_holding_stock_counts_as_a_change():
    pack = factories.pack(units=5)
    before = changes.state()

    holding.hold([])
    assert changes.state() == before
    refresh.stock([pack.listing_id])

    assert changes.state() != before
