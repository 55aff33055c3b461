"""A phone's camera: it reads the codes of a picture or of a printed sheet."""

import io

import pypdfium2
import zxingcpp
from PIL import Image

DPI = 300


def picture(content: bytes) -> list[str]:
    """The codes of a picture file."""
    return _read(Image.open(io.BytesIO(content)))


def sheet(pdf: bytes) -> list[str]:
    """The codes of all pages of a PDF, printed at 300 dots an inch."""
    pages = pypdfium2.PdfDocument(pdf)
    return [text for page in pages for text in _read(page.render(scale=DPI / 72).to_pil())]


def _read(image: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(image.convert("L"))]
