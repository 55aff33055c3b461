"""QR codes as drawings that print sharply, need no script and are cached by what they say."""

from functools import lru_cache

import qrcode
from qrcode.constants import ERROR_CORRECT_M

QUIET = 4


@lru_cache(maxsize=2048)
def outline(text: str) -> tuple[int, str]:
    """The side of the code in modules, its quiet zone counted, and the path of its dark ones."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=QUIET)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    return len(rows), "".join(_row(number, cells) for number, cells in enumerate(rows))


def _row(number: int, cells: list[bool]) -> str:
    """The runs of dark modules of one row as path commands."""
    commands = []
    start = None
    for column, dark in enumerate([*cells, False]):
        if dark and start is None:
            start = column
        elif not dark and start is not None:
            width = column - start
            commands.append(f"M{start} {number}h{width}v1h-{width}z")
            start = None
    return "".join(commands)
