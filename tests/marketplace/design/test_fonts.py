"""The web fonts: every Vietnamese letter, within the budget."""

import unicodedata

from fontTools.ttLib import TTFont

from marketplace.design import fonts

VIETNAMESE = "aăâeêioôơuưyđ"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")


def test_both_weights_fit_the_budget_and_hold_every_letter(tmp_path):
    wanted = {
        ord(sign)
        for letter in VIETNAMESE
        for tone in TONES
        for case in (letter, letter.upper())
        for sign in unicodedata.normalize("NFC", case + tone)
    }
    for weight in fonts.WEIGHTS:
        fonts.cut(weight, tmp_path / f"{weight}.woff2")

    files = sorted(tmp_path.iterdir())
    assert sum(file.stat().st_size for file in files) <= 48_000
    for file in files:
        with TTFont(file) as font:
            assert wanted - set(font.getBestCmap()) == set()


def test_figures_of_one_width_exist_for_columns_of_sums(tmp_path):
    fonts.cut(400, tmp_path / "400.woff2")

    with TTFont(tmp_path / "400.woff2") as font:
        table = font["GSUB"].table
        found = [one.Feature for one in table.FeatureList.FeatureRecord if one.FeatureTag == "tnum"]
        swaps = table.LookupList.Lookup[found[0].LookupListIndex[0]].SubTable[0].mapping
        assert len(swaps) == 10
        assert len({font["hmtx"][glyph][0] for glyph in swaps.values()}) == 1
