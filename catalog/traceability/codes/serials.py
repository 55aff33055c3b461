"""Codes we make ourselves: box codes nobody can guess, lot codes a person can read out.

Both always hold a letter: readers that pack numbers drop the leading zeros of all-digit codes.
"""

from __future__ import annotations

import datetime as dt
import re
import secrets
import unicodedata

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U.
LENGTH = 12  # 60 bits

_BOX = re.compile(rf"[{ALPHABET}]{{{LENGTH}}}")
_LOT = re.compile(rf"[A-Z]{{1,4}}-[0-9]{{6}}-[{ALPHABET}]{{3}}")
_MISREAD = str.maketrans("ILO", "110")
_TAIL = 3


def fresh_box() -> str:
    """A new box code: 60 random bits in Crockford's base 32, drawn again until it has a letter."""
    while True:
        code = _word(LENGTH)
        if not code.isdigit():
            return code


def fresh_lot(crop: str, harvested_on: dt.date) -> str:
    """A new lot code such as ``NHAN-260812-7K2``: crop, harvest day, three random characters."""
    return f"{_initials(crop)}-{harvested_on:%y%m%d}-{_word(_TAIL)}"


def tidy(typed: str) -> str:
    """A code as stored from what a person typed or a reader sent.

    Case does not matter; in a box code neither do blanks and hyphens, and I, L and O are read
    as the 1 and 0 they are taken for.
    """
    plain = typed.strip().upper()
    # Of a crop of three letters a lot's code has twelve signs too, but hyphens of its own.
    if _LOT.fullmatch(plain):
        return plain
    box = re.sub(r"[\s-]+", "", plain).translate(_MISREAD)
    if _BOX.fullmatch(box) and not box.isdigit():
        return box
    return re.sub(r"\s+", "", plain)


def looks_like_box(code: str) -> bool:
    """Whether a tidy ``code`` is written like a box code."""
    return _BOX.fullmatch(code) is not None


def grouped(code: str) -> str:
    """A box code in groups of four, as printed under its QR code."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def _word(length: int) -> str:
    """``length`` random characters of the alphabet."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def _initials(crop: str) -> str:
    """Up to four plain letters of a crop's name: ``Nhãn Sông Mã`` gives ``NHAN``."""
    marked = unicodedata.normalize("NFD", crop.replace("đ", "d").replace("Đ", "D"))
    letters = "".join(sign for sign in marked.upper() if "A" <= sign <= "Z")
    return letters[:4] or "LOT"
