"""Identifiers of goods and places: a URI, and where it is a GS1 key its check digit is right."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from catalog.traceability.codes import digitallink
from catalog.traceability.codes.identifiers import QUALIFIERS
from catalog.traceability.epcis import urns
from catalog.traceability.epcis.checks import Report, is_uri

_GS1_HOST = "id.gs1.org"
_KEYS = "|".join(sorted(QUALIFIERS, key=len, reverse=True))
_KEY_IN_PATH = re.compile(rf"/(?:{_KEYS})/[0-9]{{8,}}(?:/|$)")
_GS1_PATH = re.compile(rf"/(?:{_KEYS})/")


def identifier(report: Report, pointer: str, value: Any) -> None:
    """A URI; a Digital Link or EPC URN among them is one with a right number."""
    if not isinstance(value, str) or not is_uri(value):
        report.wrong(pointer, _("A URI with a scheme is needed, of at most 300 characters."))
        return
    try:
        urns.link(value)
        if looks_like_link(value):
            digitallink.parse(value)
    except urns.WrongUrn:
        report.wrong(pointer, _("This EPC URN is not written the way it should be."))
    except digitallink.WrongLink as wrong:
        report.wrong(pointer, _("This is no valid GS1 Digital Link. %(why)s") % {"why": wrong})


def looks_like_link(uri: str) -> bool:
    """Whether an address is meant as a Digital Link: a GS1 key stands in its path."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return False
    key = _GS1_PATH if parts.netloc == _GS1_HOST else _KEY_IN_PATH
    return parts.scheme in ("http", "https") and key.search(parts.path) is not None
