"""The one stylesheet: light enough, whole, and readable in both schemes."""

import gzip
import re

import pytest
from django.conf import settings

from marketplace.design import produce, stylesheet

FOLDER = settings.BASE_DIR / "static"
SHEET = stylesheet.joined(FOLDER / "css")


def test_the_stylesheet_stays_within_its_budget():
    assert len(gzip.compress(SHEET.encode(), 9)) <= 18_000


def test_the_layers_are_named_first():
    assert SHEET.startswith("@layer reset,tokens,base,layout,components,utilities;")


def test_joining_keeps_every_brace_and_every_string():
    source = "".join(
        (FOLDER / "css" / f"{name}.css").read_text(encoding="utf-8") for name in stylesheet.PARTS
    )

    assert SHEET.count("{") == SHEET.count("}")
    assert re.findall(r'url\("[^"]*"\)', SHEET) == re.findall(r'url\("[^"]*"\)', source)


def test_every_part_of_the_folder_is_joined():
    files = {file.stem for file in (FOLDER / "css").glob("*.css")}

    assert files - {"trace"} == set(stylesheet.PARTS)


def test_every_token_that_is_used_is_defined():
    used = set(re.findall(r"var\((--[\w-]+)\s*\)", SHEET))

    assert used - set(re.findall(r"(--[\w-]+):", SHEET)) == set()


@pytest.mark.parametrize("slug", produce.SLUGS)
def test_every_crop_has_its_drawing_and_its_colours(slug):
    drawing = (FOLDER / "art" / f"{slug}.svg").read_text(encoding="utf-8")

    assert len(drawing) <= 2_048
    assert "<script" not in drawing
    assert SHEET.count(f".p-{slug}{{") == 2


def _palette(text: str) -> dict[str, str]:
    return dict(re.findall(r"(--[\w-]+):(#[0-9a-f]{3,6})\b", text))


def _schemes() -> tuple[dict[str, str], dict[str, str]]:
    """The tokens of the light and of the dark scheme."""
    light, dark = re.findall(r":root\{(.*?)\}", SHEET)
    return _palette(light), _palette(light) | _palette(dark)


def _luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(sign * 2 for sign in digits)
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How well two colours stand out from each other, as WCAG counts it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("ink", "paper"),
        ("ink", "sunk"),
        ("muted", "paper"),
        ("muted", "sunk"),
        ("link", "card"),
        ("price", "card"),
        ("on-forest", "forest"),
        ("on-mango", "mango"),
        ("ok", "ok-soft"),
        ("warn", "warn-soft"),
        ("bad", "bad-soft"),
        ("blue", "blue-soft"),
        ("on-deep-muted", "deep"),
        ("star", "card"),
    ],
)
def test_text_stands_out_in_both_schemes(ink, ground):
    for scheme in _schemes():
        assert contrast(scheme[f"--{ink}"], scheme[f"--{ground}"]) >= 4.5


def test_the_mark_of_every_crop_stands_out_in_both_schemes():
    light, dark = _schemes()
    for slug in produce.SLUGS:
        rules = re.findall(rf"\.p-{slug}\{{(.*?)\}}", SHEET)
        for scheme, rule in zip((light, dark), rules, strict=True):
            crop = _palette(rule)
            assert contrast(crop["--crop"], scheme["--paper"]) >= 3, slug
            assert contrast(scheme["--muted"], crop["--field"]) >= 4.5, slug
