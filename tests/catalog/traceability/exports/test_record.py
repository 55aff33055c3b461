"""The Vietnamese record: every element with its rule, and what is not known said to be so."""

import datetime as dt
import json
import uuid

import pypdfium2
import pytest

from catalog.traceability import codes, shop
from catalog.traceability.diary import writing
from catalog.traceability.exports import consignments, handing, printing, record
from catalog.traceability.growing import enrolling
from catalog.traceability.lineage import making
from catalog.traceability.lots import packing, shipping
from tests.catalog.traceability.conftest import NOW, SONG_MA
from tests.catalog.traceability.exports import land

pytestmark = pytest.mark.django_db


def values(lot):
    """What the record of a lot says, by the key of its element, in English."""
    return {one.key: one.values for one in record.of(lot, "en").elements}


def spray(plot, day, wait=7):
    """A spraying, in the diary."""
    work = writing.Work(
        "spraying",
        dt.date(2026, 8, day),
        uuid.uuid4(),
        NOW,
        input_name="Thuốc A",
        active_ingredient="abamectin",
        wait_days=wait,
    )
    writing.write(plot.pk, work, by=None)


@pytest.fixture
def told():
    """A shop that knows a paper and a picture."""

    def tell(_lot, _item, _language):
        return shop.Facts(
            picture_url="https://anh.example.vn/nhan.jpg",
            papers=(shop.Paper("VietGAP", "valid", "VG-1, 2026-12-31"),),
        )

    shop._tellers.insert(0, tell)
    yield
    shop.forget(tell)


@pytest.fixture
def known(party, item, told):
    """A lot of which everything is written down."""
    area = enrolling.area(
        party.key, by=None, code="VN-SL-0001", crop="Nhãn", valid_from=dt.date(2025, 1, 1)
    )
    house = {"kind": "packing", "name": "Nhà đóng gói", "code": "VN-PH-01", "is_usual": True}
    enrolling.facility(party.key, by=None, commune_code=SONG_MA, **house)
    more = {"growing_area": area, "planted_year": 2012}
    plot = land.plot(party, land.square(), name="Đồi trước", crop="Nhãn", **more)
    spray(plot, 1)
    lot = land.pick(party, plot, crop="Nhãn", variety="Chín muộn")
    packing.pack(lot.pk, item.key, units=2, by=None)
    return lot


def test_the_record_tells_every_element_that_could_be_verified(known):
    lot = known

    assert values(lot) == {
        "name": ("Nhãn Chín muộn", "Nhãn Sông Mã cả chùm"),
        "image": ("https://anh.example.vn/nhan.jpg",),
        "lot": (lot.code,),
        "code": (codes.url(lot.code),),
        "gtin": (),
        "quantity": ("10 kg",),
        "marks": ("VietGAP · VG-1, 2026-12-31",),
        "producer": ("HTX Nắng Sông Mã",),
        "address": ("Xã Sông Mã, Sơn La",),
        "gln": (),
        "growers": (),
        "plots": ("Đồi trước, 1.13 ha, Xã Sông Mã, Sơn La",),
        "areas": ("VN-SL-0001 (Nhãn)",),
        "houses": ("Nhà đóng gói · VN-PH-01",),
        "planted": ("2012",),
        "harvested": ("12/08/2026",),
        "made": ("14/08/2026",),
        "expiry": (),
        "work": ("Spraying: 1",),
        "spraying": (
            f"{lot.code}: Thuốc A / abamectin on 01/08/2026, 11 days before (7 required)",
        ),
    }


def test_every_element_names_its_rule_and_the_note_promises_nothing(lot):
    made = record.of(lot, "en")

    assert all(one.rule and one.label for one in made.elements)
    assert "could not be read" in made.note


def test_a_made_lot_tells_what_happened_to_its_sources_but_no_sale(party, item):
    first, second = (land.pick(party, crop="Nhãn", variety="", day=day) for day in (12, 13))
    packing.pack(first.pk, item.key, units=1, reference="SO-1", by=None)
    shipping.ship("SO-1", to_commune="00004", by=None)
    made = making.merge(party.key, {first.pk: 5_000, second.pk: 5_000}, by=None)

    told = record.of(made, "en")

    place = "Xã Sông Mã, Sơn La"
    assert list(told.stages) == [
        (f"Harvest · {first.code}", "12/08/2026", place, "10 kg"),
        (f"Harvest · {second.code}", "13/08/2026", place, "10 kg"),
        ("Put together from several lots", "14/08/2026", place, "10 kg"),
    ]
    assert "SO-1" not in str(told)
    assert values(made)["sources"] == (f"Nhãn {first.code}", f"Nhãn {second.code}")


def test_programs_read_the_same_as_people(lot):
    file = handing.hand_out(
        consignments.of_lots(lot.party_id, [lot.code]), "record", "json", by=None
    )

    body = json.loads(file.body)
    assert (file.name, file.media_type) == (f"truy-xuat-{lot.code}.json", "application/json")
    assert list(body) == ["format", "version", "lot", "elements", "stages", "note"]
    assert [one["key"] for one in body["elements"]] == list(values(lot))
    assert body["elements"][0]["values"] == ["Nhãn Nhãn chín muộn"]


def test_the_paper_shows_vietnamese_letters_and_is_the_same_each_time(party, item):
    plot = land.plot(party, land.square(), name="Nương <Ổi> & đồi", crop="Nhãn")
    lot = land.pick(party, plot, crop="Nhãn", variety="")

    first, second = (printing.pdf(record.of(lot)) for _ in range(2))

    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(first))
    assert "Nương <Ổi> & đồi" in text
    assert "HTX Nắng Sông Mã" in text
    assert lot.code in text
    assert first == second


def test_a_record_names_one_lot(party):
    lots = [land.pick(party), land.pick(party)]
    both = consignments.of_lots(party.pk, [lot.code for lot in lots])

    with pytest.raises(handing.OneAtATime):
        handing.hand_out(both, "record", by=None)


def test_a_record_takes_few_queries(party, item, django_assert_max_num_queries):
    plots = [land.plot(party, land.square(3 * n), crop="Nhãn") for n in range(5)]
    lots = [land.pick(party, plot, crop="Nhãn", variety="") for plot in plots]
    made = making.merge(party.key, {lot.pk: 1_000 for lot in lots}, by=None)

    with django_assert_max_num_queries(12):
        record.of(made)
