"""What goods, places and words are called in EPCIS: GS1 Digital Links, else addresses of ours."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django.conf import settings

from catalog.traceability import codes
from catalog.traceability.codes import digitallink
from catalog.traceability.epcis import urns
from catalog.traceability.lots.models import Box, Lot
from catalog.traceability.parties.models import Party

EPCIS_CONTEXT = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"
PREFIX = "sl"


def namespace() -> str:
    """Where our own words live; it ends with a slash, as the event hash needs it."""
    return f"{settings.TRACE_URL}/ns/"


def context() -> list[Any]:
    """The context of every event of ours."""
    return [EPCIS_CONTEXT, {PREFIX: namespace()}]


def lot(lot: Lot) -> str:
    """The class of all goods of a harvest, before anybody packs them under a GTIN."""
    return lot_called(lot.code)


def lot_called(code: str) -> str:
    """The same by the code of a lot."""
    return codes.url(code)


def unit(code: str, sscc: str = "") -> str:
    """A pallet or carton, by its GS1 number where it has one."""
    return f"{digitallink.CANONICAL_HOST}/00/{sscc}" if sscc else codes.url(code)


def boxes(lot: Lot, box: Box) -> str:
    """The class of the boxes of one item packed from a lot."""
    gtin = _gtin(box)
    if gtin:
        return digitallink.build(gtin, lot=lot.code).canonical()
    return f"{codes.url(lot.code)}#{quote(box.item.key, safe='')}"


def box(box: Box) -> str:
    """One box."""
    gtin = _gtin(box)
    return digitallink.build(gtin, serial=box.code).canonical() if gtin else codes.url(box.code)


def _gtin(box: Box) -> str:
    """The GTIN the item had when the box was packed: a later one changes no name."""
    return str(box.packing.data.get("gtin", box.item.gtin))


def party(party: Party) -> str:
    """Where a party works: its location number, else its commune; nothing when neither is known."""
    if party.gln:
        return f"{digitallink.CANONICAL_HOST}/414/{party.gln}"
    return commune(party.commune_code)


def commune(code: str) -> str:
    """A commune as a place; nothing for no code."""
    return f"{namespace()}commune/{code}" if code else ""


def canonical(uri: str) -> str:
    """The one form under which an identifier is found again; what is no GS1 key stays as it is.

    The host of a Digital Link does not count, nor does a lot beside a serial number.
    """
    try:
        uri = urns.link(uri)
        link = digitallink.parse(uri)
    except (urns.WrongUrn, digitallink.WrongLink):
        return uri
    pairs = tuple(pair for pair in link.path if pair[0] != "22")
    if any(ai == "21" for ai, _ in pairs):
        pairs = tuple(pair for pair in pairs if pair[0] != "10")
    return digitallink.DigitalLink(pairs).uri(digitallink.CANONICAL_HOST)
