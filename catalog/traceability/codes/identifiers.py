"""The GS1 application identifiers the market knows, and what each value may look like.

Source: gs1/gs1-syntax-dictionary, version of 2026-07-27 (Apache-2.0), the rows for goods,
places, parties and shipping units. A row more is a key more.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from catalog.traceability.codes import checkdigits

# GS1 General Specifications, figure 7.11-1.
CSET_82 = frozenset(
    "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
)
CSET_64 = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=")


class WrongValue(ValueError):
    """A value does not fit its application identifier."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """One application identifier: how long its value is, of which signs, and its own test."""

    shortest: int
    longest: int
    signs: frozenset[str]
    test: Callable[[str], None] | None = None
    in_query: bool = True

    def check(self, value: str) -> None:
        """Raise ``WrongValue`` in words when ``value`` does not fit."""
        if not value:
            raise WrongValue("the value is empty")
        if len(value) < self.shortest:
            raise WrongValue("the value is too short")
        if len(value) > self.longest:
            raise WrongValue("the value is too long")
        wrong = next((sign for sign in value if sign not in self.signs), None)
        if wrong is not None:
            raise WrongValue(f"{wrong!r} is not allowed here")
        if self.test:
            self.test(value)


DIGITS = frozenset("0123456789")


def _check_digit(value: str) -> None:
    """The last digit is the check digit of the others."""
    if checkdigits.check_digit(value[:-1]) != value[-1]:
        raise WrongValue("the check digit is incorrect")


def _day(value: str) -> None:
    """YYMMDD; day 00 stands for the end of the month."""
    _date(value if value[4:] != "00" else value[:4] + "01")


def _date(value: str) -> None:
    """YYMMDD with a real day."""
    try:
        dt.datetime.strptime(value, "%y%m%d")  # noqa: DTZ007 -- a day, without a zone
    except ValueError:
        raise WrongValue(f"{value} is no day of the calendar") from None


def _harvest(value: str) -> None:
    """One harvest day, or the first and the last."""
    if len(value) not in (6, 12):
        raise WrongValue("a harvest is one day of six digits, or two")
    days = [value[:6], value[6:]] if value[6:] else [value]
    for day in days:
        _date(day)
    if days != sorted(days):
        raise WrongValue("the harvest ends before it begins")


def _country_first(value: str) -> None:
    """Three digits of ISO 3166, then the rest."""
    if not re.match(r"[0-9]{3}.", value):
        raise WrongValue("a country code of three digits comes first")


def _number(length: int, test: Callable[[str], None] | None = None) -> Identifier:
    """Digits of a fixed length."""
    return Identifier(length, length, DIGITS, test)


def _text(longest: int, shortest: int = 1, *, in_query: bool = True) -> Identifier:
    """CSET 82 up to a length."""
    return Identifier(shortest, longest, CSET_82, in_query=in_query)


def _key(length: int) -> Identifier:
    """A primary key with a check digit; it stands in the path only."""
    return Identifier(length, length, DIGITS, _check_digit, in_query=False)


KNOWN: dict[str, Identifier] = {
    "00": _key(18),
    "01": _key(14),
    "10": _text(20, in_query=False),
    "21": _text(20, in_query=False),
    "22": _text(20, in_query=False),
    "235": _text(28, in_query=False),
    "254": _text(20, in_query=False),
    "414": _key(13),
    "416": _number(13, _check_digit),
    "417": _key(13),
    "422": _number(3),
    "427": _text(3),
    "7007": Identifier(6, 12, DIGITS, _harvest),
    "7040": Identifier(4, 4, CSET_82, in_query=False),
    "8004": _text(30, in_query=False),
    "8030": Identifier(1, 90, CSET_64),
    **{ai: _number(6, _day) for ai in ("11", "12", "13", "15", "16", "17")},
    **{f"310{places}": _number(6) for places in range(6)},
    **{f"703{step}": Identifier(4, 30, CSET_82, _country_first) for step in range(10)},
    **{f"723{place}": _text(30, shortest=3) for place in range(10)},
}

# Which qualifiers may follow a primary key, in this order; each tuple is one way.
QUALIFIERS: dict[str, tuple[tuple[str, ...], ...]] = {
    "00": ((),),
    "01": (("22", "10", "21"), ("235",)),
    "414": (("254",), ("7040",)),
    "417": (("7040",),),
    "8004": (("7040",),),
}

# An attribute that means nothing unless one of these stands beside it.
NEEDS: dict[str, tuple[str, ...]] = {"427": ("422",), "8030": ("21", "00", "8004")}
