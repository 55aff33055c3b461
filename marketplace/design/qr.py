"""QR codes as drawings that print sharply, need no script and are cached by what they say."""

from functools import lru_cache

from marketplace.design import qrmaking

QUIET = 4


@lru_cache(maxsize=2048)
def outline(text: str) -> tuple[int, str]:
    """The side of the code in modules, its quiet zone counted, and the path of its dark ones."""
    rows = qrmaking.matrix(text)
    return len(rows) + 2 * QUIET, qrmaking.path(rows, QUIET)
