"""Sheets and rolls: each label of each layout is read back, by itself, from the printed page."""

import io

import pypdfium2
import pytest
import zxingcpp

from catalog.traceability.labels import SymbolTooSmall, encoder, pdf, symbols
from catalog.traceability.labels.layouts import LAYOUTS
from catalog.traceability.labels.wording import Words
from tests.catalog.traceability.labels.reading import cells, read, text_of

LINK = "https://txng.example.vn/01/09521234000013/10/NHAN-260812-7K2/21/{}"
# Every Vietnamese letter that has a mark, small and large.
LETTERS = "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"


def file_of(labels, layout, **how):
    plan, written = LAYOUTS[layout], io.BytesIO()
    pdf.join(pdf.pieces(labels, plan, **how), plan, written, title="NHAN-260812-7K2")
    return written.getvalue()


@pytest.mark.parametrize(
    "address", [LINK, pytest.param("https://txng.example.vn/t/{}", marks=pytest.mark.slow)]
)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_full_page_and_one_label_more_are_read_back(layout, address, make_labels):
    labels = make_labels(LAYOUTS[layout].per_page + 1, address=address)

    found = [read(cell) for cell in cells(file_of(labels, layout), layout)]

    assert len(found) == 2 * LAYOUTS[layout].per_page
    assert [texts for texts in found if texts] == [[label.address] for label in labels]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_label_keeps_the_quiet_zone_of_its_code_and_its_edges_free(layout, make_labels):
    """Four modules around the code are white, and so are the outermost half millimetres."""
    plan, dot = LAYOUTS[layout], 600 / 25.4
    pages = file_of(make_labels(1, address=LINK), layout)

    cell = next(cells(pages, layout))

    side = encoder.encode([LINK.format("K7Q2M4XD9PRT").encode()]).side + 8
    module = plan.symbol / side * dot
    dark = cell.point(lambda value: 255 * (value < 128))
    (found,) = zxingcpp.read_barcodes(cell)
    corner, end = found.position.top_left, found.position.bottom_right
    quiet = round(4 * module) - 2
    around = (corner.x - quiet, corner.y - quiet, end.x + quiet + 1, end.y + quiet + 1)
    inner = (corner.x - 2, corner.y - 2, end.x + 3, end.y + 3)
    assert min(around[:2]) >= 0
    dark.paste(0, inner)
    assert dark.crop(around).getbbox() is None
    edge = round(0.5 * dot)
    left, top, right, bottom = cell.point(lambda value: 255 * (value < 128)).getbbox()
    assert min(left, top, cell.width - right, cell.height - bottom) >= edge


def test_the_code_is_drawn_as_fine_as_the_layout_says(make_labels):
    (cell, *_rest) = cells(file_of(make_labels(1), "a4-3x8"), "a4-3x8")

    (found,) = zxingcpp.read_barcodes(cell)

    side = 29  # version 3
    wide = (found.position.top_right.x - found.position.top_left.x) / 600 * 25.4
    assert wide == pytest.approx(30.0 * side / (side + 8), abs=0.15)


def test_every_vietnamese_letter_is_on_the_paper_and_in_the_text(make_labels):
    for letters in (LETTERS, LETTERS.upper()):
        halves = letters[:23], letters[23:46], letters[46:]
        labels = make_labels(1, words=Words("Nhãn", halves, "L1", "Lô L1", ""))

        assert all(half in text_of(file_of(labels, "a4-3x8")) for half in halves)


def test_marks_typed_apart_are_joined_and_what_the_typeface_lacks_is_a_question_mark(make_labels):
    words = Words("Nha\u0303n \u4e2d", (), "L1", "Lô L1", "")

    assert "Nhãn ?" in text_of(file_of(make_labels(1, words=words), "a4-3x8"))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_lot_code_and_gtin_are_on_every_label_for_people(layout, make_labels):
    words = Words("Mận hậu", ("a",) * 9, "MAN-1", "Lô MAN-1", "9521234000013")
    (label,) = labels = make_labels(1, words=words, address=LINK)

    text = text_of(file_of(labels, layout))

    for line in ("Mận hậu", label.grouped, "Lô MAN-1", "GTIN 9521234000013"):
        assert line in text


def test_a_code_too_fine_for_phones_is_refused_before_anything_is_written(make_labels):
    """86 signed characters more, as cartons will carry, do not fit the smallest labels."""
    signed = LINK + "?s=" + "k" * 86
    written = []

    with pytest.raises(SymbolTooSmall) as refused:
        written.extend(
            pdf.pieces(make_labels(1, address=signed + "k" * 90), LAYOUTS["a4-8x11"], least_mm=0.1)
        )

    assert written == []
    assert refused.value.args == (0.233, 0.25)
    for layout in ("a4-3x8", "roll-50x30"):
        labels = make_labels(1, address=signed)
        pages = file_of(labels, layout, least_mm=symbols.LEAST_MM)
        assert read(next(cells(pages, layout))) == [labels[0].address]


@pytest.mark.parametrize("move", [(1.5, 0.0), (0.0, 1.5), (-0.7, -0.4)])
def test_a_printer_that_is_off_is_met_half_way(move, make_labels):
    labels, dot = make_labels(1), 600 / 25.4
    before = next(cells(file_of(labels, "a4-3x8"), "a4-3x8"))

    after = next(cells(file_of(labels, "a4-3x8", offset=move), "a4-3x8"))

    first, second = (
        cell.point(lambda value: 255 * (value < 128)).getbbox() for cell in (before, after)
    )
    assert second[0] - first[0] == pytest.approx(move[0] * dot, abs=1.5)
    assert second[1] - first[1] == pytest.approx(move[1] * dot, abs=1.5)


def test_pieces_made_in_parts_join_to_the_same_labels(make_labels):
    plan = LAYOUTS["a4-3x8"]
    labels = make_labels(60)
    parts = [piece for at in (0, 24, 48) for piece in pdf.pieces(labels[at : at + 24], plan)]
    written = io.BytesIO()

    pdf.join(parts, plan, written, title="x")

    found = [read(cell) for cell in cells(written.getvalue(), "a4-3x8", dpi=300)]
    assert [texts for texts in found if texts] == [[label.address] for label in labels]


def test_the_file_names_its_lots_and_asks_not_to_be_shrunk(make_labels):
    made = file_of(make_labels(1), "a4-3x8")

    assert pypdfium2.PdfDocument(made).get_metadata_dict()["Title"] == "NHAN-260812-7K2"
    assert b"/PrintScaling/None" in made


@pytest.mark.parametrize("layout", LAYOUTS)
def test_labels_lie_on_the_paper_and_not_on_one_another(layout):
    plan = LAYOUTS[layout]
    places = list(plan.places())

    assert len(set(places)) == plan.per_page
    assert all(gap >= 0 for gap in plan.gap)
    assert all(
        at[axis] >= 0 and at[axis] + plan.cell[axis] <= plan.page[axis] + 0.001
        for at in places
        for axis in (0, 1)
    )
