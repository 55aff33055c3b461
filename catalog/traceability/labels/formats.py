"""The files labels are given out as. A new one is a row of ``FORMATS``.

Every format makes *pieces* of some labels (a page, a picture, rows) and joins the pieces of all
into one file. Pieces do not know one another: a long job makes them part by part and goes on where
it was interrupted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO, Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalog.traceability.labels import pdf, pictures, printshops, symbols, thermal
from catalog.traceability.labels.layouts import LAYOUTS, Layout
from catalog.traceability.labels.wording import Label


@dataclass(frozen=True, slots=True)
class Paper:
    """Where labels go: the layout, and how far (millimetres right, down) a printer is off."""

    layout: str
    offset: tuple[float, float] = (0.0, 0.0)

    @property
    def plan(self) -> Layout:
        """The layout's measures."""
        return LAYOUTS[self.layout]


class Join(Protocol):
    """Writes a file from pieces."""

    def __call__(self, found: Iterable[bytes], plan: Layout, out: BinaryIO, *, title: str) -> None:
        """Write the pieces to ``out`` in their order."""


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file: ``rolls_only`` cannot be had for sheets, ``is_pictures`` has no paper."""

    name: Promise
    suffix: str
    media_type: str
    pieces: Callable[[Sequence[Label], Paper], Iterator[bytes]]
    join: Join
    rolls_only: bool = False
    is_pictures: bool = False

    def fits(self, plan: Layout) -> bool:
        """Whether the format can be had for a layout."""
        return plan.is_roll or not self.rolls_only


def _pages(labels: Sequence[Label], paper: Paper) -> Iterator[bytes]:
    """Pages of a PDF, as small as a phone can still read."""
    return pdf.pieces(labels, paper.plan, offset=paper.offset, least_mm=symbols.LEAST_MM)


def _pictures(
    draw: pictures.Drawer, suffix: str, labels: Sequence[Label], _paper: Paper
) -> Iterator[bytes]:
    """Pictures, whatever the paper."""
    return pictures.pieces(labels, draw, suffix)


def _rows(labels: Sequence[Label], _paper: Paper) -> Iterator[bytes]:
    """Rows, whatever the paper."""
    return printshops.pieces(labels)


def _thermal(dpi: int, labels: Sequence[Label], paper: Paper) -> Iterator[bytes]:
    """Labels for a printer of so many dots an inch."""
    return thermal.pieces(labels, paper.plan, dpi=dpi, offset=paper.offset)


_ZIP, _ZPL = "application/zip", "text/plain; charset=utf-8"
FORMATS: dict[str, Format] = {
    "pdf": Format(_("PDF to print"), "pdf", pdf.MEDIA_TYPE, _pages, pdf.join),
    "svg": Format(
        _("SVG drawings in a ZIP file"),
        "zip",
        _ZIP,
        partial(_pictures, pictures.svg, "svg"),
        pictures.join,
        is_pictures=True,
    ),
    "png": Format(
        _("PNG pictures in a ZIP file"),
        "zip",
        _ZIP,
        partial(_pictures, pictures.png, "png"),
        pictures.join,
        is_pictures=True,
    ),
    "csv": Format(
        _("Table for a print shop (CSV)"),
        "csv",
        "text/csv; charset=utf-8",
        _rows,
        printshops.join,
    ),
    "zpl": Format(
        _("ZPL for a label printer, 203 dpi"),
        "zpl",
        _ZPL,
        partial(_thermal, 203),
        thermal.join,
        rolls_only=True,
    ),
    "zpl300": Format(
        _("ZPL for a label printer, 300 dpi"),
        "zpl",
        _ZPL,
        partial(_thermal, 300),
        thermal.join,
        rolls_only=True,
    ),
}
