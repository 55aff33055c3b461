"""Labels of whole lots and pallets: read back from the paper and checked without the market."""

import datetime as dt
import io
import re
import zipfile

import pytest
import zxingcpp
from PIL import Image

import verify
from catalog.traceability import codes, recalls, sealing
from catalog.traceability.codes import serials
from catalog.traceability.labels import capacities, symbols
from catalog.traceability.labels.formats import FORMATS
from catalog.traceability.labels.layouts import LAYOUTS
from catalog.traceability.labels.symbols import SymbolTooSmall
from catalog.traceability.labels.thermal import RollsOnly
from catalog.traceability.loading import stacking
from catalog.traceability.log import keys
from catalog.traceability.lots import harvest, packing
from catalog.traceability.models import LabelPrint
from catalog.traceability.parties import registering
from catalog.traceability.printing import wholes
from catalog.traceability.printing.wholes import Order
from marketplace.records.models import AuditEntry
from tests.catalog.traceability.labels.reading import cells, read, text_of
from tests.catalog.traceability.log.test_verifying import run

pytestmark = pytest.mark.django_db
GTIN, SSCC = "09521234000013", "095200000000000011"


@pytest.fixture
def numbered(lot, item):
    """Three boxes of an item that has a GTIN."""
    registering.item(item.key, name_vi=item.name_vi, gtin=GTIN, net_weight_g=2000)
    return packing.pack(lot.pk, item.key, units=3, by=None)


@pytest.fixture
def load(party, numbered):
    """Two of the boxes on an open pallet."""

    def made(sscc=""):
        unit = stacking.open_unit(party.key, sscc=sscc, by=None)
        stacking.load(unit.pk, [box.code for box in numbered[:2]], by=None)
        return unit

    return made


def wrapped(unit):
    """The pallet, closed."""
    return stacking.close(unit.pk, by=None)


def trail():
    """What the trail says of labels that were printed."""
    found = AuditEntry.objects.filter(what__endswith="labels_printed").order_by("pk")
    return [(entry.what, entry.after) for entry in found]


def test_a_printed_lot_label_is_read_and_checked_without_the_market(
    client, lot, item, numbered, tmp_path
):
    made = wholes.of_lot(lot.pk, Order(9, "a4-3x8"), item=item.key, by=None)

    found = [texts for cell in cells(made.data, "a4-3x8") if (texts := read(cell))]
    (printed,) = {text for texts in found for text in texts}
    assert len(found) == 9
    assert printed.startswith(f"http://127.0.0.1:8000/01/{GTIN}/10/{lot.code}?s=")
    (tmp_path / "keys.json").write_bytes(client.get("/log/keys").content)
    keys_file = ("--keys", str(tmp_path / "keys.json"), "--log-key", str(keys.verifier()))
    code, answer = run("label", printed, *keys_file)
    assert (code, answer["by"], answer["path"]) == (
        0,
        "HTX Nắng Sông Mã",
        f"/01/{GTIN}/10/{lot.code}",
    )
    assert (made.name, made.media_type) == (f"{lot.code}-9.pdf", "application/pdf")
    assert trail() == [
        ("lot.labels_printed", {"copies": 9, "layout": "a4-3x8", "address": printed})
    ]
    assert LabelPrint.objects.count() == 0


def test_a_printed_pallet_label_is_read_and_checked_without_the_market(client, load, tmp_path):
    for sscc in ("", SSCC):
        unit = wrapped(load(sscc))
        made = wholes.of_unit(unit.pk, Order(2, "a4-3x8"), by=None)

        (texts, again) = [texts for cell in cells(made.data, "a4-3x8") if (texts := read(cell))]
        path = f"/00/{SSCC}" if sscc else f"/t/{unit.code}"
        assert texts == again
        raw = client.get("/log/keys").content
        assert verify.check_label(texts[0], raw)["path"] == path
        assert client.get(path, follow=True).status_code == 200
        stacking.unload(unit.pk, by=None)


def test_a_lot_label_says_what_lies_in_the_crate(lot, item, numbered):
    made = wholes.of_lot(lot.pk, Order(1, "a4-3x8"), item=item.key, by=None)

    text = text_of(made.data)
    for words in (
        "Nhãn Sông Mã cả chùm", "500 kg", "12/08/2026", "19/08/2026", "HTX Nắng Sông Mã",
        lot.code, "GTIN 9521234000013",
    ):  # fmt: skip
        assert words in text
    whole = text_of(wholes.of_lot(lot.pk, Order(1, "a4-3x8"), by=None).data)
    assert "Nhãn chín muộn" in whole
    assert "GTIN" not in whole


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_pallet_label_says_how_many_boxes_of_which_lots(layout, lot, load):
    made = wholes.of_unit(wrapped(load(SSCC)).pk, Order(1, layout, language="en"), by=None)

    text = text_of(made.data)
    for words in (serials.grouped(SSCC), lot.code):
        assert words in text
    if not LAYOUTS[layout].below:
        assert "2 boxes" in text
        assert "HTX Nắng Sông Mã" in text


def test_a_pallet_of_many_lots_names_one_and_counts_the_rest(party, item):
    unit = stacking.open_unit(party.key, by=None)
    lots = []
    for day in (1, 2, 3):
        facts = {"crop": "Nhãn", "commune_code": "04168", "quantity_g": 9000, "by": None}
        made = harvest.open_lot(party.key, harvested_on=dt.date(2026, 8, day), **facts)
        (box,) = packing.pack(made.pk, item.key, units=1, by=None)
        stacking.load(unit.pk, [box.code], by=None)
        lots.append(made.code)

    text = text_of(wholes.of_unit(wrapped(unit).pk, Order(1, "a4-3x8"), by=None).data)

    assert f"{lots[0]} +2" in text
    assert "01/08/2026 – 03/08/2026" in text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_paper_that_is_offered_keeps_modules_and_quiet_zone(layout, lot, item, numbered):
    """Measured on the print: a quarter of a millimetre a module, four white ones around."""
    assert layout in wholes.layouts([codes.lot_path(lot, GTIN)])
    dot = 600 / 25.4

    made = wholes.of_lot(lot.pk, Order(1, layout), item=item.key, by=None)

    cell = next(cells(made.data, layout))
    (found,) = zxingcpp.read_barcodes(cell)
    corner, end = found.position.top_left, found.position.bottom_right
    version = capacities.smallest(len(found.text.encode()), capacities.Level.MEDIUM)
    module = (end.x - corner.x + 1) / (17 + 4 * version)
    assert module / dot >= symbols.LEAST_MM - 0.005
    quiet = round(4 * module) - 2
    dark = cell.point(lambda value: 255 * (value < 128))
    dark.paste(0, (corner.x - 2, corner.y - 2, end.x + 3, end.y + 3))
    around = (corner.x - quiet, corner.y - quiet, end.x + quiet + 1, end.y + quiet + 1)
    assert min(around[:2]) >= 0
    assert dark.crop(around).getbbox() is None


@pytest.mark.parametrize("form", FORMATS)
def test_every_kind_of_file_holds_the_signed_address(form, lot):
    made = wholes.of_lot(lot.pk, Order(3, "roll-50x30", form), by=None)

    address = sealing.address(lot.party, codes.lot_path(lot))
    if FORMATS[form].is_pictures:
        archive = zipfile.ZipFile(io.BytesIO(made.data))
        assert archive.namelist() == [f"{lot.code}.{form}"]
        if form == "png":
            picture = Image.open(io.BytesIO(archive.read(f"{lot.code}.png")))
            assert read(picture.convert("L")) == [address]
    elif form == "pdf":
        assert [read(cell) for cell in cells(made.data, "roll-50x30")] == [[address]] * 3
    else:
        escaped = address.replace("_", "_5F") if form.startswith("zpl") else address
        assert made.data.decode().count(escaped) == 3


@pytest.mark.parametrize(("dpi", "form"), [(203, "zpl"), (300, "zpl300")])
@pytest.mark.parametrize("layout", ["roll-50x30", "roll-40x25"])
def test_label_printers_draw_modules_a_phone_can_read(dpi, form, layout, lot):
    made = wholes.of_lot(lot.pk, Order(1, layout, form), by=None)

    (dots,) = re.findall(r"\^BQN,2,([0-9]+)", made.data.decode())
    assert int(dots) / dpi * 25.4 >= symbols.LEAST_MM


def test_papers_on_which_the_code_were_too_fine_are_not_offered_and_refused(lot, settings):
    settings.TRACE_URL = f"https://{'a' * 120}.example.vn"

    offered = wholes.layouts([codes.lot_path(lot)])

    assert "a4-8x11" not in offered
    assert "a4-3x8" in offered
    for layout in set(LAYOUTS) - set(offered):
        with pytest.raises(SymbolTooSmall):
            wholes.of_lot(lot.pk, Order(1, layout), by=None)
    for layout in offered:
        wholes.of_lot(lot.pk, Order(1, layout), by=None)


def test_without_a_key_of_the_province_labels_are_printed_unsigned(lot, settings):
    settings.TRACE_LOG_KEY = ""

    made = wholes.of_lot(lot.pk, Order(1, "a4-3x8"), by=None)

    assert [texts for cell in cells(made.data, "a4-3x8") if (texts := read(cell))] == [
        [codes.url(lot.code)]
    ]


@pytest.mark.parametrize("copies", [0, -1, 201, 10**9])
def test_copies_are_counted(lot, copies):
    with pytest.raises(wholes.TooManyCopies):
        wholes.of_lot(lot.pk, Order(copies, "a4-3x8"), by=None)

    assert trail() == []


def test_what_cannot_be_labelled_is_refused_and_leaves_no_trace(lot, item, load):
    open_one, taken_apart = load(), stacking.open_unit(lot.party.key, by=None)
    stacking.unload(taken_apart.pk, by=None)

    for unit in (open_one, taken_apart):
        with pytest.raises(wholes.NotWrapped):
            wholes.of_unit(unit.pk, Order(1, "a4-3x8"), by=None)
    with pytest.raises(wholes.NotPackedOfIt):
        wholes.of_lot(lot.pk, Order(1, "a4-3x8"), item="pack-99", by=None)
    with pytest.raises(RollsOnly):
        wholes.of_lot(lot.pk, Order(1, "a4-3x8", "zpl"), by=None)
    recalls.recall(lot.pk, reason="Dư lượng", by=None)
    with pytest.raises(wholes.CalledBack):
        wholes.of_lot(lot.pk, Order(1, "a4-3x8"), by=None)
    assert trail() == []
