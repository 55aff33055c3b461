"""Pictures of the demonstration: the market's drawings, varied by cut, grade and pack.

They are drawn from the crop's SVG, and are kept as drawings, so that every page says so.
"""

import random
import re

import resvg_py
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

SIDE = 960  # pixels
_GROUNDS = ("#f7ecd8", "#eef3df", "#f6e3df", "#e6efee", "#f3e8f0", "#f4efcf")
_BOX = (
    '<g><path d="M{x} {y}h{w}l-14 46h-{b}z" fill="{front}"/>'
    '<path d="M{x} {y}h{w}l8-12H{t}z" fill="{lid}"/></g>'
)
_HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'viewBox="0 0 400 400">'
)
_OPENING = re.compile(r"<svg[^>]*>")
_IDENTITY = re.compile(r'(id="|url\(#|href="#)([\w-]+)')


def picture(crop: str, number: int, dice: random.Random) -> SimpleUploadedFile:
    """One picture of a crop as an upload; the same dice draw the same picture."""
    art = settings.BASE_DIR / "static" / "art" / f"{crop}.svg"
    inner = _OPENING.sub("", art.read_text(), count=1).rsplit("</svg>", 1)[0]
    drawn = "".join(
        [
            _HEAD,
            _ground(dice),
            _pieces(inner, number, dice),
            "</svg>",
        ]
    )
    content = resvg_py.svg_to_bytes(
        svg_string=drawn, width=SIDE, height=SIDE, skip_system_fonts=True
    )
    return SimpleUploadedFile(f"{crop}-{number}.png", bytes(content), "image/png")


def _ground(dice: random.Random) -> str:
    """A warm ground with hills or a table."""
    colour = dice.choice(_GROUNDS)
    top = dice.randint(250, 300)
    hills = " ".join(f"{x} {top - dice.randint(0, 46)}" for x in range(0, 401, 80))
    return (
        f'<rect width="400" height="400" fill="{colour}"/>'
        f'<polygon points="0 400 0 {top} {hills} 400 400" fill="#2e4b3a" opacity=".10"/>'
    )


def _pieces(inner: str, number: int, dice: random.Random) -> str:
    """One large piece, a small heap, or a box of it: by the picture's place in the listing."""
    if number % 3 == 0:
        turn = dice.randint(-8, 8)
        return f'<g transform="translate(30 36) scale(1.7) rotate({turn} 100 100)">{inner}</g>'
    if number % 3 == 1:
        spots = [(8, 150, 0.9), (188, 158, 0.95), (96, 60, 1.05)]
        dice.shuffle(spots)
        return "".join(
            f'<g transform="translate({x} {y}) scale({s}) '
            f'rotate({dice.randint(-14, 14)} 100 100)">{_apart(inner, place)}</g>'
            for place, (x, y, s) in enumerate(spots)
        )
    box = _BOX.format(x=62, y=296, w=276, b=248, t=54, front="#b98a56", lid="#8f6638")
    return f'<g transform="translate(70 60) scale(1.3)">{inner}</g>{box}'


def _apart(inner: str, place: int) -> str:
    """The drawing with gradient names of its own, so that copies do not share them."""
    return _IDENTITY.sub(rf"\g<1>\g<2>-{place}", inner)
