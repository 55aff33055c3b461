"""What is printed or shown as a picture: QR codes, sheets and rolls of labels, posters."""

from __future__ import annotations

from catalog.traceability.labels.posters import poster
from catalog.traceability.labels.sheets import sheet
from catalog.traceability.labels.symbols import SymbolTooSmall, qr_png, qr_svg

__all__ = ["SymbolTooSmall", "poster", "qr_png", "qr_svg", "sheet"]
