"""Tables that were made to do harm (specification of attacks, 34): refused, and nothing changed."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from catalog.models import ListingDraft
from catalog.stock.models import StockMovement
from marketplace.records.models import AuditEntry
from tests import factories
from tests.marketplace.workspace import hands

pytestmark = pytest.mark.django_db
HEADINGS = ["pack_no", "price", "came", "lost"]


def workbook(*rows, hidden=False):
    """The bytes of a workbook of such rows."""
    book = Workbook()
    for row in (HEADINGS, *rows):
        book.active.append(row)
    if hidden:
        book.create_sheet("x")
        book.worksheets[0].sheet_state = "hidden"
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def changed(content, **parts):
    """The workbook with some of its parts replaced or added."""
    kept = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, body in parts.items():
            new.writestr(name, body)
    return kept.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
PLAIN = workbook([1, 2, 3, 4])
ENTITY = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
NAMED = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def rows_at(*numbers):
    """A sheet whose rows bear these numbers."""
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in numbers)
    return f'<worksheet xmlns="{NAMED}"><sheetData>{rows}</sheetData></worksheet>'.encode()


MERGED = b'</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
FILES = {
    "bomb": changed(PLAIN, **{"xl/media/a.xml": b" " * 60_000_000}),
    "ratio": changed(PLAIN, **{"xl/media/a.bin": b"\x00" * 5_000_000}),
    "parts": changed(PLAIN, **{f"xl/media/{n}.bin": b"x" for n in range(300)}),
    "climbing": changed(PLAIN, **{"../../etc/passwd": b"x"}),
    "entity in the sheet": changed(PLAIN, **{SHEET: ENTITY}),
    "entity in the workbook": changed(PLAIN, **{"xl/workbook.xml": ENTITY}),
    "entity in UTF-16": changed(PLAIN, **{SHEET: ENTITY.decode().encode("utf-16")}),
    "macros": changed(PLAIN, **{"xl/vbaProject.bin": b"x"}),
    "far row": changed(PLAIN, **{SHEET: rows_at(1, 1_048_576)}),
    "rows in disorder": changed(PLAIN, **{SHEET: rows_at(1, 5, 3)}),
    "merged": changed(PLAIN, **{SHEET: rows_at(1, 2).replace(b"</sheetData>", MERGED)}),
    "torn": PLAIN[: len(PLAIN) // 2],
    "torn inside": PLAIN.replace(PLAIN[60:90], b"\x00" * 30),
    "no workbook": changed(b"PK\x05\x06" + b"\x00" * 18, **{"a.txt": b"x"}),
    "old Excel": b"\xd0\xcf\x11\xe0" + b"\x00" * 600,
    "formula": workbook(["=HYPERLINK(1)", 2, 3, 4]),
    "error": workbook(["#REF!", 2, 3, 4]),
    "endless": workbook([10**300, 2, 3, 4]),
    "only hidden": workbook([1, 2, 3, 4], hidden=True),
    "million columns": ("pack_no," * 200_000).encode(),
    "many columns": (",".join(f"c{n}" for n in range(60)) + "\n").encode(),
    "many rows": ("pack_no\n" + "1\n" * 2_001).encode(),
    "long line": b'pack_no\n"' + b"x" * 300_000 + b'"',
    "UTF-16 without its mark": "pack_no,came\n1,1".encode("utf-16-le"),
    "Windows": "pack_no;Giá\n1;1".encode("cp1252", "replace") + b"\xff\xe1",
    "NUL": b"pack_no\n1\x00",
    "command": b"pack_no,came\n=cmd|' /C calc'!A0,1",
    "open quote": b'pack_no\n"1',
    "empty": b"\xef\xbb\xbf",
    "twice the same heading": b"pack_no,pack_no\n1,1",
    "picture": b"\x89PNG\r\n\x1a\n" + b"\x00" * 100,
    "too large": b"pack_no\n" + b"1\n" * 1_100_000,
}


@pytest.mark.parametrize("address", ["/sell/stock/table/", "/sell/listings/table/"])
@pytest.mark.parametrize("name", FILES)
def test_a_harmful_table_is_refused_in_words(name, address, caplog):
    pack = factories.pack()
    seller = hands.member(pack.listing.cooperative)
    before = AuditEntry.objects.count(), StockMovement.objects.count()

    answer = seller.post(address, {"file": SimpleUploadedFile("bang.xlsx", FILES[name])})

    assert answer.status_code == 422
    page = answer.content.decode()
    assert 'role="alert"' in page
    assert 'name="ticket"' not in page
    assert (AuditEntry.objects.count(), StockMovement.objects.count()) == before
    assert not ListingDraft.objects.exists()
    refused = [one for one in caplog.records if getattr(one, "status", 0) == 422]
    assert len(refused) <= 1
