"""The image of a card, as the REST interface and the ``picture`` tag know it."""

from typing import Any

from django.core.files.storage import default_storage

from catalog.listings.models import ListingPicture

Image = dict[str, Any]
# What a browser without ``srcset`` loads: wide enough for a phone.
PLAIN = 640


def image(shown: ListingPicture) -> Image:
    """``{alt, src, srcset{avif, webp, jpeg}, width, height}``; the original until it has sizes."""
    picture = shown.picture
    jpegs = picture.sizes.get("jpeg") or {}
    plain = min(jpegs, key=lambda width: abs(int(width) - PLAIN), default="")
    return {
        "alt": shown.alt,
        "src": default_storage.url(jpegs[plain] if plain else picture.original.name),
        "srcset": {kind: _srcset(sizes) for kind, sizes in sorted(picture.sizes.items()) if sizes},
        "width": picture.width,
        "height": picture.height,
        "is_drawing": picture.is_drawing,
    }


def _srcset(sizes: dict[str, str]) -> str:
    """``name 320w, name 640w``, the smallest first."""
    return ", ".join(
        f"{default_storage.url(name)} {width}w" for width, name in sorted(sizes.items(), key=_width)
    )


def _width(size: tuple[str, str]) -> int:
    return int(size[0])
