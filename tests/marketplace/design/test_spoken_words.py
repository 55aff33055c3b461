"""On English pages whatever is Vietnamese says so (WCAG 3.1.2); on Vietnamese ones nothing does."""

import re

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from oscar.apps.order.models import Order

from catalog.listings.models import ListingPicture, ListingText, Pack, Picture
from catalog.models import Cooperative, Listing
from catalog.shelf import refresh
from marketplace.records import tokens
from marketplace.records.clock import now
from tests import factories
from tests.catalog import buying

pytestmark = pytest.mark.django_db
# Written by the cooperative in Vietnamese alone, and findable on any page.
TITLE, TEXT, PACK = "Nhãn chưa dịch", "Lời kể chưa dịch", "Hộp chưa dịch"
STORY, ALT = "Chuyện vườn chưa dịch", "Ảnh chưa dịch"
UNTRANSLATED = re.compile("chưa dịch")


@pytest.fixture
def pack() -> Pack:
    """On the shelf in Vietnamese alone: words, picture, pack, and the cooperative's story."""
    seller = factories.cooperative()
    Cooperative.objects.filter(pk=seller.pk).update(story=f"{STORY}, mở đầu\n\n{STORY}, phần sau")
    listing = factories.listing(seller, title=TITLE)
    ListingText.objects.filter(listing=listing, language="en").delete()
    ListingText.objects.filter(listing=listing).update(description=TEXT)
    listing.packs.update(name_vi=PACK, name_en="")
    picture = Picture.objects.create(
        cooperative=seller,
        token=tokens.fresh(),
        original="pictures/a.jpg",
        width=800,
        height=600,
        sha256="0" * 64,
        uploaded_by=factories.user(),
        uploaded_at=now(),
    )
    ListingPicture.objects.create(listing=listing, picture=picture, alt=ALT, position=0)
    refresh.listing(listing.pk)
    return Pack.objects.get(listing=listing)


def heard(html: str) -> dict[str, set[str]]:
    """The untranslated words of a page, by the language a screen reader takes them for."""
    page = BeautifulSoup(html, "html.parser")
    for silent in page.find_all(["title", "script", "meta"]):
        silent.decompose()
    found: dict[str, set[str]] = {}
    for text in page.find_all(string=UNTRANSLATED):
        found.setdefault(language(text.parent), set()).add(str(text))
    for image in page.find_all("img", alt=UNTRANSLATED):
        found.setdefault(language(image), set()).add(str(image["alt"]))
    return found


def language(element: Tag | None) -> str:
    """The language of an element: its own, or that of the nearest one around it."""
    while element is not None and not element.get("lang"):
        element = element.parent
    return str(element["lang"]) if element is not None else ""


def walk(client: Client, pack: Pack) -> dict[str, dict[str, set[str]]]:
    """What is heard on the English pages of a purchase."""
    listing: Listing = pack.listing
    addresses = {
        "home": "/en/",
        "shop": "/en/shop/",
        "search": "/en/search?q=nhan",
        "category": "/en/shop/fresh-fruit/longan/",
        "product": f"/en{listing.get_absolute_url()}",
        "cooperative": f"/en{listing.cooperative.get_absolute_url()}",
        "trace": f"/t/{factories.balance(pack).lot.code}?lang=en",
    }
    pages = {name: client.get(address) for name, address in addresses.items()}
    buying.fill(client, pack)
    pages["basket"] = client.get("/en/basket/")
    client.post("/en/checkout/", {**buying.address(), "step": "price"})
    pages["checkout"] = client.get("/en/checkout/")
    client.post("/en/checkout/", buying.form(pages["checkout"].content.decode(), channel="cod"))
    order = Order.objects.get()
    asked = f"?token={order.placement.token}"
    pages["order"] = client.get(f"/en/o/{order.number}{asked}", follow=True)
    return {name: heard(page.content.decode()) for name, page in pages.items()}


def test_untranslated_words_on_english_pages_are_vietnamese_to_the_ear(client, pack):
    pages = walk(client, pack)

    assert {name: found for name, found in pages.items() if set(found) - {"vi"}} == {}
    # None of them was left out: the words stand there. (Home shows what editors put on it.)
    assert {name for name, found in pages.items() if found} >= {
        *("shop", "search", "category", "product", "cooperative"),
        *("basket", "checkout", "order"),
    }
    assert {TITLE, TEXT, ALT} <= pages["product"]["vi"]


def test_vietnamese_pages_mark_nothing(client, pack):
    answer = client.get(pack.listing.get_absolute_url())

    page = BeautifulSoup(answer.content, "html.parser")
    main = page.find("main")
    assert isinstance(main, Tag)
    assert main.find_all(attrs={"lang": True}) == []
    assert set(heard(answer.content.decode())) == {"vi"}
