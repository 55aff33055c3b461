"""A table as a file: CSV that Excel reads as UTF-8, or a workbook with a sheet that explains it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from catalog.tables import cells
from catalog.tables.columns import Column, Row, Value

Choices = Mapping[str, Sequence[tuple[str, str]]]
WIDTH = 22
_LONGEST_TITLE = 31


def as_csv(columns: Sequence[Column], rows: Sequence[Row]) -> bytes:
    """The rows behind the mark by which Excel knows UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows(_lines(columns, rows))
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def as_workbook(
    title: str, columns: Sequence[Column], rows: Sequence[Row], choices: Choices
) -> bytes:
    """The rows on one sheet; on another what to write where, and the names to choose from."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:_LONGEST_TITLE])
    sheet.freeze_panes = "A2"
    for place in range(len(columns)):
        sheet.column_dimensions[chr(ord("A") + place)].width = WIDTH
    for number, line in enumerate(_lines(columns, rows)):
        sheet.append([_cell(sheet, value, is_head=number == 0) for value in line])
    _explain(book, columns, choices)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _lines(columns: Sequence[Column], rows: Sequence[Row]) -> Iterator[list[Value]]:
    """Headings and rows, text guarded."""
    yield [str(column.heading) for column in columns]
    for row in rows:
        yield [_guarded(row[column.key]) for column in columns]


def _guarded(value: Value) -> Value:
    return cells.guarded(value) if isinstance(value, str) else value


def _cell(sheet: Any, value: Value, *, is_head: bool = False) -> WriteOnlyCell:
    """A cell; text stays text whatever it looks like."""
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"
    cell.font = Font(bold=is_head)
    return cell


def _explain(book: Workbook, columns: Sequence[Column], choices: Choices) -> None:
    """What belongs into each column."""
    sheet = book.create_sheet(_("How to fill it in")[:_LONGEST_TITLE])
    sheet.column_dimensions["A"].width = WIDTH
    sheet.column_dimensions["B"].width = 3 * WIDTH
    sheet.append(
        [_cell(sheet, str(word), is_head=True) for word in (_("Column"), _("What to write"))]
    )
    for column in columns:
        sheet.append([_cell(sheet, str(column.heading)), _cell(sheet, str(column.hint))])
    for column in columns:
        for _key, name in choices.get(column.key, ()):
            sheet.append([_cell(sheet, str(column.heading)), _cell(sheet, _guarded(name))])
