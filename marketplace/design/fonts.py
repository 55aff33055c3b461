"""Cuts Be Vietnam Pro down to the letters that our pages write, at set-up."""

from pathlib import Path

from fontpkg_be_vietnam_pro import ROOT
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

WEIGHTS = {400: "Regular", 700: "Bold"}

# Latin with every Vietnamese letter, the marks that combine, and the signs our texts use.
_RANGES = (
    (0x20, 0x7E),
    (0xA0, 0xFF),
    (0x102, 0x103),
    (0x110, 0x111),
    (0x128, 0x129),
    (0x168, 0x169),
    (0x1A0, 0x1A1),
    (0x1AF, 0x1B0),
    (0x300, 0x301),
    (0x303, 0x303),
    (0x309, 0x309),
    (0x323, 0x323),
    (0x1EA0, 0x1EF9),
)
_SIGNS = "–—‘’“”…•·₫×−≤≥°→★☆\u200b\u202f"


def letters() -> frozenset[int]:
    """The code points that the web fonts keep."""
    from_ranges = (point for first, last in _RANGES for point in range(first, last + 1))
    return frozenset([*from_ranges, *map(ord, _SIGNS)])


def cut(weight: int, target: Path) -> None:
    """Write the subset of ``weight`` to ``target`` as woff2, with kerning and table figures."""
    options = Options()
    options.flavor = "woff2"
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum", "liga"]
    options.hinting = False
    options.desubroutinize = True
    options.notdef_outline = True
    font = TTFont(ROOT / "files" / f"BeVietnamPro-{WEIGHTS[weight]}.ttf", recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters())
    subsetter.subset(font)
    font.flavor = "woff2"
    target.parent.mkdir(parents=True, exist_ok=True)
    font.save(target)
