"""Files as they are handed out: a name, a kind, the bytes, and a tag that says what is in them."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from marketplace.design import spreadsheets

GEOJSON = "application/geo+json"
JSON, CSV = "application/json", "text/csv; charset=utf-8"
ZIP, PDF = "application/zip", "application/pdf"
XLSX = spreadsheets.XLSX
# Archives of the same contents are the same bytes: they bear no hour of their own.
_NO_HOUR = (1980, 1, 1, 0, 0, 0)

Row = Sequence[str | int | float]


@dataclass(frozen=True, slots=True)
class File:
    """A file with the name it is kept under. ``seen`` is what its tag is made from."""

    name: str
    media_type: str
    body: bytes
    seen: bytes = b""

    @property
    def tag(self) -> str:
        """The same word for the same contents, as an ``ETag`` has it."""
        return f'"x-{blake2b(self.seen or self.body, digest_size=16).hexdigest()}"'


def as_json(told: Any) -> bytes:
    """Data as indented JSON that people can read, with Vietnamese letters as they are."""
    text = json.dumps(told, ensure_ascii=False, indent=2, cls=DjangoJSONEncoder)
    return f"{text}\n".encode()


def as_csv(rows: Iterable[Row]) -> bytes:
    """Rows with the mark spreadsheets know UTF-8 by, and no live formula."""
    written = io.StringIO()
    writer = csv.writer(written)
    for row in rows:
        writer.writerow([_cell(cell) for cell in row])
    return f"\ufeff{written.getvalue()}".encode()


def as_xlsx(sheets: Mapping[str, Iterable[Row]]) -> bytes:
    """A workbook of several sheets, by their names."""
    return spreadsheets.book({name: list(rows) for name, rows in sheets.items()})


def as_zip(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Files in one archive."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files:
            entry = zipfile.ZipInfo(name, _NO_HOUR)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, body)
    return written.getvalue()


def _cell(cell: str | float) -> str | float:
    """Text made harmless; figures stay figures."""
    return spreadsheets.harmless(cell) if isinstance(cell, str) else cell
