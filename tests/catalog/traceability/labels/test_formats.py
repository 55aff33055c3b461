"""Pictures, tables and printer commands: what an independent reader finds in each is the label."""

import csv
import io
import re
import zipfile

import pytest
import zxingcpp
from PIL import Image

from catalog.traceability.labels import SymbolTooSmall, calibration, thermal
from catalog.traceability.labels.formats import FORMATS, Paper
from catalog.traceability.labels.layouts import LAYOUTS
from catalog.traceability.labels.wording import Words
from tests.catalog.traceability.labels.reading import cells, text_of

LINK = "https://txng.example.vn/01/09521234000013/10/NHAN-260812-7K2/21/{}"


def made(kind, labels, layout="roll-50x30", offset=(0.0, 0.0)):
    paper, written = Paper(layout, offset), io.BytesIO()
    found = FORMATS[kind].pieces(labels, paper)
    FORMATS[kind].join(found, paper.plan, written, title="NHAN-260812-7K2")
    return written.getvalue()


def drawn(svg):
    """The dark modules of a drawing as a picture, and its side."""
    side, high = map(int, re.search(r'viewBox="0 0 (\d+) (\d+)"', svg).groups())
    picture = Image.new("L", (side, high), 255)
    for x, y, wide in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", svg):
        picture.paste(0, (int(x), int(y), int(x) + int(wide), int(y) + 1))
    return picture.resize((side * 4, high * 4), Image.Resampling.NEAREST), side


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_every_picture_is_read_and_bears_the_name_of_its_code(kind, make_labels):
    labels = make_labels(12, address=LINK)

    archive = zipfile.ZipFile(io.BytesIO(made(kind, labels)))

    assert archive.namelist() == [f"{label.code}.{kind}" for label in labels]
    for label in labels:
        data = archive.read(f"{label.code}.{kind}")
        picture = Image.open(io.BytesIO(data)) if kind == "png" else drawn(data.decode())[0]
        assert [found.text for found in zxingcpp.read_barcodes(picture)] == [label.address]


def test_pictures_keep_four_modules_free_around_the_code(make_labels):
    (label,) = labels = make_labels(1)

    svg = zipfile.ZipFile(io.BytesIO(made("svg", labels))).read(f"{label.code}.svg").decode()
    png = zipfile.ZipFile(io.BytesIO(made("png", labels))).read(f"{label.code}.png")

    picture, side = drawn(svg)
    inked = picture.point(lambda value: 255 - value).getbbox()
    assert inked == (16, 16, (side - 4) * 4, (side - 4) * 4)
    dots = Image.open(io.BytesIO(png))
    assert (dots.mode, dots.width) == ("1", side * 8)
    for edge in (
        (0, 0, dots.width, 32),
        (0, 0, 32, dots.width),
        (0, (side - 4) * 8, dots.width, side * 8),
    ):
        assert dots.convert("L").crop(edge).getextrema() == (255, 255)
    assert label.grouped in svg
    letters = dots.convert("L").crop((0, side * 8, dots.width, dots.height))
    assert letters.getextrema() == (0, 255)


def test_equal_labels_make_equal_files(make_labels):
    labels = make_labels(3)

    assert made("png", labels) == made("png", labels)


def test_a_table_for_a_print_shop_holds_no_formula(make_labels):
    words = Words('=HYPERLINK("x")', ("+84", "a, b", "-1"), "MAN-1", "Lô MAN-1", "9521234000013")
    (label,) = labels = make_labels(1, words=words)

    data = made("csv", labels)

    assert data.startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig")))
    assert row == {
        "code": label.grouped,
        "url": label.address,
        "name": '\'=HYPERLINK("x")',
        "lot": "MAN-1",
        "gtin": "9521234000013",
        "line1": "'+84",
        "line2": "a, b",
        "line3": "'-1",
        "line4": "",
        "line5": "",
    }


@pytest.mark.parametrize(
    ("kind", "layout", "dots", "wide"),
    [
        ("zpl", "roll-50x30", 4, 400),
        ("zpl", "roll-40x25", 3, 320),
        ("zpl300", "roll-50x30", 6, 591),
        ("zpl300", "roll-40x25", 5, 472),
    ],
)
def test_a_label_printer_is_told_one_label_after_another(kind, layout, dots, wide, make_labels):
    """Version 3 and its quiet zone are 37 modules; 203 and 300 dots an inch."""
    labels = make_labels(2)

    told = made(kind, labels, layout).decode()

    assert told.count("^XA") == told.count("^XZ") == 2
    for block, label in zip(told.split("^XZ")[:2], labels, strict=True):
        lines = block.strip().split("\n")
        assert lines[:2] == ["^XA", "^CI28"]
        assert lines[2].startswith(f"^PW{wide}^LL")
        assert f"^BQN,2,{dots}^FH_^FDMA,{label.address}^FS" in block
        assert f"^FD{label.grouped}^FS" in block
        assert "^FDNhãn chín muộn" in block
        assert "^FDLô NHAN-260812-7K2^FS" in block


@pytest.mark.parametrize(("dpi", "layout"), [(203, "roll-50x30"), (300, "roll-40x25")])
def test_a_printers_code_fits_its_place_and_is_no_finer_than_phones_read(dpi, layout):
    plan = LAYOUTS[layout]
    for length in range(30, 90, 7):
        dots, size = thermal.magnification("a" * length, plan, dpi)
        assert size * 25.4 / dpi <= plan.symbol
        assert dots * 25.4 / dpi >= 0.25

    with pytest.raises(SymbolTooSmall):
        thermal.magnification("a" * 400, plan, dpi)


def test_no_text_becomes_a_command(make_labels):
    words = Words("^XZ~JA_x", ("a\nb",), "L1", "Lô ^FS", "")

    told = made("zpl", make_labels(1, words=words)).decode()

    assert told.count("^XZ") == 1
    assert "_5EXZ_7EJA_5Fx" in told
    assert "^FDLô _5EFS^FS" in told


def test_a_label_printer_prints_no_sheets(make_labels):
    with pytest.raises(thermal.RollsOnly):
        made("zpl", make_labels(1), "a4-3x8")

    assert [key for key, kind in FORMATS.items() if not kind.fits(LAYOUTS["a4-3x8"])] == [
        "zpl",
        "zpl300",
    ]


def test_a_printer_that_is_off_is_told_where_to_begin(make_labels):
    assert "^LH12,4" in made("zpl", make_labels(1), offset=(1.5, 0.5)).decode()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_test_page_outlines_every_label_and_says_what_to_do(layout):
    pdf = calibration.page(LAYOUTS[layout])

    found = [cell.point(lambda value: 255 * (value < 200)) for cell in cells(pdf, layout, dpi=150)]

    assert len(found) == LAYOUTS[layout].per_page
    for cell in found:
        left, top, right, bottom = cell.getbbox()
        assert max(left, top) <= 2
        assert min(right - cell.width, bottom - cell.height) >= -2
    assert "100 %" in text_of(pdf)


def test_the_test_page_moves_with_the_setting():
    plan = LAYOUTS["a4-5x13"]
    before, after = (
        next(cells(calibration.page(plan, move), "a4-5x13", dpi=300)) for move in ((0, 0), (2.0, 0))
    )

    assert (
        before.getpixel((1, before.height // 4)) < 255
        or before.getpixel((0, before.height // 4)) < 255
    )
    assert after.crop((0, 0, 15, after.height)).getextrema() != (0, 0)
