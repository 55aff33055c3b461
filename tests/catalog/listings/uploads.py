"""Files as phones send them."""

import io
import random

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image


def picture(size: tuple[int, int] = (800, 600), *, seed: int = 1) -> Image.Image:
    """A photo: a different one for each seed."""
    tint = random.Random(seed)
    image = Image.new("RGB", size, tuple(tint.randrange(256) for _ in range(3)))
    image.paste(tuple(tint.randrange(256) for _ in range(3)), (0, 0, size[0] // 2, size[1] // 2))
    return image


def encoded(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    """The picture's bytes."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def photo(name: str = "anh.jpg", *, seed: int = 1) -> SimpleUploadedFile:
    """A photo as a form sends it."""
    return SimpleUploadedFile(name, encoded(picture(seed=seed)), content_type="image/jpeg")


def paper(name: str = "giay.pdf", content: bytes = b"%PDF-1.7 giay to") -> SimpleUploadedFile:
    """A paper as a form sends it."""
    return SimpleUploadedFile(name, content, content_type="application/pdf")
