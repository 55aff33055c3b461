"""What a phone has to fetch before a page reads and works: HTML, stylesheet and scripts, packed."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from django.utils import translation
from oscar.apps.order.models import Order

from catalog.models import Listing, Pack
from catalog.traceability.models import Lot
from marketplace.design import stylesheet
from tests import database, factories
from tests.catalog import buying
from tests.journeys.visiting import Visitor

pytestmark = pytest.mark.django_db

KB = 1_000
A_FULL_PAGE = 24


@pytest.fixture(scope="module")
def _stocked(django_db_setup, django_db_blocker) -> Iterator[list[Listing]]:
    """Listings made once for this file."""
    yield from database.lasting(django_db_blocker, listings)


@pytest.fixture
def goods(_stocked: list[Listing], db: None) -> list[Listing]:
    """A whole page of listings of four cooperatives; what is bought is taken back."""
    return _stocked


def listings() -> list[Listing]:
    """As many as a page shows."""
    sellers = [factories.cooperative() for _ in range(4)]
    titles = ("Nhãn Sông Mã cả chùm", "Xoài tròn Yên Châu", "Mận hậu Mộc Châu loại một")
    return [
        factories.listing(sellers[n % 4], title=titles[n % 3], prices=(89_000, 180_000))
        for n in range(A_FULL_PAGE)
    ]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_pages_of_the_shop_are_light(goods: list[Listing], language: str) -> None:
    first = goods[0]
    prefix = "" if language == "vi" else "/en"

    weights = {
        address: weight(Visitor().open(prefix + address))
        for address in (
            "/",
            "/shop/",
            "/shop/fresh-fruit/",
            "/search?q=nhan",
            f"/p/{first.slug}-{first.pk}",
            f"/htx/{first.cooperative.slug}",
        )
    }

    assert {address: n for address, n in weights.items() if n > 60 * KB} == {}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_pages_that_take_the_order_are_lighter(goods: list[Listing], language: str) -> None:
    prefix = "" if language == "vi" else "/en"
    buyer = Visitor()
    with translation.override(language):
        buying.fill(buyer.client, *Pack.objects.order_by("pk")[:8:2])

        basket = weight(buyer.open(f"{prefix}/basket/"))
        checkout = weight(buyer.open(f"{prefix}/checkout/"))
        buyer.send("main form", press="price", **buying.address())
        priced = weight(buyer)
        buyer.send("main form", press="place", consent="yes")
    assert buyer.page.select_one("#pay-memo") is not None
    payment = weight(buyer)
    token = Order.objects.get().placement.token
    order = weight(buyer.open(f"{prefix}/o/{Order.objects.get().number}?token={token}"))

    assert max(basket, checkout, priced, order) <= 50 * KB
    assert payment <= 30 * KB


def test_a_trace_page_is_ten_kilobytes_and_its_own_stylesheet_four(goods: list[Listing]) -> None:
    lot = Lot.objects.latest("pk")

    page = Visitor().open(f"/t/{lot.code}")

    assert len(page.content) <= 10 * KB
    (script,) = page.page.select("script")
    assert script.has_attr("defer")
    (sheet,) = page.page.select('link[rel="stylesheet"]')
    assert len(packed(asset(str(sheet["href"])))) <= 4 * KB


def test_a_font_is_no_part_of_the_trace_page(goods: list[Listing]) -> None:
    page = Visitor(Client()).open(f"/t/{Lot.objects.latest('pk').code}")

    assert page.page.select('[as="font"]') == []
    assert b"@font-face" not in asset(str(page.page.select_one('[rel="stylesheet"]')["href"]))


def weight(visitor: Visitor) -> int:
    """Packed bytes of the page and of every stylesheet and script it names."""
    named = {str(tag["href"]) for tag in visitor.page.select('link[rel="stylesheet"]')}
    named |= {str(tag["src"]) for tag in visitor.page.select("script[src]")}
    return len(packed(visitor.content)) + sum(len(packed(asset(one))) for one in named)


def asset(address: str) -> bytes:
    """A static file as it is served."""
    name = urlsplit(address).path.removeprefix(settings.STATIC_URL)
    if name == "css/market.css":
        return stylesheet.joined(settings.BASE_DIR / "static" / "css").encode()
    found = finders.find(name)
    assert isinstance(found, str), address
    return Path(found).read_bytes()


def packed(content: bytes) -> bytes:
    """As gzip sends it."""
    return gzip.compress(content, 9)
