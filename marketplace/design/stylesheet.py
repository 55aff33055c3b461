"""Joins the stylesheets of `static/css/` to the one file that pages load."""

import re
from pathlib import Path

# The order counts only for the first, which names the layers.
PARTS = (
    "tokens",
    "fonts",
    "crops",
    "base",
    "layout",
    "masthead",
    "footer",
    "buttons",
    "forms",
    "words",
    "produce",
    "scenes",
    "buying",
    "live",
    "product",
    "pages",
    "sheet",
    "work",
    "review",
    "records",
    "guides",
    "figures",
    "utilities",
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANKS = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,]) ?")


def joined(folder: Path) -> str:
    """Every part below ``folder`` in its order, without comments and line breaks."""
    whole = "\n".join((folder / f"{name}.css").read_text(encoding="utf-8") for name in PARTS)
    pieces = _strings_apart(_COMMENT.sub("", whole))
    return "".join(_squeezed(piece) for piece in pieces).strip() + "\n"


def _strings_apart(text: str) -> list[str]:
    """The text cut at its double-quoted strings, which keep their blanks."""
    return re.split(r'("[^"]*")', text)


def _squeezed(piece: str) -> str:
    """A piece of the text with single blanks, none of them beside punctuation."""
    if piece.startswith('"'):
        return piece
    return _AROUND.sub(r"\1", _BLANKS.sub(" ", piece)).replace(";}", "}").replace(": ", ":")
