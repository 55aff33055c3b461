"""QR pictures of a payload: SVG for the page, PNG to keep on the phone."""

from __future__ import annotations

import io

from PIL import Image

from marketplace.design import qrmaking

BORDER = 4  # the quiet zone every reader wants, in modules
DOTS = 10  # a module's side in the PNG


def svg(payload: str) -> str:
    """The picture as one SVG without style or script, black on white, about 5 kB."""
    rows = qrmaking.matrix(payload)
    size = len(rows) + 2 * BORDER
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" '
        f'shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}H0z"/>'
        f'<path d="{qrmaking.path(rows, BORDER)}"/></svg>'
    )


def png(payload: str) -> bytes:
    """The picture as PNG, ten dots a module."""
    rows = qrmaking.matrix(payload)
    size = len(rows) + 2 * BORDER
    picture = Image.new("1", (size, size), 1)
    for row, column, length in qrmaking.runs(rows):
        left, top = column + BORDER, row + BORDER
        picture.paste(0, (left, top, left + length, top + 1))
    written = io.BytesIO()
    whole = picture.resize((size * DOTS, size * DOTS), Image.Resampling.NEAREST)
    whole.save(written, "PNG", optimize=True)
    return written.getvalue()
