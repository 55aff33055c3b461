"""``GET /api/v1/listings`` and one listing, as the interface promises them."""

import pytest

from catalog.listings.models import Listing
from catalog.shelf import queries, tallies
from catalog.shelf.models import ShelfItem
from catalog.shelf.wanted import Wanted
from tests import factories

pytestmark = pytest.mark.django_db
HERE = "/api/v1/listings"


def test_a_list_has_cards_counts_and_facets(client):
    seller = factories.cooperative("HTX Nắng")
    listing = factories.listing(seller, prices=(89_000, 160_000), units=5)
    factories.listing(title="Cà phê Arabica", category="coffee", prices=(120_000,))

    body = client.get(HERE, {"category": "fresh-fruit"}).json()

    assert body["results"] == [
        {
            "id": listing.pk,
            "slug": listing.slug,
            "url": f"/p/{listing.slug}-{listing.pk}",
            "title": "Nhãn Sông Mã",
            "price": 89_000,
            "price_per_kg": 44_500,
            "unit": "Hộp 2 kg",
            "available": 10,
            "image": None,
            "cooperative": {"id": seller.pk, "name": "HTX Nắng", "slug": seller.slug},
            "commune": {"code": seller.commune.code, "name": seller.commune.name},
            "ocop_stars": 0,
            "season_months": [7, 8, 9],
            "preorder": None,
            "opens_on": None,
        }
    ]
    assert (body["count"], body["count_is_floor"]) == (1, False)
    assert (body["next"], body["previous"]) == (None, None)
    assert set(body["facets"]) == {
        *("category", "commune", "cooperative", "certificate", "ocop", "in_season")
    }
    assert {o["value"]: o["count"] for o in body["facets"]["category"]} == {
        "fresh-fruit": 1,
        "fresh-fruit/longan": 1,
        "coffee": 1,
    }
    assert body["facets"]["cooperative"] == [
        {"value": str(seller.pk), "label": "HTX Nắng", "count": 1}
    ]


def test_words_without_marks_find(client):
    factories.listing()

    assert client.get(HERE, {"q": "nhan songma"}).json()["count"] == 1
    assert client.get(HERE, {"q": "nhan sogn ma"}).json()["count"] == 1


def test_links_walk_the_whole_list_once(client):
    draft = factories.listing()
    item = draft.shelf
    for number in range(14):
        copy = Listing.objects.create(
            cooperative=draft.cooperative,
            category=draft.category,
            commune=draft.commune,
            created_at=draft.created_at,
        )
        item.pk, item.listing, item.price_per_kg = copy.pk, copy, 10_000 + number % 3
        item.save(force_insert=True)
    tallies.recount()

    for sort in ("season", "newest", "price_per_kg", "relevance"):
        link, seen = f"{HERE}?sort={sort}&page_size=4", []
        while link:
            body = client.get(link).json()
            seen += [card["id"] for card in body["results"]]
            link = body["next"]
        assert sorted(seen) == sorted(ShelfItem.objects.values_list("pk", flat=True))
        assert body["previous"].endswith(f"sort={sort}&page_size=4&page=3")


def test_marks_go_on_where_numbers_end(client):
    draft = factories.listing()
    item = draft.shelf
    for number in range(8):
        copy = Listing.objects.create(
            cooperative=draft.cooperative,
            category=draft.category,
            commune=draft.commune,
            created_at=draft.created_at,
        )
        item.pk, item.listing, item.price_per_kg = copy.pk, copy, 10_000 + number % 3
        item.save(force_insert=True)
    tallies.recount()

    for sort in ("season", "newest", "price_per_kg"):
        first = queries.page(Wanted(sort=sort), 1, 4)
        link = f"{HERE}?sort={sort}&page_size=4&after={first.mark}"
        seen = [card["id"] for card in first.cards]
        while link:
            body = client.get(link).json()
            seen += [card["id"] for card in body["results"]]
            link = body["next"]
        assert len(seen) == len(set(seen)) == 9


def test_a_listing_is_told_whole(client):
    listing = factories.listing(prices=(89_000,), units=5)
    pack = listing.packs.get()
    lot = pack.balances.get().lot

    body = client.get(f"{HERE}/{listing.pk}").json()

    assert body["texts"]["vi"] == {
        "title": "Nhãn Sông Mã",
        "description": "Nhãn Sông Mã, hái trong ngày.",
    }
    assert body["packs"] == [
        {
            "id": pack.pk,
            "name": "Hộp 2 kg",
            "grade": "",
            "net_weight_g": 2_000,
            "price": 89_000,
            "price_per_kg": 44_500,
            "available": 5,
            "preorder": None,
        }
    ]
    assert body["lots"][0]["code"] == lot.code
    assert body["lots"][0]["harvested_on"] == lot.harvested_on.isoformat()
    assert body["season"]["months"] == [7, 8, 9]
    assert (body["certificates"], body["protected_name"]) == ([], None)
    assert body["reviews"] == {"count": 0, "average": None}
    assert (body["id"], body["price"]) == (listing.pk, 89_000)


def test_what_is_not_on_sale_is_not_found(client):
    listing = factories.listing()
    Listing.objects.update(state=Listing.State.WITHDRAWN)
    ShelfItem.objects.all().delete()

    for key in (listing.pk, 10**9, 10**30, 0, -1):
        answer = client.get(f"{HERE}/{key}")
        assert answer.status_code == 404
        assert answer["Content-Type"] == "application/problem+json"


def test_bad_questions_are_problems(client):
    bad = (
        *({"page": page} for page in ("-1", "0", "51", str(10**30), "x")),
        *({"page_size": size} for size in ("0", "101", str(10**9))),
        *({"after": mark} for mark in ("x", "W10", "WyJuZXdlc3QiLDEsMV0", "%00"[:2])),
        *({"sort": sort} for sort in ("owner__password", "newest'")),
        *({"price_min": price} for price in ("NaN", "-1", "1.5", str(10**30))),
        *({"commune": code} for code in ("0366", "x" * 200)),
        *({"q": words} for words in ("x" * 201, "nhãn\0")),
        {"ocop_min": "9"},
        {"cooperative": "9" * 30},
    )

    answers = {str(question): client.get(HERE, question) for question in bad}

    kinds = {asked: answer.status_code // 100 for asked, answer in answers.items()}
    assert kinds == dict.fromkeys(answers, 4)


def test_a_list_costs_two_queries(client, django_assert_max_num_queries):
    factories.listing()
    with django_assert_max_num_queries(2):
        client.get(HERE)
