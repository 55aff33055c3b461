"""The label's typeface inside a PDF we write ourselves: glyphs for texts, and the font cut down.

Glyphs keep their numbers when the font is cut, so that pages can be written before it is known
which letters all of them need.
"""

from __future__ import annotations

import io
import unicodedata
import zlib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from catalog.traceability.labels import letters

_FILES = Path(str(files("fontpkg_be_vietnam_pro"))) / "files"
_NAMES = {letters.PLAIN: "BeVietnamPro-Regular.ttf", letters.BOLD: "BeVietnamPro-Bold.ttf"}
_UNKNOWN = "?"


@cache
def _font(name: str) -> TTFont:
    """The whole font."""
    return TTFont(_FILES / _NAMES[name], lazy=False)


@cache
def _glyphs(name: str) -> dict[int, int]:
    """The number of the glyph of each letter."""
    font = _font(name)
    return {point: font.getGlyphID(glyph) for point, glyph in font.getBestCmap().items()}


def path(name: str) -> str:
    """Where the file of the font lies."""
    return str(_FILES / _NAMES[name])


def known(text: str, name: str) -> str:
    """The text with its marks joined to their letters, and ``?`` for what the font lacks."""
    glyphs = _glyphs(name)
    return "".join(
        letter if ord(letter) in glyphs else _UNKNOWN
        for letter in unicodedata.normalize("NFC", text)
    )


def shown(text: str, name: str) -> str:
    """A known text as the glyph numbers a page shows."""
    glyphs = _glyphs(name)
    return "".join([f"{glyphs[ord(letter)]:04x}" for letter in text])


@lru_cache(maxsize=64)
def cut(name: str, used: frozenset[str]) -> bytes:
    """The font with the glyphs of these letters alone, under their old numbers."""
    options = Options()
    options.retain_gids = True
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [1, 2]
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "DSIG"]
    font = TTFont(_FILES / _NAMES[name], recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(sorted(used)))
    subsetter.subset(font)
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def objects(name: str, used: Iterable[str], first: int) -> list[bytes]:
    """The five objects of the font in a PDF, numbered from ``first``: the font itself first."""
    letters_ = frozenset(used) | {_UNKNOWN}
    program = cut(name, letters_)
    packed = zlib.compress(program)
    bare = name.replace("-", "")
    tagged = f"/{_tag(letters_)}+{name}"
    return [
        f"<</Type/Font/Subtype/Type0/BaseFont{tagged}/Encoding/Identity-H"
        f"/DescendantFonts[{first + 1} 0 R]/ToUnicode {first + 4} 0 R>>".encode(),
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont{tagged}/CIDToGIDMap/Identity"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {first + 2} 0 R/DW 500/W[{_widths(name, letters_)}]>>".encode(),
        f"<</Type/FontDescriptor/FontName{tagged}/FontFamily({bare})/Flags 4"
        f"{_measures(name)}/FontFile2 {first + 3} 0 R>>".encode(),
        stream(packed, f"/Filter/FlateDecode/Length1 {len(program)}"),
        stream(zlib.compress(_unicode(name, letters_)), "/Filter/FlateDecode"),
    ]


def stream(data: bytes, more: str = "") -> bytes:
    """A stream object."""
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (more.encode(), len(data), data)


def _tag(used: frozenset[str]) -> str:
    """The six capitals before the name of a font that was cut down."""
    number = zlib.crc32("".join(sorted(used)).encode())
    return "".join(chr(65 + number // 26**place % 26) for place in range(6))


def _scaled(name: str, value: Any) -> int:
    """A length of the font in thousandths of its size."""
    return int(value * 1000 / _font(name)["head"].unitsPerEm)


def _widths(name: str, used: frozenset[str]) -> str:
    """How wide each glyph is."""
    font, glyphs = _font(name), _glyphs(name)
    widths = font["hmtx"]
    return "".join(
        f"{glyphs[ord(letter)]}[{_scaled(name, widths[font.getGlyphName(glyphs[ord(letter)])][0])}]"
        for letter in sorted(used)
    )


def _measures(name: str) -> str:
    """How high the font is, as the PDF wants to know it."""
    font = _font(name)
    head, over = font["head"], font["OS/2"]
    box = " ".join(
        str(_scaled(name, value)) for value in (head.xMin, head.yMin, head.xMax, head.yMax)
    )
    return (
        f"/FontBBox[{box}]/ItalicAngle 0/StemV 90/Ascent {_scaled(name, over.sTypoAscender)}"
        f"/Descent {_scaled(name, over.sTypoDescender)}/CapHeight {_scaled(name, over.sCapHeight)}"
    )


def _unicode(name: str, used: frozenset[str]) -> bytes:
    """Which letter a glyph stands for, so that the text can be searched and copied."""
    glyphs = _glyphs(name)
    rows = [f"<{glyphs[ord(one)]:04x}><{one.encode('utf-16-be').hex()}>" for one in sorted(used)]
    blocks = (rows[start : start + 100] for start in range(0, len(rows), 100))
    pairs = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )
    return (
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
        "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
        "1 begincodespacerange<0000><ffff>endcodespacerange\n"
        f"{pairs}\nendcmap CMapName currentdict/CMap defineresource pop end end"
    ).encode()
