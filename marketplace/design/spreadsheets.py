"""Rows as a file for a spreadsheet: numbers stay numbers, and text is never taken for a formula."""

from __future__ import annotations

import csv
import io
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO, Any

from django.http import FileResponse, StreamingHttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What spreadsheets take for the beginning of a formula (OWASP), also behind blanks.
_FORMULA = re.compile(r"^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
Cell = str | int
LONGEST = 32_000  # characters a cell of a spreadsheet can hold, a little less


def harmless(text: str) -> str:
    """The text as a cell may hold it: no control signs, and no live formula."""
    plain = _CONTROL.sub(" ", text)[:LONGEST]
    return f"'{plain}" if _FORMULA.match(plain) else plain


class _Line:
    """A file of one line, for the writer of the standard library."""

    def __init__(self) -> None:
        """Nothing written yet."""
        self.text = ""

    def write(self, text: str) -> None:
        """Keep what was written last."""
        self.text = text


def csv_file(name: str, rows: Iterable[Sequence[Cell]]) -> StreamingHttpResponse:
    """A CSV file sent while it is being written, with the mark Excel knows UTF-8 by."""

    def lines() -> Iterator[str]:
        """One line after the other."""
        line = _Line()
        writer = csv.writer(line)
        yield "\ufeff"
        for row in rows:
            writer.writerow([cell if isinstance(cell, int) else harmless(cell) for cell in row])
            yield line.text

    answer = StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")
    _named(answer, f"{name}.csv")
    return answer


def xlsx_file(name: str, rows: Iterable[Sequence[Cell]]) -> FileResponse:
    """A workbook of one sheet, written row by row to a file of its own and then sent."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(name[:31])
    for row in rows:
        sheet.append([_cell(sheet, cell) for cell in row])
    file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 -- the answer closes it
    book.save(file)
    file.seek(0)
    answer = FileResponse(file, content_type=XLSX)
    _named(answer, f"{name}.xlsx")
    return answer


def book(sheets: Mapping[str, Iterable[Sequence[Cell | float]]]) -> bytes:
    """A workbook of several sheets by their names, made in memory: for hundreds of rows."""
    made = Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name[:31])
        for row in rows:
            sheet.append([_cell(sheet, cell) for cell in row])
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def _cell(sheet: Any, what: Cell | float) -> WriteOnlyCell:
    """A cell that holds a number, or text whatever it looks like."""
    if isinstance(what, int | float):
        return WriteOnlyCell(sheet, value=what)
    cell = WriteOnlyCell(sheet, value=harmless(what))
    cell.data_type = "s"
    return cell


def _named(answer: StreamingHttpResponse | FileResponse, name: str) -> None:
    """To be kept as a file, and in no cache."""
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store, private"
