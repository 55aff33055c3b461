"""EPC URNs (GS1 EPC Tag Data Standard) as the Digital Link that means the same."""

from __future__ import annotations

import re

from catalog.traceability.codes import checkdigits

_HOST = "https://id.gs1.org"
# How many digits company prefix and reference have together, and where the reference's first
# digit goes; the rest, after a dot, is a serial number, lot or extension.
_SCHEMES: dict[str, tuple[int, str, str]] = {
    "id:sgtin": (13, "/01/", "/21/"),
    "class:lgtin": (13, "/01/", "/10/"),
    "idpat:sgtin": (13, "/01/", ""),
    "id:sscc": (17, "/00/", ""),
    "id:sgln": (12, "/414/", "/254/"),
    "id:pgln": (12, "/417/", ""),
}
_URN = re.compile(r"urn:epc:(\w+:\w+):(\d{6,12})\.(\d*)(?:\.(.+))?")


class WrongUrn(ValueError):
    """A URN of a scheme we know is not written the way it should be."""


def link(urn: str) -> str:
    """The Digital Link of a URN, or the URN itself when its scheme is another; ``WrongUrn``."""
    scheme = ":".join(urn.split(":")[2:4])
    if not urn.startswith("urn:epc:") or scheme not in _SCHEMES:
        return urn
    length, key, rest_key = _SCHEMES[scheme]
    said = _URN.fullmatch(urn)
    if said is None or len(said[2]) + len(said[3]) != length:
        raise WrongUrn(urn)
    rest = said[4] or ""
    if bool(rest) != (scheme not in ("id:sscc", "id:pgln")):
        raise WrongUrn(urn)
    return _HOST + key + _number(said[2], said[3], length) + _tail(scheme, rest_key, rest)


def _number(company: str, reference: str, length: int) -> str:
    """The key with its check digit; in a GTIN and an SSCC the first digit goes to the front."""
    body = company + reference
    if length in (13, 17):
        body = reference[:1] + company + reference[1:]
    return body + checkdigits.check_digit(body)


def _tail(scheme: str, key: str, rest: str) -> str:
    """What follows the key: ``*`` stands for any serial number, ``0`` for no extension."""
    if scheme == "id:sgln" and rest == "0":
        return ""
    return key + rest if key else ""
