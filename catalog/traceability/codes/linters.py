"""The tests a part of a value must pass, under the names of GS1's dictionary.

Not held against their lists: currency codes (39nn), letters of countries (4307, 4317), kinds of
packages (7041) and North American coupons (8110, 8112). Nothing of the market carries them.
"""

from __future__ import annotations

import datetime as dt
import re
import string
from collections.abc import Callable

from catalog.traceability.codes import checkdigits, dictionary

# GS1 General Specifications, figure 7.11-1, in the order that gives each sign its value.
CSET_82 = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
CSET_39 = "#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
CSET_64 = string.ascii_letters + string.digits + "-_="
CSET_32 = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
PREFIX = 4  # The shortest company prefix there is.

_COUNTRIES = frozenset(dictionary.COUNTRIES.split())
# The weights of the two check characters: the first primes, from the right.
_PRIMES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83)


class WrongValue(ValueError):
    """A value does not fit its application identifier."""


def csum(value: str) -> None:
    """The last digit is the check digit of the others."""
    if checkdigits.check_digit(value[:-1]) != value[-1]:
        raise WrongValue("the check digit is incorrect")


def csumalpha(value: str) -> None:
    """The last two signs are the check characters of the others."""
    body, pair = value[:-2], value[-2:]
    if not body:
        raise WrongValue("the value is too short")
    signs = zip(reversed(body), _PRIMES, strict=False)
    total = sum(CSET_82.index(sign) * weight for sign, weight in signs) % 1021
    if pair != CSET_32[total >> 5] + CSET_32[total & 31]:
        raise WrongValue("the two check characters are incorrect")


def gcp(value: str) -> None:
    """A company prefix comes first."""
    if not re.match(rf"[0-9]{{{PREFIX}}}", value):
        raise WrongValue(f"a company prefix of at least {PREFIX} digits comes first")


def yymmdd(value: str) -> None:
    """A real day, without its century."""
    _day(value, "%y%m%d")


def yymmd0(value: str) -> None:
    """The same; day 00 stands for the whole month."""
    _day(value if value[4:] != "00" else f"{value[:4]}01", "%y%m%d", value)


def yyyymmdd(value: str) -> None:
    """A real day with its century."""
    _day(value, "%Y%m%d")


def _day(value: str, pattern: str, shown: str = "") -> None:
    """A day of the calendar."""
    try:
        dt.datetime.strptime(value, pattern)  # noqa: DTZ007 -- a day, without a zone
    except ValueError:
        raise WrongValue(f"{shown or value} is no day of the calendar") from None


def hhmi(value: str) -> None:
    """An hour and a minute."""
    hh(value[:2])
    mi(value[2:])


def hh(value: str) -> None:
    """An hour of the day."""
    _at_most(value, 23, "is no hour")


def mi(value: str) -> None:
    """A minute or a second."""
    _at_most(value, 59, "is no minute or second")


def latitude(value: str) -> None:
    """Degrees from the south pole, in ten millionths."""
    _at_most(value, 1_800_000_000, "is no latitude")


def longitude(value: str) -> None:
    """Degrees from Greenwich, in ten millionths."""
    _at_most(value, 3_600_000_000, "is no longitude")


def iso3166(value: str) -> None:
    """The number of a country."""
    if value not in _COUNTRIES:
        raise WrongValue(f"{value} is no country code of ISO 3166")


def iso3166999(value: str) -> None:
    """The number of a country, or 999 for several."""
    if value != "999":
        iso3166(value)


def letters(value: str) -> None:
    """Two capital letters, as countries have them."""
    _like(r"[A-Z]{2}", value, "is not two capital letters")


def pcenc(value: str) -> None:
    """Text whose percent signs each begin two hexadecimal digits."""
    _like(r"(?:[^%]|%[0-9A-Fa-f]{2})*", value, "is not percent-encoded rightly")


def hyphen(value: str) -> None:
    """Nothing but hyphens."""
    _like(r"-+", value, "is no minus sign")


def zero(value: str) -> None:
    """Nothing but zeros."""
    _like(r"0+", value, "is not zero")


def nonzero(value: str) -> None:
    """A number above zero."""
    _like(r"0*[1-9][0-9]*", value, "is zero")


def nozeroprefix(value: str) -> None:
    """A number without zeros in front."""
    _like(r"0|[1-9][0-9]*", value, "begins with a zero")


def hasnondigit(value: str) -> None:
    """Not digits alone."""
    _like(r".*[^0-9].*", value, "is made of digits alone")


def yesno(value: str) -> None:
    """1 or 0."""
    _like(r"[01]", value, "is neither 0 nor 1")


def winding(value: str) -> None:
    """How a roll is wound: 0, 1, or 9 for unknown."""
    _like(r"[019]", value, "is no direction of winding")


def iso5218(value: str) -> None:
    """A sex as ISO 5218 numbers it."""
    _like(r"[0129]", value, "is no code of ISO 5218")


def mediatype(value: str) -> None:
    """The kind of a data carrier."""
    _like(r"0[1-9]|10|[89][0-9]", value, "is no kind of data carrier")


def importeridx(value: str) -> None:
    """One letter, digit, hyphen or underline."""
    _like(r"[-0-9A-Z_a-z]", value, "is no importer index")


def pieceoftotal(value: str) -> None:
    """The number of a piece and of how many."""
    if not 0 < int(value[:2]) <= int(value[2:]):
        raise WrongValue(f"{value} is no piece of so many")


def posinseqslash(value: str) -> None:
    """``1/3``: the place in a row."""
    found = re.fullmatch(r"([1-9])/([1-9])", value)
    if not found or found[1] > found[2]:
        raise WrongValue(f"{value} is no place in a row")


def iban(value: str) -> None:
    """An account number with its two check digits."""
    _like(r"[A-Z]{2}[0-9]{2}[0-9A-Z]+", value, "is no IBAN")
    digits = "".join(str(int(sign, 36)) for sign in value[4:] + value[:4])
    if int(digits) % 97 != 1:
        raise WrongValue("the check digits of the IBAN are incorrect")


def _like(pattern: str, value: str, otherwise: str) -> None:
    """``value`` has the shape ``pattern``."""
    if not re.fullmatch(pattern, value):
        raise WrongValue(f"{value!r} {otherwise}")


def _at_most(value: str, most: int, otherwise: str) -> None:
    """``value`` is a number up to ``most``."""
    if int(value) > most:
        raise WrongValue(f"{value} {otherwise}")


BY_NAME: dict[str, Callable[[str], None]] = {
    test.__name__: test
    for test in (
        *(csum, csumalpha, gcp, yymmdd, yymmd0, yyyymmdd, hhmi, hh, mi, latitude, longitude),
        *(iso3166, iso3166999, letters, pcenc, hyphen, zero, nonzero, nozeroprefix, hasnondigit),
        *(yesno, winding, iso5218, mediatype, importeridx, pieceoftotal, posinseqslash, iban),
    )
}
