"""What is printed: check digits, serials, lot codes, web addresses, GS1 Digital Links."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from django.conf import settings

from catalog.traceability.codes import digitallink

if TYPE_CHECKING:
    from catalog.traceability.models import Box, LogisticUnit, Lot


def url(code: str) -> str:
    """The address printed for a lot or box without a GTIN: ``TRACE_URL`` and ``/t/{code}``."""
    return f"{settings.TRACE_URL}{path(code)}"


def path(code: str) -> str:
    """The path of a code without a GTIN."""
    return f"/t/{quote(code, safe='')}"


def address(box: Box) -> str:
    """What the QR code of a box says: a Digital Link if its item has a GTIN, else ``url``."""
    if not box.item.gtin:
        return url(box.code)
    link = digitallink.build(box.item.gtin, lot=box.lot.code, serial=box.code)
    return link.uri(settings.TRACE_URL)


def lot_path(lot: Lot, gtin: str = "") -> str:
    """The path on the label of a lot: a Digital Link if an item of it has a GTIN."""
    return digitallink.build(gtin, lot=lot.code).uri("") if gtin else path(lot.code)


def unit_path(unit: LogisticUnit) -> str:
    """The path on the label of a pallet: a Digital Link if it has a number of GS1."""
    return digitallink.of([("00", unit.sscc)]).uri("") if unit.sscc else path(unit.code)
