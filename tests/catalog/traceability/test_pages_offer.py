"""What a trace page offers beside its verdict, and what it calls the goods."""

import datetime as dt

import pytest

from catalog.traceability import recalls, shop
from catalog.traceability.loading import stacking
from catalog.traceability.lots import holding, packing
from catalog.traceability.models import Lot
from catalog.traceability.parties import registering
from marketplace.records import clock
from tests.catalog.traceability.reading import see, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def box(lot, item):
    return packing.pack(lot.pk, item.key, units=1, reference="SO-1", by=None)[0]


@pytest.fixture
def keeping_and_buying(client, box):
    """What a page says of keeping and buying again, with a shop that tells of both."""

    def tell(_lot, _item, _language):
        return shop.Facts(listing_url="/p/nhan-12", keeping="In a paper bag: a week.")

    def said():
        page = see(client, f"/t/{box.code}")[1]
        return "In a paper bag" in words(page), page.find("a", href="/p/nhan-12") is not None

    shop.register(tell)
    yield said
    shop.forget(tell)


def test_good_goods_are_kept_and_bought_again(keeping_and_buying):
    assert keeping_and_buying() == (True, True)


def test_nobody_is_told_how_to_keep_what_must_not_be_eaten(keeping_and_buying, lot):
    recalls.recall(lot.pk, reason="Thuốc còn tồn dư", by=None)

    assert keeping_and_buying() == (False, False)


def test_a_held_lot_is_not_sold_beside_its_warning(keeping_and_buying, lot):
    holding.hold(lot.pk, reason="Phun thuốc báo muộn.", by=None)

    assert keeping_and_buying() == (False, False)


def test_goods_past_their_best_are_bought_again_but_not_kept_longer(keeping_and_buying, lot):
    with clock.moved_to(clock.now() + dt.timedelta(days=9)):
        assert keeping_and_buying() == (False, True)


@pytest.mark.parametrize(
    ("crop", "variety", "goods"),
    [
        ("Nhãn", "", "Nhãn"),
        ("Nhãn", "nhãn", "Nhãn"),
        ("Nhãn", "Nhãn miền thiết", "Nhãn miền thiết"),
        ("Trái cây khác", "Quýt", "Trái cây khác (Quýt)"),
    ],
)
def test_goods_are_called_by_crop_and_variety_each_word_once(crop, variety, goods):
    assert Lot(crop=crop, variety=variety).goods == goods


def test_a_weight_that_stands_in_the_name_is_not_said_again(client, lot):
    small = registering.item("pack-35", name_vi="Hộp 400 g", name_en="Box 400 g", net_weight_g=400)
    box = packing.pack(lot.pk, small.key, units=1, by=None)[0]

    assert see(client, f"/t/{box.code}")[1].h2.text == "Box 400 g"


def test_the_page_of_a_pallet_speaks_of_a_pallet_and_of_no_empty_history(client, box, party):
    unit = stacking.open_unit(party.key, by=None)
    stacking.load(unit.pk, [box.code], by=None)

    page = see(client, f"/t/{unit.code}")[1]

    assert [heading.text for heading in page.find_all("h2")] == [
        "Pallet or carton of several boxes",
        "What lies on it, and who packed it",
        "What next",
        "Check it yourself",
    ]
    assert page.select_one("section p.m").text.split() == [
        "Pallet",
        *page.select_one("code").text.split(),
    ]
