"""The shop and its categories: cards, facets that count right, orders, pages."""

import re

import pytest

from catalog.communes.queries import by_code
from catalog.listings.models import Listing
from catalog.shelf import tallies
from tests import factories
from tests.catalog.browse.test_search import titles

pytestmark = pytest.mark.django_db

FACET = re.compile(
    r'<input type="checkbox" name="(\w+)" value="([^"]*)"( checked)?><span>([^<]*)</span>'
    r'<span class="c">(\d+)</span>'
)


def facets(page) -> dict[str, dict[str, int]]:
    """What each filter offers: value → count."""
    found: dict[str, dict[str, int]] = {}
    for name, value, _, _, count in FACET.findall(page.content.decode()):
        found.setdefault(name, {})[value] = int(count)
    return found


def test_the_shop_shows_everything_what_is_in_season_first(client, shelf):
    page = client.get("/shop/")

    assert set(titles(page)[:4]) == {
        "Nhãn Sông Mã cả chùm",
        "Nhãn chín muộn",
        "Chè shan tuyết Tà Xùa",
        "Sơn tra tươi",
    }
    assert len(titles(page)) == 8


def test_facets_count_what_choosing_them_leads_to(client, shelf):
    song_ma = shelf["Sơn tra tươi"].commune.code
    other = shelf["Mận hậu Mộc Châu"].commune.code

    counted = facets(client.get("/shop/"))

    assert counted["category"] == {
        "fresh-fruit": 5,
        "fresh-fruit/longan": 2,
        "fresh-fruit/mango": 1,
        "fresh-fruit/other": 1,
        "fresh-fruit/plum": 1,
        "coffee": 1,
        "honey": 1,
        "tea": 1,
    }
    assert counted["commune"] == {song_ma: 4, other: 4}
    assert counted["certificate"] == {"ocop": 1, "organic": 1, "vietgap": 1}
    assert counted["ocop"] == {"3": 1, "4": 1}
    assert counted["in_season"] == {"1": 4}


def test_every_count_is_kept(client, shelf):
    """Whatever is ticked already, ticking a value leads to as many listings as it says."""
    for ticked in (
        {},
        {"in_season": "1"},
        {"commune": shelf["Sơn tra tươi"].commune.code},
        {"category": "fresh-fruit", "certificate": "vietgap"},
        {"q": "nhan"},
        {"price_min": "100000"},
    ):
        for name, options in facets(client.get("/shop/", ticked)).items():
            for value, count in options.items():
                page = client.get("/shop/", {**ticked, name: value})
                assert (name, value, len(titles(page))) == (name, value, count)


def test_a_facet_is_counted_without_its_own_choice(client, shelf):
    code = shelf["Sơn tra tươi"].commune.code
    counted = facets(client.get("/shop/", {"commune": code, "in_season": "1"}))

    assert sorted(counted["commune"].values()) == [2, 2]
    assert counted["in_season"] == {"1": 2}
    assert counted["certificate"] == {"ocop": 1}


def test_several_values_of_a_facet_mean_any_of_them(client, shelf):
    page = client.get("/shop/", {"certificate": ["organic", "vietgap"]})

    assert set(titles(page)) == {"Nhãn chín muộn", "Chè shan tuyết Tà Xùa"}


def test_a_category_holds_those_below_it(client, shelf):
    assert len(titles(client.get("/shop/fresh-fruit/"))) == 5
    assert set(titles(client.get("/shop/fresh-fruit/longan/"))) == {
        "Nhãn Sông Mã cả chùm",
        "Nhãn chín muộn",
    }
    assert "category" not in facets(client.get("/shop/fresh-fruit/"))


def test_an_unknown_category_is_not_found(client, db):
    paths = ("fruit", "fresh-fruit/lychee", "a//b", "../x", "x" * 500, "x" * 20_000)

    answers = [client.get(f"/shop/{path}/").status_code for path in paths]

    assert answers == [404, 404, 404, 404, 404, 400]


def test_prices_limit_what_is_shown(client, shelf):
    page = client.get("/shop/", {"price_min": "100.000", "price_max": "150000"})

    assert set(titles(page)) == {"Xoài tròn Yên Châu", "Cà phê Arabica rang mộc"}


def test_goods_can_be_put_in_order(client, shelf):
    cheapest = titles(client.get("/shop/", {"sort": "price_per_kg"}))
    newest = titles(client.get("/shop/", {"sort": "newest"}))

    assert cheapest[:2] == ["Sơn tra tươi", "Mận hậu Mộc Châu"]
    assert cheapest[-1] == "Chè shan tuyết Tà Xùa"
    assert newest == list(reversed(shelf))


def test_what_is_sold_out_stands_last_and_says_so(client, shelf):
    seller = factories.cooperative("HTX Hết")
    factories.listing(seller, title="Nhãn hết hàng", units=0)

    page = client.get("/shop/")

    assert titles(page)[-1] == "Nhãn hết hàng"
    assert page.content.decode().count('class="card p-longan gone"') == 1


def test_pages_lead_on_and_back(client, shelf):
    seller = factories.cooperative("HTX Đông")
    draft = factories.listing(seller, title="Nhãn mẫu")
    item = draft.shelf
    for number in range(30):
        copy = Listing.objects.create(
            cooperative=seller,
            category=draft.category,
            commune=draft.commune,
            created_at=draft.created_at,
        )
        item.pk, item.listing, item.title_vi = copy.pk, copy, f"Nhãn {number:02d}"
        item.save(force_insert=True)
    tallies.recount()

    first = client.get("/shop/", {"sort": "newest"}).content.decode()
    second = client.get("/shop/", {"sort": "newest", "page": 2})

    assert 'href="/shop/?sort=newest&amp;page=2" rel="next"' in first
    assert len(titles(second)) == 39 - 24
    assert 'href="/shop/?sort=newest" rel="prev"' in second.content.decode()


BAD = (
    *({"page": page} for page in ("-1", "0", "51", str(10**30), "x", "1 OR 1=1", "٣")),
    *({"sort": sort} for sort in ("owner__password", "-price", "newest\0")),
    *({"price_min": price} for price in ("NaN", "-1", "1e400", str(10**30), "１０００x")),
    *({"commune": code} for code in ("0366", "x" * 20_000, "03646\0", "%%%%%")),
    *({"cooperative": key} for key in ("0", "-1", "9" * 30, "1.5")),
    *({"category": path} for path in ("../etc", "a" * 20_000, "TEA", "tea\0")),
    *({"certificate": scheme} for scheme in ("%", "vietgap'--")),
    {"ocop_min": "9"},
    {"in_season": "maybe"},
    {"commune": [f"{number:05d}" for number in range(50)]},
)


def test_impossible_questions_are_refused_in_words(client, db):
    answers = {str(question): client.get("/shop/", question) for question in BAD}

    statuses = {asked: page.status_code for asked, page in answers.items()}
    assert statuses == dict.fromkeys(answers, 400)
    pages = [page for page in answers.values() if page["Content-Type"].startswith("text/html")]
    assert all(b"</strong>: " in page.content for page in pages)
    assert len(pages) > 20


def test_an_unknown_choice_leads_to_an_empty_page(client, shelf):
    page = client.get("/shop/", {"commune": "99999", "cooperative": str(10**17)})

    assert page.status_code == 200
    assert titles(page) == []


def test_unknown_parameters_are_ignored(client, shelf):
    assert len(titles(client.get("/shop/", {"utm_source": "x", "owner__password": "y"}))) == 8


@pytest.mark.parametrize("method", ["post", "put", "delete", "trace"])
def test_lists_are_only_read(client, db, method):
    assert getattr(client, method)("/shop/").status_code == 405


def test_a_list_costs_few_queries(client, shelf, django_assert_max_num_queries):
    for address, most in (("/shop/", 3), ("/shop/fresh-fruit/", 4), ("/shop/?in_season=1", 3)):
        with django_assert_max_num_queries(most):
            client.get(address)


def test_english_pages_show_english_words(client, shelf):
    page = client.get("/en/shop/fresh-fruit/").content.decode()

    assert "<h1>Fresh fruit</h1>" in page
    assert 'href="/en/p/nhan-chin-muon-' in page
    assert "Nhãn chín muộn (en)" in page


def test_a_title_nobody_translated_says_its_language(client, shelf):
    shelf["Sơn tra tươi"].shelf.__class__.objects.filter(title_vi="Sơn tra tươi").update(
        title_en=""
    )

    page = client.get("/en/shop/").content.decode()

    assert 'lang="vi">Sơn tra tươi</a>' in page


def test_facets_name_places_and_people(client, shelf):
    page = client.get("/shop/").content.decode()

    assert by_code(shelf["Sơn tra tươi"].commune.code).name in page
    assert "<span>HTX Mây</span>" in page


def test_rare_values_are_offered_when_asked_for(client, shelf):
    for number in range(14):
        factories.listing(factories.cooperative(f"HTX {number:02d}"), title=f"Nhãn {number}")

    few = client.get("/shop/")
    all_of_them = client.get("/shop/", {"all": "cooperative"})

    assert len(facets(few)["cooperative"]) == 12
    assert 'href="/shop/?all=cooperative"' in few.content.decode()
    assert len(facets(all_of_them)["cooperative"]) == 14 + 2
