"""GS1 numbers with a check digit (GS1 General Specifications, section 7.9: modulo 10).

Numbers are members' property: this module tests and completes them, it never invents a prefix.
"""

from __future__ import annotations

GTIN_LENGTHS = (8, 12, 13, 14)
GLN_LENGTH = 13
SSCC_LENGTH = 18


class WrongNumber(ValueError):
    """A number has the wrong length, a sign that is no digit, or the wrong check digit."""


def check_digit(body: str) -> str:
    """The check digit that belongs behind ``body``; ``WrongNumber`` when it is not all digits."""
    if not _is_digits(body):
        raise WrongNumber(f"{body!r} is not made of digits.")
    weighted = sum(
        int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(body))
    )
    return str(-weighted % 10)


def gtin14(text: str) -> str:
    """A GTIN of 8, 12, 13 or 14 digits with its fourteen; ``WrongNumber`` when it is none."""
    return _checked(text, GTIN_LENGTHS, "GTIN").zfill(14)


def gln(text: str) -> str:
    """A global location number of 13 digits; ``WrongNumber`` when it is none."""
    return _checked(text, (GLN_LENGTH,), "GLN")


def sscc(text: str) -> str:
    """A serial shipping container code of 18 digits; ``WrongNumber`` when it is none."""
    return _checked(text, (SSCC_LENGTH,), "SSCC")


def shown(gtin: str) -> str:
    """A stored GTIN as it stands under a bar code: thirteen digits unless it needs fourteen."""
    return gtin.removeprefix("0")


def _checked(text: str, lengths: tuple[int, ...], kind: str) -> str:
    """``text`` when its length and check digit are those of ``kind``."""
    if not _is_digits(text):
        raise WrongNumber(f"{kind} is not made of digits.")
    if len(text) not in lengths:
        allowed = " or ".join(map(str, lengths))
        raise WrongNumber(f"{kind} has {len(text)} digits, not {allowed}.")
    if check_digit(text[:-1]) != text[-1]:
        raise WrongNumber(f"The check digit of {kind} is incorrect.")
    return text


def _is_digits(text: str) -> bool:
    """Whether ``text`` is one ASCII digit or more."""
    return text.isascii() and text.isdigit()
