"""How Vietnamese names are compared: folded for finding, keyed for putting in order."""

import re
import unicodedata
from functools import lru_cache

# The Vietnamese alphabet; f, j, w and z stand where foreign names put them.
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: chr(ord("A") + place) for place, letter in enumerate(_ALPHABET)}
# ngang, huyền, hỏi, ngã, sắc, nặng: the order of Vietnamese dictionaries.
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_APOSTROPHES = re.compile("['\u2018\u2019\u02bc`\u00b4]")
_NOT_WORD = re.compile(r"[\W_]+")
_KINDS = re.compile(r"^(xa|phuong|thi tran|dac khu|huyen|thi xa|thanh pho|tinh|tp|tx|tt) (?=\S)")
_PARTS = re.compile(r"\d+|[^\W\d_]+")


@lru_cache(maxsize=8_192)
def fold(text: str) -> str:
    """The text in small letters without marks, đ as d, with one space between words.

    Apostrophes vanish (``M'gar`` is one word), other signs count as spaces. Both sides of a
    comparison are folded, so whoever types without marks finds what is written with them.
    """
    letters = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text)).casefold()
    bare = "".join(c for c in letters if not unicodedata.combining(c)).replace("đ", "d")
    return " ".join(_NOT_WORD.sub(" ", bare).split())


def bare(text: str) -> str:
    """The folded text without the word for the kind of place: ``Phường Chiềng Lề`` → chieng le."""
    return _KINDS.sub("", fold(text))


def sort_key(text: str) -> str:
    """A key whose plain byte order is the order of a Vietnamese dictionary.

    Words are compared one after the other, letters before tones (ma, mà, mã, mạ, mai); numbers by
    their size (Phú Hòa 2 before Phú Hòa 10). The database has no Vietnamese collation, so lists
    are ordered by this (docs/architecture.md, decision 1).
    """
    plain = _APOSTROPHES.sub("", unicodedata.normalize("NFC", text.casefold()))
    return " ".join(_part_key(part) for part in _PARTS.findall(plain))


def _part_key(part: str) -> str:
    """The key of one word or number."""
    if part.isdecimal():
        digits = str(int(part))
        # The count of digits first; 30 digits are more than any name has.
        return chr(ord("0") + min(len(digits), 9)) + digits
    letters: list[str] = []
    tones: list[str] = []
    for letter in part:
        base, tone = _split(letter)
        letters.append(_RANK.get(base, "~" + base))
        tones.append(tone)
    return "".join(letters) + "!" + ("".join(tones) or "0")


def _split(letter: str) -> tuple[str, str]:
    """A letter without its tone, and the tone's rank (empty for the level tone)."""
    if letter == "đ":
        return letter, ""
    decomposed = unicodedata.normalize("NFD", letter)
    tone = "".join(_TONES.get(mark, "") for mark in decomposed[1:])
    rest = decomposed[0] + "".join(mark for mark in decomposed[1:] if mark not in _TONES)
    composed = unicodedata.normalize("NFC", rest)
    return (composed if composed in _RANK else decomposed[0]), tone
