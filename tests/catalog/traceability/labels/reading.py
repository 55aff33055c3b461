"""Render a page of labels and read every label by itself, as a person holds one at a time."""

import pypdfium2
import zxingcpp

from catalog.traceability.labels.layouts import LAYOUTS


def cells(pdf, layout, dpi=600):
    """Each label of each page as a picture of its own."""
    plan, dot = LAYOUTS[layout], dpi / 25.4
    for page in pypdfium2.PdfDocument(pdf):
        picture = page.render(scale=dpi / 72).to_pil().convert("L")
        for left, top in plan.places():
            edges = (left, top, left + plan.cell[0], top + plan.cell[1])
            yield picture.crop(tuple(round(edge * dot) for edge in edges))


def read(picture):
    """The texts a reader finds, each with how its code was written."""
    return [
        found.text
        for found in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
    ]


def text_of(pdf):
    """The words of all pages."""
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)
