"""Reads an uploaded table, CSV or XLSX, into plain text cells; what is no table is refused.

Nobody's file is trusted: a workbook's archive is measured before a byte of it is unpacked, and
formulas are pointed out instead of computed (ASVS 5.2.3, 1.5.1, 1.2.10).
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import IO, Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from catalog.tables import archives, cells
from catalog.tables.refusals import FileRefused, Problem

LARGEST = 2 * 1024 * 1024  # bytes
MOST_ROWS = 2_000
MOST_COLUMNS = 50
LONGEST_CELL = 10_000  # characters
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
# What openpyxl raises on a workbook that is none; an XML ParseError is a SyntaxError.
DAMAGED = (
    *(InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError),
    *(AttributeError, IndexError, SyntaxError, OverflowError),
)
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a file: its number there (the headings are row 1) and its cells by heading."""

    number: int
    cells: dict[str, str]


@dataclass(slots=True)
class Sheet:
    """The headings and rows of a file, and the cells that cannot be read."""

    headings: list[str]
    lines: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read(file: IO[bytes]) -> Sheet:
    """The table of a file; raises ``FileRefused`` when it is none, or none that is taken."""
    content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise FileRefused(_("The file is larger than 2 MB. Split it."))
    return _sheet(rows(content))


def rows(content: bytes, *, head: int = 1) -> Iterator[list[Any]]:
    """The rows of a file as they stand, headings or not; ``FileRefused`` when it is no table.

    What stands between the cells of a text file is seen from its first ``head`` lines.
    """
    if not content.strip():
        raise FileRefused(_("The file is empty."))
    if content.startswith(_OLE):
        raise FileRefused(
            _("This is an old or locked Excel file. Save it as .xlsx without a password.")
        )
    return _workbook(content) if content.startswith(_ZIP) else _text(content, head)


def _sheet(found: Iterator[list[Any]]) -> Sheet:
    """Headings from the first row that holds anything, and what stands below them."""
    number, first = next(
        ((at, row) for at, row in enumerate(found, 1) if any(_shown(cell) for cell in row)),
        (0, []),
    )
    if not first:
        raise FileRefused(_("The file is empty."))
    headings = [cells.unguarded(_shown(cell)).strip() for cell in first]
    while headings and not headings[-1]:
        headings.pop()
    if len(headings) > MOST_COLUMNS:
        raise FileRefused(_("The table has more than %(n)d columns.") % {"n": MOST_COLUMNS})
    named = [heading.casefold() for heading in headings if heading]
    if len(set(named)) != len(named):
        raise FileRefused(_("Two columns bear the same heading."))
    sheet = Sheet(headings)
    for at, row in enumerate(found, number + 1):
        if at - number > MOST_ROWS:
            raise FileRefused(_("The table has more than %(n)d rows. Split it.") % {"n": MOST_ROWS})
        _take(sheet, at, row)
    return sheet


def _take(sheet: Sheet, number: int, row: list[Any]) -> None:
    """Add a row that holds anything; what cannot be read is a problem of its cell."""
    found: dict[str, str] = {}
    for place, cell in enumerate(row):
        text = _shown(cell)
        if not text.strip():
            continue
        heading = sheet.headings[place] if place < len(sheet.headings) else ""
        words = _wrong(cell, text, heading)
        if words:
            sheet.problems.append(Problem(number, heading, words))
        else:
            found[heading] = cells.unguarded(text)
    if found:
        sheet.lines.append(Line(number, found))


def _wrong(cell: Any, text: str, heading: str) -> str:
    """Why a cell is not taken, and what to do; nothing when it is."""
    if not heading:
        return _("This column has no heading. Give it one, or clear the column.")
    if isinstance(cell, Formula):
        return _("This cell computes something. Write the value in its place.")
    if len(text) > LONGEST_CELL:
        return _("This text is too long.")
    return ""


class Formula(str):
    """A cell that a spreadsheet would compute."""

    __slots__ = ()


def _shown(cell: Any) -> str:
    """A cell as text: numbers without their point when they are whole, days as people write."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell)
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, dt.datetime | dt.date):
        return f"{cell:%d/%m/%Y}"
    return str(cell).replace("\r\n", "\n").replace("\r", "\n")


def _text(content: bytes, head: int) -> Iterator[list[Any]]:
    """The rows of a CSV file, whatever stands between its cells."""
    encoding = next((name for mark, name in _MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise FileRefused(
            _("The letters cannot be read. Save the file as “CSV UTF-8” or as .xlsx.")
        ) from error
    if "\x00" in text:
        raise FileRefused(_("This is no table. Choose a .csv or .xlsx file."))
    first = "".join(islice(io.StringIO(text.lstrip()), head))
    between = max(";,\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True)
    return _guessed(reader)


def _guessed(rows: Iterable[list[str]]) -> Iterator[list[Any]]:
    """Rows of text, with the cells pointed out that begin like a formula."""
    try:
        for row in rows:
            yield [Formula(cell) if cells.is_formula(cell) else cell for cell in row]
    except csv.Error as error:
        raise FileRefused(
            _("The rows cannot be told apart: a quotation mark is missing, or a cell is too long.")
        ) from error


def _workbook(content: bytes) -> Iterator[list[Any]]:
    """The rows of the first sheet that can be seen."""
    archives.inspect(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        sheet = next(one for one in book.worksheets if one.sheet_state == "visible")
    except (*DAMAGED, StopIteration) as error:
        raise FileRefused(_("The workbook is damaged. Save it again as .xlsx.")) from error
    # The size that a workbook claims is not believed: rows are counted as they come.
    sheet.reset_dimensions()
    return _computed(sheet.iter_rows())


def _computed(rows: Iterable[Any]) -> Iterator[list[Any]]:
    """Rows of values, with formulas and their errors pointed out."""
    try:
        for row in rows:
            yield [
                Formula(cell.value) if cell.data_type in {"f", "e"} else cell.value for cell in row
            ]
    except DAMAGED as error:
        raise FileRefused(_("The workbook is damaged. Save it again as .xlsx.")) from error
