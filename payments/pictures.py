"""QR pictures of a payload: SVG for the page, PNG to keep on the phone."""

from __future__ import annotations

import io

import qrcode
from qrcode.constants import ERROR_CORRECT_M
from qrcode.image.pil import PilImage

BORDER = 4  # the quiet zone every reader wants, in modules


def _code(payload: str) -> qrcode.QRCode[PilImage]:
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=BORDER, image_factory=PilImage)
    code.add_data(payload)
    code.make(fit=True)
    return code


def _runs(row: list[bool]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for at, dark in enumerate(row):
        if not dark:
            continue
        if found and sum(found[-1]) == at:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((at, 1))
    return found


def svg(payload: str) -> str:
    """The picture as one SVG without style or script, black on white, about 5 kB."""
    rows = [[bool(dark) for dark in row] for row in _code(payload).get_matrix()]
    path = "".join(
        f"M{x} {y}h{length}v1h-{length}z" for y, row in enumerate(rows) for x, length in _runs(row)
    )
    size = len(rows)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" '
        f'shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}H0z"/>'
        f'<path d="{path}"/></svg>'
    )


def png(payload: str) -> bytes:
    """The picture as PNG, ten dots a module."""
    picture = io.BytesIO()
    _code(payload).make_image().save(picture, "PNG")
    return picture.getvalue()
