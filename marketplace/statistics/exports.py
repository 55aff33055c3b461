"""Tables as files: comma-separated text and Excel's own, with exactly the rows of the screen."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from marketplace.statistics import tables
from marketplace.statistics.tables import Table, Value

CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What spreadsheets take for the beginning of a formula, also after a blank they skip.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_FORMATS = {
    tables.COUNT: "#,##0",
    tables.DONG: "#,##0",
    tables.KG: "#,##0.###",
    tables.PERCENT: "0.0",
    tables.CHANGE: "0.0",
}
_LONGEST_SHEET_NAME = 31


def answer(kind: str, shown: Sequence[Table], name: str) -> HttpResponse:
    """The tables as a file to keep: ``csv`` or ``xlsx``."""
    body, media = (_csv(shown), CSV_TYPE) if kind == "csv" else (_xlsx(shown), XLSX_TYPE)
    response = HttpResponse(body, content_type=media)
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def defused(value: Value) -> Value:
    """Text that a spreadsheet would take for a formula begins with an apostrophe instead."""
    if isinstance(value, str) and value.lstrip(" ").startswith(_FORMULA):
        return f"'{value}"
    return value


def _lines(table: Table) -> Iterator[list[Value]]:
    """Headings, rows and sum of a table."""
    yield [defused(column.name) for column in table.columns]
    for row in (*table.rows, table.total):
        if row:
            yield [defused(value) for value in row]


def _csv(shown: Sequence[Table]) -> bytes:
    """The tables below each other, each under its title when there are several."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for place, table in enumerate(shown):
        if place:
            writer.writerow([])
        if len(shown) > 1:
            writer.writerow([defused(table.title)])
        writer.writerows(_lines(table))
    # Excel reads UTF-8 only behind this mark.
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _xlsx(shown: Sequence[Table]) -> bytes:
    """A sheet for each table."""
    book = Workbook(write_only=True)
    for table in shown:
        sheet = book.create_sheet(table.title[:_LONGEST_SHEET_NAME])
        sheet.freeze_panes = "B2"
        sheet.column_dimensions["A"].width = 34
        for number, line in enumerate(_lines(table)):
            cells = [WriteOnlyCell(sheet, value=value) for value in line]
            for cell, column in zip(cells, table.columns, strict=True):
                if isinstance(cell.value, str):
                    cell.data_type = "s"
                cell.number_format = _FORMATS.get(column.kind, "General")
                cell.font = Font(bold=number == 0)
            sheet.append(cells)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()
