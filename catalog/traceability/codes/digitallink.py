"""GS1 Digital Link: a GTIN, lot and serial as a web address (URI Syntax 1.6, uncompressed).

``parse(build(x).uri(host)) == x``. Errors say which identifier is wrong, and how. As GS1's own
engine does, a percent sign that begins no encoding is read as itself, and a trailing slash is wrong
here: the resolver forgives it.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote, unquote_plus

from catalog.traceability.codes.checkdigits import GTIN_LENGTHS
from catalog.traceability.codes.identifiers import KNOWN, QUALIFIERS, WrongValue

CANONICAL_HOST = "https://id.gs1.org"
_SIGNS = frozenset(f"{string.ascii_letters}{string.digits}-._~:/?#[]@!$&'()*+,;=%")
_URI = re.compile(
    r"(?:https?|HTTPS?)://(?P<host>[^/]+)(?P<path>/[^?#]*)(?:\?(?P<query>[^#]*))?(?:#.*)?"
)
_HOST = re.compile(r"[A-Za-z0-9.:\[\]-]+")

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
    return of(path, (attributes or {}).items())


def of(path: Iterable[tuple[str, str]], attributes: Iterable[tuple[str, str]] = ()) -> DigitalLink:
    """The link of any key with its qualifiers; ``WrongLink`` when something does not fit."""
    return _checked(tuple(path), tuple(attributes))


def parse(uri: str) -> DigitalLink:
    """What an address says; ``WrongLink`` when it is not a valid Digital Link."""
    odd = next((sign for sign in uri if sign not in _SIGNS), None)
    if odd is not None:
        raise WrongLink(f"{odd!r} may not stand in a web address, only its percent-encoding")
    found = _URI.fullmatch(uri)
    if not found:
        raise WrongLink("A Digital Link begins with http:// or https://, a host and a path")
    if not _HOST.fullmatch(found["host"]):
        raise WrongLink("The host has a sign that no host has")
    return parse_path(found["path"], found["query"] or "")


def parse_path(path: str, query: str = "") -> DigitalLink:
    """What path and query of an address say, both still percent-encoded; ``WrongLink`` else."""
    segments = path.lstrip("/").split("/")
    start = _key_place(segments)
    pairs = tuple(
        (segments[place], unquote(segments[place + 1])) for place in range(start, len(segments), 2)
    )
    return _checked(pairs, tuple(asked(query)))


def _key_place(segments: list[str]) -> int:
    """Where the primary key stands: the last one from which whole pairs reach the end."""
    for place in range(len(segments) - 2, -1, -2):
        if segments[place] in QUALIFIERS:
            return place
        if segments[place] not in KNOWN:
            break
    raise WrongLink("The path holds no GS1 key with a value")


def asked(query: str) -> Iterable[tuple[str, str]]:
    """The all-digit keys of a query; words such as ``linkType`` are nobody's identifiers."""
    for part in re.split("[&;]", query):
        ai, equals, value = part.partition("=")
        if not (ai.isascii() and ai.isdigit()):
            continue
        if not equals:
            raise WrongLink("the value is missing", ai)
        said = unquote_plus(value)
        # Beside another key a GTIN may come as it stands under its bar code.
        yield ai, said.zfill(14) if ai == "01" and len(said) in GTIN_LENGTHS else said


def _checked(path: Pairs, attributes: Pairs) -> DigitalLink:
    """The link when order and every value are right."""
    (key, _value), *rest = path
    qualifiers = [ai for ai, _ in rest]
    if not _allowed(key, qualifiers):
        raise WrongLink("The identifiers after the key are not allowed, or not in this order", key)
    for ai, value in path:
        _check(ai, value)
    seen = {ai for ai, _ in path}
    for ai, value in attributes:
        if ai in seen:
            raise WrongLink("it stands there twice", ai)
        seen.add(ai)
        _check_place(ai, key, qualifiers)
        _check(ai, value)
    for ai, _ in path + attributes:
        _check_company(ai, seen)
    return DigitalLink(path, attributes)


def _check(ai: str, value: str) -> None:
    """Say which identifier a wrong value belongs to."""
    try:
        KNOWN[ai].check(value)
    except WrongValue as wrong:
        raise WrongLink(str(wrong), ai) from None


def _check_place(ai: str, key: str, qualifiers: list[str]) -> None:
    """An attribute is known, and its place is the query."""
    if ai not in KNOWN:
        raise WrongLink("it is not known", ai)
    if not KNOWN[ai].in_query:
        raise WrongLink("it may not stand in the query", ai)
    for place in range(len(qualifiers) + 1):
        if _allowed(key, [*qualifiers[:place], ai, *qualifiers[place:]]):
            raise WrongLink("it belongs into the path", ai)


def _check_company(ai: str, seen: set[str]) -> None:
    """An identifier has beside it what it needs, and nothing it may not stand with."""
    others = sorted(seen - {ai})
    lacking = KNOWN[ai].lacks(others)
    if lacking:
        raise WrongLink(f"it needs {lacking} beside it", ai)
    barred = KNOWN[ai].barred(others)
    if barred:
        raise WrongLink(f"it may not stand beside ({barred})", ai)


def _allowed(key: str, qualifiers: list[str]) -> bool:
    """Whether these qualifiers may follow the key in this order."""
    return any(_in_order(qualifiers, way) for way in QUALIFIERS.get(key, ()))


def _in_order(qualifiers: list[str], way: tuple[str, ...]) -> bool:
    """Whether ``qualifiers`` is what is left of ``way`` when some are left out."""
    rest = iter(way)
    return all(ai in rest for ai in qualifiers)
