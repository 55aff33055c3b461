"""Reads compressed Digital Links (GS1 Digital Link: Compression 1.x). We print none.

A compressed address ends in one word of the base64 alphabet for addresses: a row of bits, in which
identifiers are written as hexadecimal digits and values as short as their signs allow. The word
holds everything (``/ARFRq4px…``) or what follows a key in plain (``/01/09521234000013/…``).

How many digits a number has is always written beside it, so zeros in front are kept. GS1's own
toolkit loses them, which is why our lots and serials hold a letter.
"""

from __future__ import annotations

import math
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from catalog.traceability.codes import digitallink
from catalog.traceability.codes.digitallink import DigitalLink, WrongLink
from catalog.traceability.codes.identifiers import KNOWN, QUALIFIERS

BASE_64 = string.ascii_uppercase + string.ascii_lowercase + string.digits + "-_"
_WORD = re.compile(r"[A-Za-z0-9_-]+")
_HEX = "0123456789abcdef"

Together = dict[str, tuple[str, ...]]

# Pairs and triples that share one code of two hexadecimal digits, a letter among them.
# Facts of gs1/GS1DigitalLinkToolkit.js as of 2025-05-06 (Apache-2.0).
TOGETHER: Together = {
    "0A": ("01", "22"),
    "0B": ("01", "10"),
    "0C": ("01", "21"),
    "0D": ("01", "17"),
    "0E": ("01", "7003"),
    "0F": ("01", "30"),
    "1A": ("01", "10", "21", "17"),
    "1B": ("01", "15"),
    "1C": ("01", "11"),
    "1D": ("01", "16"),
    "1E": ("01", "91"),
    "1F": ("01", "10", "15"),
    **{f"2{letter}": ("01", f"310{place}") for place, letter in enumerate("ABCDEF")},
    **{f"3{letter}": ("01", f"320{place}") for place, letter in enumerate("ABCDEF")},
    "9A": ("8010", "8011"),
    "9B": ("8017", "8019"),
    "9C": ("8018", "8019"),
    "9D": ("414", "254"),
    **{f"A{place}": ("01", f"392{place}") for place in range(10)},
    **{f"C{place}": ("255", f"390{place}") for place in range(10)},
    **{f"C{letter}": ("255", f"394{place}") for place, letter in enumerate("ABCD")},
}

# The standard lists them in this order; GS1's own toolkit writes them sorted.
_SORTED = {code: tuple(sorted(ais)) for code, ais in TOGETHER.items()}

# The first two digits of an identifier tell how many it has.
_DIGITS = {ai[:2]: len(ai) for ai in KNOWN}


@dataclass(frozen=True, slots=True)
class Field:
    """A stretch of a value as the bits have it: digits or signs, of a fixed length or up to it."""

    is_number: bool
    is_fixed: bool
    longest: int


@dataclass(slots=True)
class _Bits:
    """The row of bits, read from the left."""

    row: str
    place: int = field(default=0)

    @property
    def left(self) -> int:
        """How many are not read yet."""
        return len(self.row) - self.place

    def take(self, count: int) -> int:
        """The next ``count`` bits as a number."""
        if count > self.left:
            raise WrongLink("The compressed address ends too soon")
        self.place += count
        return int(self.row[self.place - count : self.place] or "0", 2)


def parse(uri: str) -> DigitalLink:
    """What an address says, compressed or not; ``WrongLink`` when it is no Digital Link."""
    head, _, query = uri.partition("#")[0].partition("?")
    path = head.split("/", 3)[3] if head.count("/") > 2 else ""
    return expanded(path, query) or digitallink.parse(uri)


def expanded(path: str, query: str = "") -> DigitalLink | None:
    """What a compressed path says; nothing when the path is not of that form."""
    segments = path.strip("/").split("/")
    if len(segments) > 2 and segments[-3] in QUALIFIERS:
        key = [(segments[-3], unquote(segments[-2]))]
    elif any(segment in QUALIFIERS for segment in segments):
        return None
    else:
        key = []
    if not _WORD.fullmatch(segments[-1]) or (not key and not looks_compressed(segments[-1])):
        return None
    beside = tuple(digitallink.asked(query))
    try:
        return _arranged([*key, *_pairs(segments[-1], TOGETHER)], beside)
    except WrongLink:
        return _arranged([*key, *_pairs(segments[-1], _SORTED)], beside)


def looks_compressed(word: str) -> bool:
    """Whether a word may be a compressed address: it begins with a key, and is no page's name.

    Names of pages are written small; every word that begins with ``00``, ``01`` or what goes with
    them has a capital letter.
    """
    if not _WORD.fullmatch(word) or word == word.lower():
        return False
    try:
        named = _code(_Bits(_row(word)), TOGETHER)
    except WrongLink:
        return False
    return any(ai in QUALIFIERS for ai in named)


def fields(ai: str) -> tuple[Field, ...]:
    """The value of an identifier as stretches of bits."""
    made: list[Field] = []
    for part in KNOWN[ai].parts:
        one = Field(part.kind == "N", part.shortest == part.longest and not part.optional, 0)
        before = made[-1] if made else None
        joins = before and before.is_number == one.is_number
        if before and joins and (before.is_fixed == one.is_fixed or not one.is_number):
            made[-1] = Field(one.is_number, one.is_fixed, before.longest + part.longest)
        else:
            made.append(Field(one.is_number, one.is_fixed, part.longest))
    return tuple(made)


def length_bits(longest: int) -> int:
    """How many bits say a length of up to ``longest``."""
    return longest.bit_length()


def number_bits(digits: int) -> int:
    """How many bits hold a number of so many digits."""
    return math.ceil(digits * math.log2(10) + 0.01)  # as GS1 writes it: from 59 digits, one more


def _row(word: str) -> str:
    """A word as a row of bits, six to a sign."""
    return "".join(f"{BASE_64.index(sign):06b}" for sign in word)


def _pairs(word: str, together: Together) -> Iterator[tuple[str, str]]:
    """Every identifier with its value, in the order of the bits."""
    bits = _Bits(_row(word))
    while bits.left >= 8:
        for ai in _code(bits, together):
            yield ai, "".join(_value(bits, one) for one in fields(ai))
    if bits.take(bits.left):
        raise WrongLink("The compressed address goes on after its end")


def _code(bits: _Bits, together: Together) -> tuple[str, ...]:
    """The identifiers that come next: one, several that share a code, none for a foreign pair."""
    first = bits.take(4)
    if first == 0xF:
        _skip_foreign(bits)
        return ()
    code = f"{first:X}{bits.take(4):X}"
    if not code.isdigit():
        if code not in together:
            raise WrongLink(f"The compressed address holds {code}, which stands for nothing")
        return together[code]
    for _ in range(_DIGITS.get(code, 2) - 2):
        code += f"{bits.take(4):X}"
    if code not in KNOWN:
        raise WrongLink("it is not known", code)
    return (code,)


def _value(bits: _Bits, one: Field) -> str:
    """The next stretch of a value."""
    kind = 0 if one.is_number else bits.take(3)
    length = one.longest if one.is_fixed else bits.take(length_bits(one.longest))
    return _text(bits, kind, length)


def _text(bits: _Bits, kind: int, length: int) -> str:
    """``length`` signs: digits, small or capital hexadecimal, base 64, or ASCII."""
    if kind == 0:
        number = str(bits.take(number_bits(length)) if length else "").zfill(length)
        if len(number) > length:
            raise WrongLink("The compressed address holds a number that is too long")
        return number
    if kind in (1, 2):
        text = "".join(_HEX[bits.take(4)] for _ in range(length))
        return text if kind == 1 else text.upper()
    if kind == 3:
        return "".join(BASE_64[bits.take(6)] for _ in range(length))
    if kind == 4:
        return "".join(chr(bits.take(7)) for _ in range(length))
    raise WrongLink(f"The compressed address holds signs of kind {kind}, which there is not")


def _skip_foreign(bits: _Bits) -> None:
    """A pair that is nobody's identifier, such as ``utm_source``: we have no use for it."""
    _text(bits, 3, bits.take(7))
    kind = bits.take(3)
    _text(bits, kind, bits.take(7))


def _arranged(pairs: list[tuple[str, str]], attributes: tuple[tuple[str, str], ...]) -> DigitalLink:
    """The pairs as a link: key and qualifiers in their order, the rest as attributes."""
    keys = [ai for ai, _ in pairs if ai in QUALIFIERS]
    if len(keys) != 1:
        raise WrongLink(f"The compressed address holds {len(keys)} keys, not one")
    named = [ai for ai, _ in pairs]
    way = max(QUALIFIERS[keys[0]], key=lambda way: sum(ai in named for ai in way))
    path = [pair for ai in (keys[0], *way) for pair in pairs if pair[0] == ai]
    rest = [pair for pair in pairs if pair not in path]
    return digitallink.of(path, [*rest, *attributes])
