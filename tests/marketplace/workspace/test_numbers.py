"""A cooperative writes down its own numbers, or asks the province for one."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from catalog.listings.models import Pack
from catalog.traceability.identities import numbering
from catalog.traceability.models import GivenNumber, NumberPool
from marketplace.records.models import AuditEntry
from tests import factories
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db
OWN = "9529999000019"


@pytest.fixture
def goods() -> Pack:
    """A pack on sale, without a number."""
    return factories.pack(factories.cooperative("HTX Nắng Sông Mã"))


@pytest.fixture
def seller(goods: Pack) -> Client:
    """Its owner."""
    return hands.member(goods.listing.cooperative)


@pytest.fixture
def address(goods: Pack) -> str:
    """The page of the numbers."""
    return f"/en/sell/listings/{goods.listing_id}/numbers/"


def borne(pack: Pack) -> tuple[str, str]:
    """The number of a pack, and whose it is."""
    item = Pack.objects.select_related("item").get(pk=pack.pk).item
    return item.gtin, item.scheme


def test_the_province_gives_a_pack_its_number_once(
    goods: Pack, seller: Client, address: str
) -> None:
    numbering.register("9521234", "gtin", by=None)
    page = BeautifulSoup(seller.get(address).content, "html.parser")
    assert page.select_one("button[name=ask]") is not None

    for _press in range(2):
        assert seller.post(address, {"pack": goods.pk, "ask": "1"}).status_code == 302

    assert borne(goods) == ("09521234000006", "pool")
    assert GivenNumber.objects.count() == 1
    assert "9521234000006" in seller.get(address).content.decode()
    assert AuditEntry.objects.get(what="numbers.given").by is not None


def test_without_a_prefix_nobody_is_offered_a_number(
    goods: Pack, seller: Client, address: str
) -> None:
    page = BeautifulSoup(seller.get(address).content, "html.parser")
    assert page.select_one("button[name=ask]") is None

    answer = seller.post(address, {"pack": goods.pk, "ask": "1"})

    assert answer.status_code == 422
    assert "The province has no number left" in answer.content.decode()
    assert borne(goods) == ("", "internal")


def test_an_own_number_is_written_down(goods: Pack, seller: Client, address: str) -> None:
    answer = seller.post(address, {"pack": goods.pk, f"p{goods.pk}-gtin": "952 999900 0019"})

    assert answer.status_code == 302
    assert borne(goods) == (f"0{OWN}", "own")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("9529999000018", "This is no GTIN"),
        ("", "This field is required"),
        ("nhãn", "This is no GTIN"),
        ("9" * 30, "at most 20"),
        ("9521234000006", "belongs to the province"),
        ("9529999000026", "stands for other goods"),
    ],
)
def test_a_wrong_number_is_told_in_the_form_and_nothing_changes(
    goods: Pack, seller: Client, address: str, typed: str, words: str
) -> None:
    numbering.register("9521234", "gtin", by=None)
    numbering.take_own(
        factories.pack(factories.cooperative("HTX B")).item.key, "9529999000026", by=None
    )

    answer = seller.post(address, {"pack": goods.pk, f"p{goods.pk}-gtin": typed})

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert borne(goods) == ("", "internal")
    assert NumberPool.objects.get().next_reference == 0


@pytest.mark.parametrize("pack", ["", "0", "-1", "x", "9" * 30, "٣"])
def test_a_pack_that_is_none_is_not_found(seller: Client, address: str, pack: str) -> None:
    assert seller.post(address, {"pack": pack, "ask": "1"}).status_code == 404


def test_nobody_numbers_the_packs_of_others(goods: Pack, seller: Client, address: str) -> None:
    other = factories.pack(factories.cooperative("HTX B"))
    numbering.register("9521234", "gtin", by=None)

    theirs = seller.post(
        f"/en/sell/listings/{other.listing_id}/numbers/", {"pack": other.pk, "ask": "1"}
    )
    mixed = seller.post(address, {"pack": other.pk, "ask": "1"})

    assert (theirs.status_code, mixed.status_code) == (404, 404)
    assert borne(other) == ("", "internal")


def test_the_listing_leads_to_its_numbers(goods: Pack, seller: Client, address: str) -> None:
    page = BeautifulSoup(
        seller.get(f"/en/sell/listings/{goods.listing_id}/").content, "html.parser"
    )

    assert page.find("a", href=address) is not None
