"""Sheets and rolls as a PDF we write ourselves: a page at a time, straight to the file.

Codes are pictures of one bit a module, words are text that can be searched. A page is finished
without knowing the others (a *piece*); the file joins pieces, then writes the two fonts with the
letters that all of them used. So a job that was interrupted goes on with its next page.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import BinaryIO

from catalog.traceability.labels import drawing, symbols, typeface
from catalog.traceability.labels.drawing import FONTS, MM
from catalog.traceability.labels.layouts import Layout
from catalog.traceability.labels.wording import Label

MEDIA_TYPE = "application/pdf"
_CATALOG, _PAGES, _INFO, _FIRST_FONT = 1, 2, 3, 4
_FONT_OBJECTS = 5
_FIRST_PAGE = _FIRST_FONT + _FONT_OBJECTS * len(FONTS)


def pieces(
    labels: Sequence[Label],
    plan: Layout,
    *,
    skip: int = 0,
    offset: tuple[float, float] = (0.0, 0.0),
    least_mm: float = symbols.SAFE_MM,
) -> Iterator[bytes]:
    """The pages of some labels, the first with ``skip`` places left free.

    ``offset`` (millimetres right and down) is what a printer needs to hit the labels. Raises
    ``SymbolTooSmall``, before the first page.
    """
    made = drawing.batch(labels)
    pen = drawing.Pen(plan, made.side + 2 * symbols.QUIET, least_mm)
    corners = [
        ((left + offset[0]) * MM, (plan.page[1] - top - plan.cell[1] - offset[1]) * MM)
        for left, top in plan.places()
    ]
    waiting = zip(labels, made.bitmaps(), strict=True)
    free = skip % plan.per_page
    while page := list(islice(waiting, plan.per_page - free)):
        marks = [
            f"q 1 0 0 1 {left:.3f} {lower:.3f} cm\n{pen.draw(label, bits.tobytes())}Q\n"
            for (left, lower), (label, bits) in zip(corners[free:], page, strict=False)
        ]
        yield _piece("".join(marks), pen)
        free = 0


def _piece(marks: str, pen: drawing.Pen) -> bytes:
    """The letters so far and the marks of a page, ready to be joined."""
    used = json.dumps({name: "".join(sorted(pen.used[name])) for name in FONTS})
    return used.encode() + b"\n" + zlib.compress(marks.encode("ascii"))


def join(found: Iterable[bytes], plan: Layout, out: BinaryIO, *, title: str) -> None:
    """Write the file: pages as they come, then what they share."""
    used: dict[str, set[str]] = {name: set() for name in FONTS}
    file = _File(out)
    number = _FIRST_PAGE
    box = f"[0 0 {plan.page[0] * MM:.3f} {plan.page[1] * MM:.3f}]"
    for piece in found:
        head, _line, marks = piece.partition(b"\n")
        for name, letters in json.loads(head).items():
            used[name].update(letters)
        file.add(number, typeface.stream(marks, "/Filter/FlateDecode"))
        page = f"<</Type/Page/Parent {_PAGES} 0 R/MediaBox{box}/Contents {number} 0 R>>"
        file.add(number + 1, page.encode())
        number += 2
    _shared(file, used, range(_FIRST_PAGE + 1, number, 2))
    file.add(_INFO, f"<</Title<feff{title.encode('utf-16-be').hex()}>>>".encode())
    file.end()


def _shared(file: _File, used: dict[str, set[str]], pages: range) -> None:
    """The fonts, the list of pages and the root of the file."""
    fonts = ""
    for at, (name, short) in enumerate(FONTS.items()):
        first = _FIRST_FONT + at * _FONT_OBJECTS
        fonts += f"{short} {first} 0 R"
        for step, content in enumerate(typeface.objects(name, used[name], first)):
            file.add(first + step, content)
    kids = " ".join(f"{number} 0 R" for number in pages)
    file.add(
        _PAGES,
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]/Resources<</Font<<{fonts}>>>>>>".encode(),
    )
    # Printers are told not to fit the page to the paper: a label that shrinks misses its place.
    file.add(
        _CATALOG,
        f"<</Type/Catalog/Pages {_PAGES} 0 R/Lang(vi)"
        "/ViewerPreferences<</PrintScaling/None>>>>".encode(),
    )


class _File:
    """Objects written one after another, and the table of where each begins."""

    def __init__(self, out: BinaryIO) -> None:
        """Begin with the mark of the format."""
        self.out, self.at = out, 0
        self.starts: dict[int, int] = {}
        self._write(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")

    def _write(self, data: bytes) -> None:
        """Write, and count."""
        self.out.write(data)
        self.at += len(data)

    def add(self, number: int, content: bytes) -> None:
        """One object."""
        self.starts[number] = self.at
        self._write(b"%d 0 obj\n%s\nendobj\n" % (number, content))

    def end(self) -> None:
        """The table, and where it is."""
        start, count = self.at, len(self.starts) + 1
        rows = [f"{self.starts[number]:010d} 00000 n \n" for number in range(1, count)]
        self._write(f"xref\n0 {count}\n0000000000 65535 f \n{''.join(rows)}".encode())
        self._write(
            f"trailer\n<</Size {count}/Root {_CATALOG} 0 R/Info {_INFO} 0 R>>\n"
            f"startxref\n{start}\n%%EOF\n".encode()
        )
