"""Cuts Be Vietnam Pro down to the letters that our pages write, at set-up."""

from copy import deepcopy
from pathlib import Path

from fontpkg_be_vietnam_pro import ROOT
from fontTools.otlLib import builder
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

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
    _add_even_figures(font)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters())
    subsetter.subset(font)
    font.flavor = "woff2"
    target.parent.mkdir(parents=True, exist_ok=True)
    font.save(target)


def _add_even_figures(font: TTFont) -> None:
    """Give the font figures of one width (``tnum``), which it lacks: sums must stand in columns."""
    names = [font.getBestCmap()[ord(figure)] for figure in "0123456789"]
    width = max(font["hmtx"][name][0] for name in names)
    for name in names:
        advance, bearing = font["hmtx"][name]
        shift = (width - advance) // 2
        glyph = deepcopy(font["glyf"][name])
        glyph.coordinates.translate((shift, 0))
        font["glyf"][f"{name}.tnum"] = glyph
        font["hmtx"][f"{name}.tnum"] = (width, bearing + shift)
    _add_feature(font["GSUB"].table, {name: f"{name}.tnum" for name in names})


def _add_feature(table: otTables.GSUB, swaps: dict[str, str]) -> None:
    """Register the swaps as ``tnum``, the last feature by its name, for every script."""
    table.LookupList.Lookup.append(builder.buildLookup([builder.buildSingleSubstSubtable(swaps)]))
    record = otTables.FeatureRecord()
    record.FeatureTag = "tnum"
    record.Feature = otTables.Feature()
    record.Feature.FeatureParams = None
    record.Feature.LookupListIndex = [len(table.LookupList.Lookup) - 1]
    record.Feature.LookupCount = 1
    table.FeatureList.FeatureRecord.append(record)
    table.LookupList.LookupCount = len(table.LookupList.Lookup)
    table.FeatureList.FeatureCount = len(table.FeatureList.FeatureRecord)
    place = len(table.FeatureList.FeatureRecord) - 1
    for script in table.ScriptList.ScriptRecord:
        languages = [one.LangSys for one in script.Script.LangSysRecord]
        for system in (script.Script.DefaultLangSys, *languages):
            if system is not None:
                system.FeatureIndex.append(place)
                system.FeatureCount = len(system.FeatureIndex)
