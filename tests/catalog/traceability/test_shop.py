"""What a shop adds to the trace pages of its goods."""

import pytest

from catalog.traceability import recalls, shop
from catalog.traceability.lots import packing
from tests.catalog.traceability.reading import see, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def box(lot, item):
    return packing.pack(lot.pk, item.key, units=1, reference="SO-1", by=None)[0]


def test_a_shop_adds_where_to_buy_and_which_papers_held(client, box):
    def tell(lot, item, language):
        return shop.Facts(
            listing_url="/p/nhan-12",
            picture_url="/media/nhan.webp",
            picture_alt="Nhãn",
            papers=(shop.Paper("VietGAP", "valid", f"VG-1, {item.key}, {language}"),),
        )

    shop.register(tell)
    try:
        _answer, page = see(client, f"/t/{box.code}")
    finally:
        shop.forget(tell)

    assert page.find("a", href="/p/nhan-12").text == "Buy again from this grower"
    assert page.img["alt"] == "Nhãn"
    assert "VietGAP valid VG-1, pack-34, en" in words(page)


def test_goods_called_back_are_not_offered_again(client, box, lot):
    def tell(_lot, _item, _language):
        return shop.Facts(listing_url="/p/nhan-12", keeping="Keeps for a week in a paper bag.")

    shop.register(tell)
    try:
        _answer, before = see(client, f"/t/{box.code}")
        recalls.recall(lot.pk, reason="Thuốc còn tồn dư", by=None)
        _answer, page = see(client, f"/t/{box.code}")
    finally:
        shop.forget(tell)

    assert before.find("a", href="/p/nhan-12")
    assert "Keeps for a week" in words(before)
    assert page.find("a", href="/p/nhan-12") is None
    assert "Keeps for a week" not in words(page)
    assert page.select_one(".v a.b").text == "What to do with it"
