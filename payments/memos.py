"""The code a buyer writes into a transfer: two letters, seven random signs, one check sign."""

from __future__ import annotations

import re
import secrets
import unicodedata

from django.conf import settings

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U
RANDOM_SIGNS = 7

_SPACE = re.compile(r"[^A-Z0-9]")


def prefix() -> str:
    """The two letters every code of this market begins with."""
    return str(settings.MEMO_PREFIX)


def check_sign(signs: str) -> str:
    """The Luhn sign (mod 32) that finds one wrong sign and nearly every swapped pair."""
    total = 0
    for place, sign in enumerate(reversed(signs)):
        value = ALPHABET.index(sign) * (2 if place % 2 == 0 else 1)
        total += value // 32 + value % 32
    return ALPHABET[-total % 32]


def fresh() -> str:
    """A new code of ten signs; 35 random bits, unique by the database."""
    signs = "".join(secrets.choice(ALPHABET) for _ in range(RANDOM_SIGNS))
    return f"{prefix()}{signs}{check_sign(signs)}"


def normal(text: str) -> str:
    """What banks leave of a text: upper-case letters and digits, accents and all else gone."""
    plain = unicodedata.normalize("NFKD", text.upper().replace("Đ", "D"))
    return _SPACE.sub("", plain.upper())


def codes(text: str) -> list[str]:
    """Every different code with a right check sign in a text as the bank sent it."""
    found: dict[str, None] = {}
    for match in re.finditer(f"(?={prefix()}([{ALPHABET}]{{8}}))", normal(text)):
        signs = match[1]
        if check_sign(signs[:-1]) == signs[-1]:
            found[prefix() + signs] = None
    return list(found)


def beginnings(text: str, *, least: int = 4) -> list[str]:
    """What may be the beginning of a code the bank cut off, longest first; for suggestions only."""
    pattern = f"(?=({prefix()}[{ALPHABET}]{{{least},{RANDOM_SIGNS + 1}}}))"
    found = {match[1] for match in re.finditer(pattern, normal(text))}
    return sorted(found, key=lambda word: (-len(word), word))
