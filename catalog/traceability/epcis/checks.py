"""What a value may look like, one small check each; a check reports a fault with its place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from catalog.traceability.epcis.words import DECLARED, Vocabulary

MOST_FAULTS = 100
LONGEST_URI = 300
_URI = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+"
)
_TIME = re.compile(
    r"(\d{4})-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)", re.ASCII
)
_OFFSET = re.compile(r"[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00)")
_UOM = re.compile(r"[A-Z0-9]{2,3}")
_FIRST_YEAR = 1900
_WHOLE_SCHEMES = ("http", "https", "urn")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and where: a JSON pointer (RFC 6901)."""

    pointer: str
    message: str


@dataclass(slots=True)
class Report:
    """The faults found so far, and the prefixes that are declared where we look."""

    prefixes: frozenset[str] = DECLARED
    faults: list[Fault] = field(default_factory=list)

    def wrong(self, pointer: str, message: str) -> None:
        """Add a fault; after a hundred nobody reads on."""
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(Fault(pointer, message))

    def namespaced(self, name: str) -> bool:
        """Whether a name of somebody's own says whose: by a declared prefix or a whole URI."""
        prefix, colon, rest = name.partition(":")
        return bool(colon and rest) and (
            prefix in self.prefixes or (prefix in _WHOLE_SCHEMES and is_uri(name))
        )


Check = Callable[[Report, str, Any], None]


def below(pointer: str, name: str | int) -> str:
    """The pointer of a member, with the signs escaped that a pointer gives a meaning."""
    return f"{pointer}/{str(name).replace('~', '~0').replace('/', '~1')}"


def is_uri(text: str) -> bool:
    """Whether ``text`` is an absolute URI of bearable length."""
    return len(text) <= LONGEST_URI and _URI.fullmatch(text) is not None


def moment(text: str) -> dt.datetime | None:
    """The moment of a date-time with its offset; nothing when it is none."""
    said = _TIME.fullmatch(text)
    if said is None or not _FIRST_YEAR <= int(said[1]) < dt.MAXYEAR:
        return None
    try:
        return dt.datetime.fromisoformat(text[:19] + (said[2] or "")[:7] + said[3])
    except ValueError:
        return None


def string(report: Report, pointer: str, value: Any) -> None:
    """Any text."""
    if not isinstance(value, str):
        report.wrong(pointer, _("Text is needed."))


def uri(report: Report, pointer: str, value: Any) -> None:
    """An absolute URI."""
    if not isinstance(value, str) or not is_uri(value):
        report.wrong(pointer, _("A URI with a scheme is needed, of at most 300 characters."))


def time(report: Report, pointer: str, value: Any) -> None:
    """A date-time with its offset."""
    if not isinstance(value, str) or moment(value) is None:
        report.wrong(pointer, _("A moment such as 2026-08-14T18:20:00.000+07:00 is needed."))


def offset(report: Report, pointer: str, value: Any) -> None:
    """The offset of a time zone."""
    if not isinstance(value, str) or _OFFSET.fullmatch(value) is None:
        report.wrong(pointer, _("An offset such as +07:00 is needed."))


def number(report: Report, pointer: str, value: Any) -> None:
    """A number; true and false are none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        report.wrong(pointer, _("A number is needed."))


def amount(report: Report, pointer: str, value: Any) -> None:
    """A number that counts something."""
    number(report, pointer, value)
    if isinstance(value, int | float) and value < 0:
        report.wrong(pointer, _("A quantity is not below zero."))


def boolean(report: Report, pointer: str, value: Any) -> None:
    """True or false."""
    if not isinstance(value, bool):
        report.wrong(pointer, _("true or false is needed."))


def hexadecimal(report: Report, pointer: str, value: Any) -> None:
    """Hexadecimal digits."""
    if not isinstance(value, str) or re.fullmatch(r"[0-9A-Fa-f]+", value) is None:
        report.wrong(pointer, _("Hexadecimal digits are needed."))


def unit(report: Report, pointer: str, value: Any) -> None:
    """A unit of measure by its code of UN/CEFACT Recommendation 20."""
    if not isinstance(value, str) or _UOM.fullmatch(value) is None:
        report.wrong(pointer, _("A unit code such as KGM is needed."))


def one_of(allowed: tuple[str, ...]) -> Check:
    """Exactly one of some words."""

    def check(report: Report, pointer: str, value: Any) -> None:
        if value not in allowed:
            report.wrong(
                pointer, _("One of these is needed: %(words)s.") % {"words": ", ".join(allowed)}
            )

    return check


def word(vocabulary: Vocabulary) -> Check:
    """A word of a vocabulary of CBV, or a URI of somebody's own vocabulary."""

    def check(report: Report, pointer: str, value: Any) -> None:
        if isinstance(value, str) and vocabulary.knows(value):
            return
        if isinstance(value, str) and is_uri(value) and not _claims_to_be_standard(value):
            return
        report.wrong(pointer, _("CBV 2.0 has no such word here, and it is no URI."))

    return check


def _claims_to_be_standard(text: str) -> bool:
    """Whether a URI is written as if it were a word of CBV or of GS1."""
    return text.startswith(
        ("https://ref.gs1.org/cbv/", "urn:epcglobal:cbv:", "cbv:", "gs1:", "https://gs1.org/voc/")
    )


def listed(inner: Check, at_least: int = 0) -> Check:
    """A list, each item of which passes ``inner``."""

    def check(report: Report, pointer: str, value: Any) -> None:
        if not isinstance(value, list):
            report.wrong(pointer, _("A list is needed."))
            return
        if len(value) < at_least:
            report.wrong(pointer, _("At least one is needed."))
        for place, item in enumerate(value):
            inner(report, below(pointer, place), item)

    return check


def record(fields: Mapping[str, Check], needed: tuple[str, ...] = (), *, own: bool = True) -> Check:
    """An object with these fields; ``own`` lets it hold names of somebody's own too."""

    def check(report: Report, pointer: str, value: Any) -> None:
        if not isinstance(value, dict):
            report.wrong(pointer, _("An object is needed."))
            return
        missing(report, pointer, value, needed)
        for name, inner in value.items():
            if name in fields:
                fields[name](report, below(pointer, name), inner)
            elif not own or not report.namespaced(name):
                report.wrong(
                    below(pointer, name),
                    _("There is no such field; a name of your own needs a prefix."),
                )

    return check


def missing(
    report: Report, pointer: str, value: Mapping[str, Any], needed: tuple[str, ...]
) -> None:
    """Each field that is needed is there."""
    for name in needed:
        if name not in value:
            report.wrong(below(pointer, name), _("This field is missing."))
