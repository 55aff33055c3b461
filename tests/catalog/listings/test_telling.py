"""Trace pages lead back to the shop: buy again, picture, keeping advice, papers of that day."""

import datetime as dt
import io
import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.utils import translation
from PIL import Image

from catalog.certificates import recording
from catalog.certificates.models import Certificate
from catalog.goods.models import GoodsCategory
from catalog.listings import pictures, telling, visibility
from catalog.listings.models import Listing, ListingPicture, Pack
from catalog.shelf import refresh
from catalog.traceability.models import Box, Lot
from marketplace.records import clock
from tests import factories
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db


@pytest.fixture
def pack() -> Pack:
    """A pack of a listing with ten units."""
    return factories.pack(units=10)


@pytest.fixture
def box(pack: Pack) -> Box:
    """A box that was sold and sent."""
    hands.send(hands.member(pack.listing.cooperative), hands.parcel(hands.ordered(pack)))
    return Box.objects.select_related("lot").get()


def see(code: str, language: str = "en") -> tuple[BeautifulSoup, bytes]:
    """The trace page as it is read."""
    answer = Client().get(f"/t/{code}?lang={language}")
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser"), answer.content


def certify(listing: Listing, begins: int, ends: int, **facts: object) -> Certificate:
    """A certificate of the listing that holds from so many days on to so many days on."""
    today = clock.local_day()
    made = recording.record(
        listing.cooperative_id,
        **{"scheme": "vietgap", "number": "VG-17", "issuer": "Chi cục TT&BVTV"} | facts,
        valid_from=today + dt.timedelta(days=begins),
        valid_to=today + dt.timedelta(days=ends),
        by=factories.user(),
    )
    listing.certificates.add(made)
    return made


def picture(listing: Listing) -> None:
    """A photo of the goods on the shelf."""
    drawn = io.BytesIO()
    Image.new("RGB", (900, 900), "orange").save(drawn, "JPEG")
    upload = SimpleUploadedFile("nhan.jpg", drawn.getvalue(), "image/jpeg")
    kept = pictures.take(upload, cooperative_id=listing.cooperative_id, by=factories.user())
    kept.sizes = pictures.make_sizes(kept)
    kept.save()
    shown = ListingPicture(listing=listing, picture=kept, position=0, alt="Chùm nhãn trên cành")
    shown.save()
    with transaction.atomic():
        refresh.listing(listing.pk)


@pytest.mark.parametrize(("language", "prefix"), [("vi", ""), ("en", "/en")])
def test_buy_again_leads_to_the_listing_in_the_readers_language(
    pack: Pack, box: Box, language: str, prefix: str
) -> None:
    for code in (box.code, box.lot.code):
        page, _bytes = see(code, language)
        address = f"{prefix}{pack.listing.get_absolute_url()}"
        (link,) = [a["href"] for a in page.find_all("a") if a["href"].endswith(address)]
        assert Client().get(link).status_code == 200


def test_goods_that_left_the_shelf_are_told_of_without_a_link(pack: Pack, box: Box) -> None:
    visibility.hide(pack.listing_id, by=factories.user())

    page, _bytes = see(box.code)

    assert not [a for a in page.find_all("a") if "/p/" in a["href"]]
    assert json.loads(Client().get(f"/api/v1/trace/{box.code}").content)["listing"] == (
        pack.listing_id
    )


def test_only_papers_that_held_on_the_harvest_day_are_shown(pack: Pack, box: Box) -> None:
    certify(pack.listing, -30, 30)
    certify(pack.listing, -30, -1, number="VG-OLD")
    certify(pack.listing, 1, 30, number="VG-LATER")
    certify(pack.listing, -30, 0, scheme="ocop", stars=4, number="QĐ 12")

    page, _bytes = see(box.code)
    papers = " ".join(page.find(id="c").parent.get_text(" ").split())

    assert "VietGAP" in papers
    assert "VG-17" in papers
    assert "OCOP, 4 stars" in papers
    assert "VG-OLD" not in papers
    assert "VG-LATER" not in papers


def test_the_picture_is_the_smallest_there_is(pack: Pack, box: Box) -> None:
    picture(pack.listing)

    page, _bytes = see(box.code)

    assert page.img["alt"] == "Chùm nhãn trên cành"
    assert page.img["src"].endswith("-320.jpg")
    assert page.img["src"].startswith("/media/")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("fresh-fruit/longan", "paper bag"),
        ("fresh-fruit/other", "wash it only before"),
        ("tea/green", "tightly closed"),
        ("honeycomb", ""),
        ("handicraft", ""),
    ],
)
def test_each_kind_of_goods_has_its_own_keeping(path: str, words: str) -> None:
    with translation.override("en"):
        told = telling.keeping(path)

    assert (words in told) if words else (told == "")


def test_every_key_of_the_advice_is_a_category(db: None) -> None:
    known = set(GoodsCategory.objects.values_list("path", flat=True))

    assert set(telling.KEEPING) <= known


def test_the_page_stays_small_with_everything_on_it(pack: Pack, box: Box) -> None:
    picture(pack.listing)
    for number in range(3):
        certify(pack.listing, -30, 300, number=f"VG-{number}", issuer="Trung tâm chứng nhận " * 3)

    for language in ("vi", "en"):
        _page, sent = see(box.code, language)
        assert len(sent) <= 10_000


def test_the_shop_asks_two_questions(pack: Pack, box: Box, django_assert_num_queries: Any) -> None:
    certify(pack.listing, -30, 30)
    lot, item = Lot.objects.get(pk=box.lot_id), pack.item

    with django_assert_num_queries(2):
        telling.tell(lot, item, "vi")
    with django_assert_num_queries(2):
        telling.tell(lot, None, "vi")
    with django_assert_num_queries(6):
        Client().get(f"/t/{box.code}")


def test_a_box_is_called_by_its_whole_name_in_both_languages(box: Box) -> None:
    assert see(box.code, "vi")[0].h2.text == "Nhãn Sông Mã, Hộp 2 kg"
    assert see(box.code, "en")[0].h2.text == "Nhãn Sông Mã (en), Box of 2 kg"
