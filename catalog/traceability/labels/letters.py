"""The typeface of labels and posters, with every Vietnamese letter, embedded in the PDF."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

_FILES = Path(str(files("fontpkg_be_vietnam_pro"))) / "files"
PLAIN, BOLD = "BeVietnamPro", "BeVietnamPro-Bold"


@cache
def load() -> None:
    """Make the two weights known to reportlab, once per process."""
    pdfmetrics.registerFont(TTFont(PLAIN, _FILES / "BeVietnamPro-Regular.ttf"))
    pdfmetrics.registerFont(TTFont(BOLD, _FILES / "BeVietnamPro-Bold.ttf"))


def width(text: str, font: str, size: float) -> float:
    """How wide a text is, in points."""
    return float(pdfmetrics.stringWidth(text, font, size))


def wrapped(text: str, font: str, size: float, space: float, lines: int) -> list[str]:
    """The text in at most ``lines`` lines of ``space`` points; what is left over ends in ``…``."""
    done: list[str] = []
    words = text.split()
    while words and len(done) < lines:
        line = words.pop(0)
        while words and width(f"{line} {words[0]}", font, size) <= space:
            line = f"{line} {words.pop(0)}"
        done.append(line)
    if words:
        done[-1] = f"{done[-1]} …"
    return [cut(line, font, size, space) for line in done]


def fitting(text: str, font: str, size: float, space: float) -> tuple[str, float]:
    """The text and a size at which it fits: up to a quarter smaller, and only then shortened."""
    least = size * 0.75
    fits = size * min(1.0, space / max(width(text, font, size), 1.0))
    smaller = max(fits, least)
    return cut(text, font, smaller, space + 0.01), smaller


def cut(text: str, font: str, size: float, space: float) -> str:
    """The text, shortened with ``…`` if it is wider than ``space`` points."""
    if width(text, font, size) <= space:
        return text
    while text and width(f"{text}…", font, size) > space:
        text = text[:-1]
    return f"{text.rstrip(' …')}…"
