"""A workbook is an archive: what is measured before anything of it is unpacked."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from django.utils.translation import gettext as _

from catalog.tables.refusals import FileRefused

MOST_PARTS = 200
MOST_UNPACKED = 40 * 1024 * 1024  # bytes
HIGHEST_RATIO = 200
FREE_OF_RATIO = 256 * 1024  # bytes: a small part of blanks is packed very well and does no harm
_ENCRYPTED = 0x1
_NEEDED = {"[Content_Types].xml", "xl/workbook.xml"}
# A document type can name entities that grow without end, or reach for other files.
_ROW = re.compile(rb"<row [^>]*?\br=\"([0-9]{1,9})\"")
_MARKS = ("<!DOCTYPE", "<!ENTITY")
_DOCTYPES = [mark.encode(encoding) for mark in _MARKS for encoding in ("ascii", "utf-16-le")]


def inspect(content: bytes) -> None:
    """Raise ``FileRefused`` for an archive that is no plain workbook, or that would burst."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            _measure(parts)
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    _look_into(part.filename, archive.read(part))
    except (
        *(zipfile.BadZipFile, zlib.error, NotImplementedError),
        *(RuntimeError, OSError, EOFError),
    ) as error:
        raise FileRefused(_("The workbook is damaged. Save it again as .xlsx.")) from error


def _measure(parts: list[zipfile.ZipInfo]) -> None:
    """The number, names and sizes of the parts, by the archive's own directory."""
    names = [part.filename for part in parts]
    if not set(names) >= _NEEDED:
        raise FileRefused(_("This is no table. Choose a .csv or .xlsx file."))
    if any(name.endswith("vbaProject.bin") for name in names):
        raise FileRefused(_("The workbook holds macros. Save it as .xlsx without them."))
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise FileRefused(
            _("This is an old or locked Excel file. Save it as .xlsx without a password.")
        )
    strange = any(".." in name or name.startswith("/") or "\\" in name for name in names)
    too_many = len(parts) > MOST_PARTS or len(set(names)) != len(names)
    bursts = sum(part.file_size for part in parts) > MOST_UNPACKED or any(
        part.file_size > FREE_OF_RATIO
        and part.file_size > HIGHEST_RATIO * max(part.compress_size, 1)
        for part in parts
    )
    if strange or too_many or bursts:
        raise FileRefused(_("The workbook unpacks to far more than a table. It is not opened."))


def _look_into(name: str, part: bytes) -> None:
    """No part may declare a document type; a sheet has its rows in order and merges no cells."""
    if any(mark in part for mark in _DOCTYPES):
        raise FileRefused(_("The workbook is damaged. Save it again as .xlsx."))
    if not name.startswith("xl/worksheets/"):
        return
    if b"<mergeCell " in part:
        raise FileRefused(_("Some cells are merged. Split them: every row needs all its cells."))
    # A row that stands before the one above it would be lost without a word.
    last = 0
    for found in _ROW.finditer(part):
        if int(found[1]) <= last:
            raise FileRefused(_("The workbook is damaged. Save it again as .xlsx."))
        last = int(found[1])
