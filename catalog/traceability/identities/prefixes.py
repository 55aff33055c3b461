"""Company prefixes as GS1 gives them out: what one looks like, and how many numbers it holds.

Nobody but GS1 makes a prefix. What is typed here stands in a contract with it; we only refuse
what cannot be one (General Specifications, figure 1.4.1-1: GS1 prefixes kept for other things).
"""

from __future__ import annotations

import re

from catalog.traceability.codes import checkdigits

SHORTEST, LONGEST = 7, 10
# In-store numbers, coupons, ISSN and ISBN, refund receipts.
KEPT = r"(?:0[245]|2|97[789]|98|99)"
PATTERN = rf"^(?!{KEPT})[0-9]{{{SHORTEST},{LONGEST}}}$"
BODY = {"gtin": 12, "gln": 12, "sscc": 16}  # digits of prefix and reference together


class WrongPrefix(ValueError):
    """The text cannot be a company prefix of GS1."""


def checked(text: str) -> str:
    """A prefix without the blanks somebody typed; ``WrongPrefix`` when it cannot be one."""
    prefix = re.sub(r"[\s.-]", "", text)
    if not prefix.isascii() or not re.match(PATTERN, prefix):
        raise WrongPrefix(prefix)
    return prefix


def capacity(prefix: str, kind: str) -> int:
    """How many numbers of a kind a prefix holds. The extension digit of a SSCC comes on top."""
    return int(10 ** (BODY[kind] - len(prefix)))


def number(prefix: str, kind: str, reference: int, *, extension: int = 0) -> str:
    """The number with its check digit: a GTIN of fourteen digits, a GLN or a SSCC."""
    body = prefix + str(reference).zfill(BODY[kind] - len(prefix))
    if kind == "sscc":
        body = f"{extension}{body}"
    whole = body + checkdigits.check_digit(body)
    return whole.zfill(14) if kind == "gtin" else whole


def carton(gtin: str, indicator: int) -> str:
    """The GTIN of a carton of items: an indicator of 1 to 8 before the item's own digits."""
    body = f"{indicator}{gtin[1:13]}"
    return body + checkdigits.check_digit(body)
