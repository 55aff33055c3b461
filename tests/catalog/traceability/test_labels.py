"""Labels: every code is read back from the printed page by an independent reader."""

import io

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from catalog.traceability import codes, labels, queries
from catalog.traceability.codes import serials
from catalog.traceability.labels.layouts import LAYOUTS
from catalog.traceability.labels.posters import Words
from catalog.traceability.labels.sheets import NothingToPrint
from catalog.traceability.lots import packing
from catalog.traceability.parties import registering

pytestmark = pytest.mark.django_db

DPI = 300


def printed(lot, item, units, reference="SO-1"):
    packing.pack(lot.pk, item.key, units=units, reference=reference, by=None)
    return list(queries.packed_for(reference))


def cells(pdf, layout):
    """Each label of each page as a picture of its own, and the page's text."""
    plan = LAYOUTS[layout]
    for page in pypdfium2.PdfDocument(pdf):
        picture = page.render(scale=DPI / 72).to_pil().convert("L")
        dot = DPI / 25.4
        for left, top in plan.places():
            yield picture.crop(
                tuple(
                    round(edge * dot)
                    for edge in (left, top, left + plan.cell[0], top + plan.cell[1])
                )
            )


def read(picture):
    return [found.text for found in zxingcpp.read_barcodes(picture)]


def text_of(pdf):
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)


@pytest.mark.parametrize(("layout", "units"), [("a4-3x8", 27), ("roll-50x30", 3)])
def test_every_label_is_read_back(lot, item, layout, units):
    boxes = printed(lot, item, units)

    found = [read(cell) for cell in cells(labels.sheet(boxes, layout=layout), layout)]

    assert [codes_ for codes_ in found if codes_] == [[codes.url(box.code)] for box in boxes]


def test_an_item_with_a_gtin_carries_a_digital_link(lot, item, settings):
    settings.TRACE_URL = "https://txng.example.vn"
    registering.item(item.key, name_vi=item.name_vi, gtin="9521234000013", net_weight_g=2000)
    (box,) = printed(lot, item, 1)

    (found, *_rest) = cells(labels.sheet([box], layout="a4-3x8"), "a4-3x8")

    assert read(found) == [f"https://txng.example.vn/01/09521234000013/10/{lot.code}/21/{box.code}"]


def test_used_up_places_stay_free(lot, item):
    boxes = printed(lot, item, 2)

    found = [read(cell) for cell in cells(labels.sheet(boxes, skip=23), "a4-3x8")]

    assert len(found) == 48
    assert [place for place, codes_ in enumerate(found) if codes_] == [23, 24]


def test_the_words_are_text_with_their_marks(lot, item):
    (box,) = printed(lot, item, 1)

    text = text_of(labels.sheet([box], language="en"))

    for words in (
        "Song Ma longan in",
        "Net weight 2 kg",
        "Picked 12/08/2026",
        "Best before 19/08/2026",
        "HTX Nắng Sông Mã",
        "Xã Sông Mã, Sơn La",
        f"Lot {lot.code}",
        serials.grouped(box.code),
    ):
        assert words in text


def test_vietnamese_names_are_printed_in_vietnamese(lot, item):
    boxes = printed(lot, item, 1)

    assert "Nhãn Sông Mã" in text_of(labels.sheet(boxes))


def test_the_typeface_travels_with_the_file(lot, item):
    pdf = labels.sheet(printed(lot, item, 1))

    assert b"BeVietnamPro" in pdf
    assert b"FontFile2" in pdf


def test_long_names_stay_inside_their_label(lot, item, party):
    registering.item(item.key, name_vi="Mận hậu Mộc Châu loại đặc biệt tuyển chọn " * 4)
    registering.party(party.key, name="Hợp tác xã dịch vụ nông nghiệp tổng hợp " * 4)
    boxes = printed(lot, item, 3)

    cells_ = list(cells(labels.sheet(boxes), "a4-3x8"))

    assert [read(cell) for cell in cells_[:3]] == [[codes.url(box.code)] for box in boxes]
    for cell in cells_[:3]:
        right = cell.crop((cell.width - 12, 0, cell.width, cell.height))
        assert right.getextrema() == (255, 255)


def test_a_code_too_fine_for_phones_is_refused(lot, item, settings):
    settings.TRACE_URL = f"https://{'a' * 160}.example.vn"
    boxes = printed(lot, item, 1)

    with pytest.raises(labels.SymbolTooSmall):
        labels.sheet(boxes, layout="roll-50x30", least_mm=0.1 * 4)


def test_the_hard_limit_cannot_be_lowered():
    with pytest.raises(labels.SymbolTooSmall):
        labels.symbols.module_mm(45, 11, least_mm=0.1)

    assert labels.symbols.module_mm(45, 12, least_mm=0.1) == pytest.approx(0.2667, abs=0.001)


def test_cancelled_labels_are_not_printed(lot, item):
    boxes = printed(lot, item, 1)
    packing.unpack("SO-1", by=None)
    boxes[0].refresh_from_db()

    for none in (boxes, []):
        with pytest.raises(NothingToPrint):
            labels.sheet(none)


def test_labels_of_one_lot_take_one_query_more(lot, item, django_assert_num_queries):
    boxes = printed(lot, item, 5)

    with django_assert_num_queries(1):
        labels.sheet(boxes)


def test_a_code_for_a_page_is_read_back_and_has_its_quiet_zone():
    picture = Image.open(io.BytesIO(labels.qr_png("https://example.vn/htx/nang-song-ma")))

    assert read(picture.convert("L")) == ["https://example.vn/htx/nang-song-ma"]
    assert picture.convert("L").crop((0, 0, picture.width, 4 * 8)).getextrema() == (255, 255)


def test_a_drawn_code_says_what_it_is_and_is_safe():
    svg = labels.qr_svg("https://example.vn/", label='Mã của "HTX" <A&B>')

    assert 'aria-label="Mã của &quot;HTX&quot; &lt;A&amp;B>"' in svg
    assert svg.startswith("<svg ")
    assert "style=" not in svg


def test_a_poster_opens_the_cooperative():
    pdf = labels.poster(
        Words(
            market="Chợ nông sản Sơn La",
            headline="Nhãn hái sáng nay.",
            sentence="Quét mã, đặt hàng, hợp tác xã gửi tận nhà.",
            seller="HTX Nắng Sông Mã",
            address="https://example.vn/htx/nang-song-ma",
            shown="example.vn/htx/nang-song-ma",
            notes=("Bản Hưng Mai, xã Sông Mã, Sơn La",),
        )
    )

    (page,) = pypdfium2.PdfDocument(pdf)
    assert read(page.render(scale=2).to_pil().convert("L")) == [
        "https://example.vn/htx/nang-song-ma"
    ]
    assert "Nhãn hái sáng nay." in text_of(pdf)
    assert "HTX Nắng Sông Mã" in text_of(pdf)
