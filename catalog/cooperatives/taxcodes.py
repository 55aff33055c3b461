"""Tax codes of Vietnam, checked by their own digits; nobody is asked over the network.

Ten digits with a check digit (weights of the General Department of Taxation, as in python-stdnum's
``vn.mst``), a branch adds ``-NNN``; since 1 July 2025 a household uses its citizen number.
"""

from __future__ import annotations

import re

_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_CODE = re.compile(r"(\d{10})(-?(\d{3}))?", re.ASCII)
_CITIZEN = re.compile(r"0\d{11}", re.ASCII)
_BETWEEN = re.compile(r"[\s.]")


class WrongTaxCode(ValueError):
    """The text is no tax code: wrong length, a sign that is no digit, or a wrong check digit."""


def checked(text: str) -> str:
    """The tax code in its stored spelling: ``5500 000 007`` becomes ``5500000007``."""
    bare = _BETWEEN.sub("", text)
    if _CITIZEN.fullmatch(bare):
        return bare
    found = _CODE.fullmatch(bare)
    if found is None:
        raise WrongTaxCode("shape")
    number, _, branch = found.groups()
    if number[-1] != check_digit(number[:9]):
        raise WrongTaxCode("check digit")
    if branch == "000":
        raise WrongTaxCode("branch")
    return f"{number}-{branch}" if branch else number


def check_digit(body: str) -> str:
    """The tenth digit that belongs behind nine; ``"10"``, which fits nothing, if none does."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, body, strict=True))
    return str(10 - total % 11)


def is_citizen_number(code: str) -> bool:
    """Whether a checked code is a person's citizen number."""
    return len(code) == 12
