"""Uploaded pictures are decoded with care, and nothing but pixels survives."""

import io
import struct
import zlib

import pytest
from PIL import Image

from catalog.listings import encoding
from catalog.listings.refusals import PictureRefused
from tests.catalog.listings.uploads import encoded, picture

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"


def _opened(content):
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_picture_is_kept_as_jpeg_in_its_size(kind):
    kept = encoding.taken_in(encoded(picture(), kind))

    assert (_opened(kept.content).format, kept.width, kept.height) == ("JPEG", 800, 600)


def test_picture_is_turned_upright_and_forgets_where_it_was_taken():
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x010F] = "Máy ảnh"

    kept = encoding.taken_in(encoded(picture(), exif=exif))

    assert (kept.width, kept.height) == (600, 800)
    assert dict(_opened(kept.content).getexif()) == {}
    assert b"Exif" not in kept.content


def test_large_picture_is_kept_smaller():
    kept = encoding.taken_in(encoded(picture((4000, 3000))))

    assert (kept.width, kept.height) == (1920, 1440)


def test_see_through_picture_gets_a_white_ground():
    clear = Image.new("RGBA", (400, 400), (0, 0, 0, 0))

    kept = encoding.taken_in(encoded(clear, "PNG"))

    assert _opened(kept.content).getpixel((5, 5)) == (255, 255, 255)


def _bomb():
    """A PNG of under 100 bytes that says it has 65,000 × 65,000 pixels."""

    def chunk(name, data):
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", 65_000, 65_000, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def _animated(kind):
    frames = [picture(seed=seed) for seed in range(3)]
    return encoded(frames[0], kind, save_all=True, append_images=frames[1:])


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (SVG, "kind"),
        (HTML, "kind"),
        (b"<?php echo 1;", "kind"),
        (b"GIF89a" + HTML, "kind"),
        (encoded(picture(), "GIF"), "kind"),
        (encoded(picture(), "TIFF"), "kind"),
        (b"\x00\x00\x00\x18ftypheic" + b"\x00" * 64, "kind"),
        (b"\xff\xd8\xff" + HTML, "broken"),
        (b"\x89PNG\r\n\x1a\n" + HTML, "broken"),
        (encoded(picture())[:2_000], "broken"),
        (_bomb(), "pixels"),
        (_animated("WEBP"), "animated"),
        (_animated("PNG"), "animated"),
        (encoded(picture((319, 800))), "small"),
        (b"\xff\xd8\xff" + b"\x00" * encoding.LARGEST, "size"),
        (b"", "size"),
    ],
)
def test_what_is_no_plain_photo_is_refused(raw, why):
    with pytest.raises(PictureRefused) as refused:
        encoding.taken_in(raw)

    assert refused.value.reason == why


def test_25_megapixels_and_one_row_are_refused():
    with pytest.raises(PictureRefused, match="pixels"):
        encoding.taken_in(encoded(Image.new("L", (5_000, 5_001)), "PNG"))


def test_preview_behind_a_phones_photo_is_no_animation():
    raw = encoded(picture(), "MPO", save_all=True, append_images=[picture((320, 240), seed=2)])

    assert encoding.taken_in(raw).width == 800


@pytest.mark.parametrize("kind", ["avif", "webp", "jpeg"])
def test_sizes_are_made_and_never_enlarged(kind):
    kept = encoding.taken_in(encoded(picture()))

    assert _opened(encoding.narrowed(encoding.opened(kept.content), 320, kind)).size == (320, 240)
    assert _opened(encoding.narrowed(encoding.opened(kept.content), 960, kind)).size == (800, 600)
