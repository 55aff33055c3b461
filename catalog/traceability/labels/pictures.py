"""Codes as pictures, one file each: SVG for any size, PNG for programs that know no SVG.

Below the quiet zone stands the code for people. Many pictures travel in one ZIP file.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import BinaryIO

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from catalog.traceability.labels import drawing, letters, typeface
from catalog.traceability.labels.encoder import Bytes
from catalog.traceability.labels.layouts import Layout
from catalog.traceability.labels.symbols import QUIET
from catalog.traceability.labels.wording import Label

_MODULE_PX = 8
_TEXT = 5  # modules of room for the letters below the quiet zone
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of ZIP's calendar: equal files stay equal
Drawer = Callable[[Label, Bytes], bytes]


def svg(label: Label, modules: Bytes) -> bytes:
    """One code as a drawing, one unit a module."""
    side = len(modules) + 2 * QUIET
    path = "".join(
        f"M{start + QUIET} {row + QUIET}h{end - start}v1h{start - end}z"
        for row, line in enumerate(modules)
        for start, end in _runs(line)
    )
    high = side + _TEXT
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {high}" role="img" '
        f'aria-label="{label.grouped}"><path fill="#fff" d="M0 0h{side}v{high}H0z"/>'
        f'<path shape-rendering="crispEdges" d="{path}"/>'
        f'<text x="{side / 2:g}" y="{side + 3.4:g}" font-family="Be Vietnam Pro,sans-serif" '
        f'font-weight="700" font-size="3.4" text-anchor="middle">{label.grouped}</text></svg>'
    ).encode()


def png(label: Label, modules: Bytes) -> bytes:
    """One code as a picture of black and white, eight pixels a module."""
    framed = np.pad(1 - modules, QUIET, constant_values=1)
    framed = np.pad(framed, ((0, _TEXT), (0, 0)), constant_values=1)
    large = np.kron(framed, np.ones((_MODULE_PX, _MODULE_PX), np.uint8))
    picture = Image.fromarray(large * np.uint8(255)).convert("1")
    pen = ImageDraw.Draw(picture)
    pen.fontmode = "1"
    font = ImageFont.truetype(typeface.path(letters.BOLD), round(3.4 * _MODULE_PX))
    place = (picture.width / 2, (len(modules) + 2 * QUIET + 3.4) * _MODULE_PX)
    pen.text(place, label.grouped, fill=0, font=font, anchor="ms")
    written = io.BytesIO()
    picture.save(written, "PNG", optimize=True)
    return written.getvalue()


def pieces(labels: Sequence[Label], draw: Drawer, suffix: str) -> Iterator[bytes]:
    """Each picture with its name in front."""
    for label, modules in zip(labels, drawing.batch(labels).modules(), strict=True):
        yield f"{label.code}.{suffix}\n".encode() + draw(label, modules.view(np.uint8))


def join(found: Iterable[bytes], plan: Layout, out: BinaryIO, *, title: str) -> None:
    """All pictures in one ZIP file."""
    with zipfile.ZipFile(out, "w") as archive:
        for piece in found:
            name, _line, data = piece.partition(b"\n")
            about = zipfile.ZipInfo(name.decode(), _FIRST_DAY)
            kind = zipfile.ZIP_STORED if name.endswith(b"png") else zipfile.ZIP_DEFLATED
            archive.writestr(about, data, kind)
        archive.comment = title.encode()


def _runs(line: Bytes) -> Iterator[tuple[int, int]]:
    """Where each stretch of dark modules begins and ends."""
    edges = np.flatnonzero(np.diff(line.astype(np.int8), prepend=0, append=0))
    return zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
