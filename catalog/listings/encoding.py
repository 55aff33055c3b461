"""Pictures people upload, decoded with care and written anew without their metadata.

Nothing of the given file survives but its pixels: place, camera and hidden parts are gone. Size,
kind and pixels are checked before anything is decoded.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

from catalog.listings.refusals import PictureRefused

LARGEST = 10 * 1024 * 1024  # bytes
MOST_PIXELS = 25_000_000
SMALLEST_SIDE = 320
KEPT_SIDE = 1920
KINDS = ("JPEG", "PNG", "WEBP")
WIDTHS = (320, 640, 960)
_MAGIC = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")

_OPTIONS: dict[str, dict[str, int]] = {
    "JPEG": {"optimize": True, "progressive": True},
    # One thread: a worker has others of its kind beside it.
    "AVIF": {"speed": 8, "max_threads": 1},
}

REASONS = ("size", "kind", "pixels", "small", "animated", "broken")


@dataclass(frozen=True, slots=True)
class Encoded:
    """A picture as it is kept: JPEG bytes and the size in pixels."""

    content: bytes
    width: int
    height: int


def taken_in(raw: bytes) -> Encoded:
    """The picture turned upright, at most 1,920 pixels wide or high, as JPEG.

    ``PictureRefused`` names what is wrong: size, kind, pixels, small, animated or broken.
    """
    if not 0 < len(raw) <= LARGEST:
        raise PictureRefused("size")
    picture = _decoded(raw)
    picture.thumbnail((KEPT_SIDE, KEPT_SIDE), Image.Resampling.LANCZOS)
    return Encoded(_as(picture, "JPEG", quality=90), picture.width, picture.height)


def opened(kept: bytes) -> Image.Image:
    """A picture as ``taken_in`` left it, decoded once for all its sizes."""
    with Image.open(io.BytesIO(kept), formats=("JPEG",)) as picture:
        return picture.convert("RGB")


def narrowed(picture: Image.Image, width: int, kind: str) -> bytes:
    """A kept picture in one of ``WIDTHS`` as ``avif``, ``webp`` or ``jpeg``, never enlarged."""
    small = picture
    if picture.width > width:
        height = max(1, round(picture.height * width / picture.width))
        small = picture.resize((width, height), Image.Resampling.LANCZOS)
    quality = {"avif": 58, "webp": 78, "jpeg": 80}[kind]
    return _as(small, kind.upper(), quality=quality)


def _decoded(raw: bytes) -> Image.Image:
    """The upright picture in plain colours, or ``PictureRefused``."""
    if not raw.startswith(_MAGIC) and not (raw[:4] == b"RIFF" and raw[8:12] == b"WEBP"):
        raise PictureRefused("kind")
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(io.BytesIO(raw), formats=KINDS) as picture:
                _look(picture)
                picture.load()
                upright = ImageOps.exif_transpose(picture)
        except PictureRefused:
            raise
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise PictureRefused("pixels") from error
        except UnidentifiedImageError as error:
            raise PictureRefused("broken") from error
        # Pillow's decoders raise many things on hostile bytes; all of them mean the same here.
        except (
            OSError,
            ValueError,
            SyntaxError,
            EOFError,
            IndexError,
            MemoryError,
        ) as error:
            raise PictureRefused("broken") from error
    return _plain(upright)


def _look(picture: Image.Image) -> None:
    """Refuse by what the header says, before a pixel is decoded."""
    if picture.width * picture.height > MOST_PIXELS:
        raise PictureRefused("pixels")
    # Phones put a preview behind a JPEG and call the whole MPO: the first picture is the photo.
    if picture.format != "MPO" and getattr(picture, "n_frames", 1) > 1:
        raise PictureRefused("animated")
    if min(picture.size) < SMALLEST_SIDE:
        raise PictureRefused("small")


def _plain(picture: Image.Image) -> Image.Image:
    """Red, green, blue on white, with nothing else attached."""
    with_alpha = picture.convert("RGBA")
    ground = Image.new("RGB", with_alpha.size, "white")
    ground.paste(with_alpha, mask=with_alpha.getchannel("A"))
    return ground


def _as(picture: Image.Image, kind: str, *, quality: int) -> bytes:
    """The picture's bytes in a format."""
    out = io.BytesIO()
    picture.save(out, kind, quality=quality, **_OPTIONS.get(kind, {}))
    return out.getvalue()
