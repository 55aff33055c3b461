"""The sheet of FSMA 204: a row for each event, a column for each key data element."""

import csv
import datetime as dt
import io

import pytest
from openpyxl import load_workbook

from catalog.traceability.exports import consignments, fsma, kdes
from catalog.traceability.growing import enrolling
from catalog.traceability.lineage import making
from catalog.traceability.lots import packing, shipping
from tests.catalog.traceability.conftest import SONG_MA
from tests.catalog.traceability.exports import land

pytestmark = pytest.mark.django_db
PLACE = "HTX Nắng Sông Mã, Xã Sông Mã, Sơn La"


def sheets(lot):
    """The rows as dicts by their column."""
    told = fsma.sheets(consignments.of_lots(lot.party_id, [lot.code]))
    return {
        kind: [dict(zip(kdes.COLUMNS[kind], row, strict=True)) for row in rows]
        for kind, rows in told.items()
    }


def filled(row):
    """What is not empty."""
    return {name: cell for name, cell in row.items() if cell != ""}


def file(lot, form):
    """The file of a lot."""
    return fsma.file(consignments.of_lots(lot.party_id, [lot.code]), form)


@pytest.fixture
def mango(party):
    grower = enrolling.grower(
        party.key, by=None, name="Lò Thị Ban", alias="Hộ 1", phone="0912", commune_code=SONG_MA
    )
    plot = land.plot(party, land.square(), name="Đồi xoài", grower=grower, crop="Xoài")
    return land.pick(party, plot, crop="Xoài", variety="Tròn Yên Châu", grams=50_000)


def test_a_packed_and_sent_lot_fills_the_sheets(party, item, mango):
    packing.pack(mango.pk, item.key, units=3, reference="SO-1", by=None)
    packing.pack(mango.pk, item.key, units=2, reference="SO-2", by=None)
    packing.unpack("SO-2", by=None)
    shipping.ship("SO-1", to_commune="00004", by=None)

    told = sheets(mango)

    (picked,), (packed,), (sent,) = told["Harvesting"], told["Initial packing"], told["Shipping"]
    assert told["Cooling"] == told["Transformation"] == []
    assert filled(picked) == {
        "Traceability lot code (assigned when packed)": mango.code,
        "Commodity": "Mango (Xoài)",
        "Variety": "Tròn Yên Châu",
        "Quantity": 50.0,
        "Unit of measure": "kg",
        "Location description: farm": f"Hộ 1, {PLACE}",
        "Field name": "Đồi xoài",
        "Date of harvesting": "2026-08-12",
        "Location description: subsequent recipient": PLACE,
        "Reference document type": "Lot record",
        "Reference document number": mango.code,
    }
    assert {name: cell for name, cell in filled(packed).items() if "acked" in name} == {
        "Product description of the packed food": "Song Ma longan in bunches, 2 kg box",
        "Quantity packed": 3,
        "Unit of measure packed": "boxes",
        "Net weight packed (kg)": 6.0,
        "Location description: where packed (traceability lot code source)": PLACE,
    }
    assert (packed["Traceability lot code"], packed["Date of initial packing"]) == (
        mango.code,
        "2026-08-14",
    )
    assert (sent["Quantity"], sent["Date shipped"], sent["Reference document number"]) == (
        3,
        "2026-08-14",
        "SO-1",
    )
    assert not any("0912" in str(cell) for row in (picked, packed, sent) for cell in row.values())


def test_what_a_lot_was_made_of_is_a_transformation(party):
    first, second = land.pick(party), land.pick(party, day=13)
    made = making.process(
        party.key,
        {first.pk: 4_000, second.pk: 6_000},
        making.Product("Cà phê nhân", 5_000, 5_000, dt.date(2027, 8, 1)),
        by=None,
    )

    rows = sheets(made)["Transformation"]

    assert [
        (
            row["Traceability lot code of the food used"],
            row["Quantity used"],
            row["New traceability lot code"],
            row["Quantity produced"],
        )
        for row in rows
    ] == [(first.code, 4.0, made.code, 5.0), (second.code, 6.0, made.code, 5.0)]
    assert [row["Field name"] for row in sheets(made)["Harvesting"]] == ["", ""]


def test_the_workbook_has_a_sheet_for_each_kind_of_event(mango, item):
    packing.pack(mango.pk, item.key, units=3, by=None)

    book = load_workbook(io.BytesIO(file(mango, "xlsx").body))

    assert book.sheetnames == [*kdes.COLUMNS, "Notes"]
    for kind, columns in kdes.COLUMNS.items():
        assert [cell.value for cell in book[kind][1]] == list(columns)
    assert book["Harvesting"]["D2"].value == 50
    assert book["Initial packing"]["O2"].value == 3
    notes = [row[0].value for row in book["Notes"].rows]
    assert notes[0].startswith("Note: Mango (Xoài) is on the Food Traceability List")
    assert any("cooling" in note for note in notes)


def test_the_long_table_says_the_same_and_the_tag_stays(mango, item):
    packing.pack(mango.pk, item.key, units=3, by=None)

    flat = file(mango, "csv")

    rows = list(csv.DictReader(io.StringIO(flat.body.decode("utf-8-sig"))))
    kinds = [row["Critical tracking event"] for row in rows]
    assert kinds[:2] == ["Harvesting", "Initial packing"]
    assert rows[0]["Field name"] == "Đồi xoài"
    assert file(mango, "xlsx").tag == file(mango, "xlsx").tag == flat.tag


def test_longan_is_not_said_to_be_on_the_list(lot):
    notes = [row[0] for row in fsma._notes(consignments.of_lots(lot.party_id, [lot.code]))]

    assert "Longan (Nhãn) is not named in what could be read" in notes[0]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_no_name_becomes_a_formula(party, form):
    evil = '=HYPERLINK("http://x","y")'
    plot = land.plot(party, land.square(), name=evil, crop="@SUM(A1)")
    lot = land.pick(party, plot, variety="+1+cmd", crop="@SUM(A1)")

    made = file(lot, form)

    if form == "csv":
        cells = [c for r in csv.reader(io.StringIO(made.body.decode("utf-8-sig"))) for c in r]
    else:
        book = load_workbook(io.BytesIO(made.body))
        found = [cell for sheet in book for row in sheet.rows for cell in row]
        assert {cell.data_type for cell in found} <= {"s", "n", "inlineStr"}
        cells = [str(cell.value or "") for cell in found]
    assert f"'{evil}" in cells
    assert not [cell for cell in cells if cell[:1] in "=+@-" and cell]
