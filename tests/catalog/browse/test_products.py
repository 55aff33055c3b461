"""The page of a listing."""

import pytest

from catalog.listings.models import Listing
from catalog.shelf import refresh
from tests import factories

pytestmark = pytest.mark.django_db


def address(listing: Listing) -> str:
    """Where the listing is read about."""
    return f"/p/{listing.slug}-{listing.pk}"


def test_a_listing_says_what_it_is_and_who_sells_it(client, shelf):
    listing = shelf["Nhãn Sông Mã cả chùm"]

    page = client.get(address(listing)).content.decode()

    for words in ("Nhãn Sông Mã cả chùm", "HTX Nắng", "Xã Sông Mã", "89.000", "44.500", "OCOP"):
        assert words in page
    assert 'action="/basket/add/"' in page
    lot = listing.packs.get().balances.get().lot
    assert lot.code in page


def test_a_listing_costs_six_queries(client, shelf, django_assert_max_num_queries):
    client.get(address(shelf["Nhãn chín muộn"]))

    with django_assert_max_num_queries(6):
        client.get(address(shelf["Nhãn chín muộn"]))


def test_a_wrong_slug_leads_to_the_right_one_for_good(client, shelf):
    listing = shelf["Sơn tra tươi"]

    moved = client.get(f"/p/tao-meo-{listing.pk}?pack=3")
    english = client.get(f"/en/p/x-{listing.pk}")

    assert (moved.status_code, moved["Location"]) == (301, f"{address(listing)}?pack=3")
    assert (english.status_code, english["Location"]) == (301, f"/en{address(listing)}")


def test_what_the_province_withdrew_is_gone_and_says_so(client, shelf):
    listing = shelf["Sơn tra tươi"]
    Listing.objects.filter(pk=listing.pk).update(state=Listing.State.WITHDRAWN)
    refresh.listing(listing.pk)

    page = client.get(address(listing))

    assert page.status_code == 410
    assert "Sơn tra tươi" in page.content.decode()
    assert "/basket/add/" not in page.content.decode()


def test_what_the_cooperative_hid_is_not_found_and_says_so(client, shelf):
    listing = shelf["Sơn tra tươi"]
    Listing.objects.filter(pk=listing.pk).update(state=Listing.State.HIDDEN)
    refresh.listing(listing.pk)

    page = client.get(address(listing))

    assert page.status_code == 404
    assert "Sơn tra tươi" in page.content.decode()


def test_a_draft_is_not_found_by_strangers(client, shelf):
    draft = Listing.objects.create(
        cooperative=shelf["Sơn tra tươi"].cooperative,
        category=shelf["Sơn tra tươi"].category,
        commune=shelf["Sơn tra tươi"].commune,
        created_at=shelf["Sơn tra tươi"].created_at,
    )

    assert client.get(f"/p/-{draft.pk}").status_code == 404


def test_nothing_stands_at_odd_addresses(client, db):
    odd = ("x-999999999", f"x-{10**18}", f"x-{'9' * 30}", "x-", "x", "x-1%00", f"{'x' * 20_000}-1")

    answers = [client.get(f"/p/{path}", follow=True).status_code for path in odd]

    assert answers == [404, 404, 404, 404, 404, 400, 400]


def test_the_pack_asked_for_is_chosen(client, db):
    listing = factories.listing(prices=(89_000, 160_000))
    dear = listing.packs.get(price=160_000)

    page = client.get(f"{address(listing)}?pack={dear.pk}").content.decode()
    odd = client.get(f"{address(listing)}?pack=' OR 1=1")

    assert f'value="{dear.pk}" required checked' in page
    assert odd.status_code == 200


def test_a_sold_out_listing_cannot_be_put_into_the_basket(client, db):
    page = client.get(address(factories.listing(units=0))).content.decode()

    assert "/basket/add/" not in page


def test_words_of_cooperatives_are_shown_as_text(client, db):
    listing = factories.listing(title="<script>alert(1)</script> nhãn {{7*7}}")

    page = client.get(address(listing)).content.decode()

    assert "<script>alert(1)" not in page
    assert "49" not in page.split("<h1")[1].split("</h1>")[0]
