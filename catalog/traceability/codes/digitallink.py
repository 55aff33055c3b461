"""GS1 Digital Link: a GTIN, lot and serial as a web address (URI Syntax 1.6, uncompressed).

``parse(build(x).uri(host)) == x``. Errors say which identifier is wrong, and how.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote, unquote_plus, urlsplit

from catalog.traceability.codes.identifiers import KNOWN, NEEDS, QUALIFIERS, WrongValue

CANONICAL_HOST = "https://id.gs1.org"

Pairs = tuple[tuple[str, str], ...]


class WrongLink(ValueError):
    """An address is no valid Digital Link; ``where`` names the identifier to blame, if one is."""

    def __init__(self, message: str, where: str = "") -> None:
        """Keep the place beside the sentence."""
        super().__init__(f"AI ({where}): {message}." if where else f"{message}.")
        self.where = where


@dataclass(frozen=True, slots=True)
class DigitalLink:
    """What a Digital Link says: primary key and qualifiers in order, attributes as they came."""

    path: Pairs
    attributes: Pairs = ()

    @property
    def key(self) -> str:
        """The identifier of the primary key, e.g. ``01``."""
        return self.path[0][0]

    def value(self, ai: str) -> str:
        """The value of an identifier in path or query, empty when it is not there."""
        return dict(self.path + self.attributes).get(ai, "")

    def uri(self, base: str) -> str:
        """The address below ``base`` (scheme and host, no slash at the end)."""
        path = "".join(f"/{ai}/{quote(value, safe='')}" for ai, value in self.path)
        query = "&".join(f"{ai}={quote(value, safe='')}" for ai, value in self.attributes)
        return f"{base}{path}?{query}" if query else base + path

    def canonical(self) -> str:
        """The one form two equal links share: GS1's own host, attributes in order."""
        return DigitalLink(self.path, tuple(sorted(self.attributes))).uri(CANONICAL_HOST)

    def element_string(self) -> str:
        """The same in brackets, as printed under a symbol: ``(01)…(10)…(21)…``."""
        return "".join(f"({ai}){value}" for ai, value in self.path + self.attributes)


def build(
    gtin: str, *, lot: str = "", serial: str = "", attributes: Mapping[str, str] | None = None
) -> DigitalLink:
    """The link of a GTIN of fourteen digits; ``WrongLink`` when a value does not fit."""
    path = [("01", gtin)]
    path += [("10", lot)] if lot else []
    path += [("21", serial)] if serial else []
    return _checked(tuple(path), tuple((attributes or {}).items()))


def parse(uri: str) -> DigitalLink:
    """What an address says; ``WrongLink`` when it is not a valid Digital Link."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        raise WrongLink("This is no web address") from None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        raise WrongLink("A Digital Link begins with http:// or https:// and a host")
    return parse_path(parts.path, parts.query)


def parse_path(path: str, query: str = "") -> DigitalLink:
    """What path and query of an address say, both still percent-encoded; ``WrongLink`` else."""
    segments = path.lstrip("/").split("/")
    start = _key_place(segments)
    pairs = tuple(
        (segments[place], unquote(segments[place + 1])) for place in range(start, len(segments), 2)
    )
    return _checked(pairs, tuple(_attributes(query)))


def _key_place(segments: list[str]) -> int:
    """Where the primary key stands: the last place from which whole pairs reach the end."""
    for place in range(len(segments) - 2, -1, -2):
        if segments[place] in QUALIFIERS:
            return place
    raise WrongLink("The path holds no GS1 key with a value")


def _attributes(query: str) -> Iterable[tuple[str, str]]:
    """The all-digit keys of a query; words such as ``linkType`` are nobody's identifiers."""
    for part in re.split("[&;]", query):
        ai, equals, value = part.partition("=")
        if not (ai.isascii() and ai.isdigit()):
            continue
        if not equals:
            raise WrongLink("the value is missing", ai)
        yield ai, unquote_plus(value)


def _checked(path: Pairs, attributes: Pairs) -> DigitalLink:
    """The link when order and every value are right."""
    key, *qualifiers = (ai for ai, _ in path)
    if not any(_in_order(qualifiers, way) for way in QUALIFIERS[key]):
        raise WrongLink("The identifiers after the key are not allowed, or not in this order", key)
    for ai, value in path:
        _check(ai, value)
    seen = {ai for ai, _ in path}
    for ai, value in attributes:
        if ai in seen:
            raise WrongLink("it stands there twice", ai)
        seen.add(ai)
        if ai not in KNOWN:
            raise WrongLink("it is not known", ai)
        if not KNOWN[ai].in_query:
            raise WrongLink("it may not stand in the query", ai)
        _check(ai, value)
    _check_company(seen)
    return DigitalLink(path, attributes)


def _check(ai: str, value: str) -> None:
    """Say which identifier a wrong value belongs to."""
    try:
        KNOWN[ai].check(value)
    except WrongValue as wrong:
        raise WrongLink(str(wrong), ai) from None


def _check_company(seen: set[str]) -> None:
    """Every attribute that needs another has it."""
    for ai, others in NEEDS.items():
        if ai in seen and seen.isdisjoint(others):
            raise WrongLink(f"it needs ({') or ('.join(others)}) beside it", ai)


def _in_order(qualifiers: list[str], way: tuple[str, ...]) -> bool:
    """Whether ``qualifiers`` is what is left of ``way`` when some are left out."""
    rest = iter(way)
    return all(ai in rest for ai in qualifiers)
