"""What a value of each GS1 application identifier may look like, and what belongs beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from catalog.traceability.codes import dictionary, linters
from catalog.traceability.codes.linters import CSET_82, WrongValue

__all__ = ["CSET_82", "KNOWN", "QUALIFIERS", "Identifier", "Part", "WrongValue"]

_SIGNS = {
    "N": frozenset("0123456789"),
    "X": frozenset(CSET_82),
    "Y": frozenset(linters.CSET_39),
    "Z": frozenset(linters.CSET_64),
}
_PART = re.compile(
    r"(?P<optional>\[?)(?P<kind>[NXYZ])(?P<open>\.\.)?(?P<length>\d+)\]?(?P<tests>.*)"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a value: ``shortest`` to ``longest`` signs of one kind, and its tests."""

    kind: str
    shortest: int
    longest: int
    optional: bool
    tests: tuple[Callable[[str], None], ...]

    def check(self, text: str) -> None:
        """Raise ``WrongValue`` in words when ``text`` does not fit."""
        if self.optional and not text:
            return
        if len(text) < self.shortest:
            raise WrongValue("the value is too short")
        wrong = next((sign for sign in text if sign not in _SIGNS[self.kind]), None)
        if wrong is not None:
            raise WrongValue(f"{wrong!r} is not allowed here")
        for test in self.tests:
            test(text)


@dataclass(frozen=True, slots=True)
class Identifier:
    """One application identifier: the parts of its value, where it stands, what stands by it.

    ``needs`` are ways, each a set of which all must be there; ``bars`` may not be there.
    """

    parts: tuple[Part, ...]
    in_query: bool
    needs: tuple[tuple[str, ...], ...] = ()
    bars: tuple[str, ...] = ()
    ways: tuple[tuple[str, ...], ...] = ()

    @property
    def longest(self) -> int:
        """How many signs a value has at most."""
        return sum(part.longest for part in self.parts)

    def check(self, value: str) -> None:
        """Raise ``WrongValue`` in words when ``value`` does not fit."""
        if not value:
            raise WrongValue("the value is empty")
        if len(value) > self.longest:
            raise WrongValue("the value is too long")
        rest = value
        for part in self.parts:
            part.check(rest[: part.longest])
            rest = rest[part.longest :]
        if self is KNOWN["7007"] and value[6:] and value[6:] < value[:6]:
            raise WrongValue("the harvest ends before it begins")

    def lacks(self, others: Iterable[str]) -> str:
        """What it needs and does not find among ``others``, in words; empty when all is well."""
        there = list(others)
        if not self.needs or any(all(_one_of(there, need) for need in way) for way in self.needs):
            return ""
        return " or ".join("".join(f"({need})" for need in way) for way in self.needs)

    def barred(self, others: Iterable[str]) -> str:
        """The first of ``others`` it may not stand beside; empty when there is none."""
        return next((ai for ai in others if any(_like(ai, bar) for bar in self.bars)), "")


def _one_of(there: list[str], pattern: str) -> bool:
    """Whether an identifier of that pattern is there."""
    return any(_like(ai, pattern) for ai in there)


def _like(ai: str, pattern: str) -> bool:
    """Whether ``ai`` is of the pattern, in which ``n`` is any digit."""
    return re.fullmatch(pattern.replace("n", "[0-9]"), ai) is not None


def _read(row: list[str]) -> Identifier:
    """An identifier from the words of its row."""
    mark, *words = row
    said = dict(word.split("=", 1) for word in words if "=" in word)
    needs, bars, key = said.get("req", ""), said.get("ex", ""), said.get("key")
    return Identifier(
        parts=tuple(_part(word) for word in words if "=" not in word),
        in_query=mark == "?",
        needs=tuple(tuple(way.split("+")) for way in needs.split(",") if way),
        bars=tuple(bar for bar in bars.split(",") if bar),
        ways=() if key is None else tuple(_sequence(way) for way in key.split("|")),
    )


def _sequence(way: str) -> tuple[str, ...]:
    """Qualifiers in the order they must follow the key."""
    return tuple(ai for ai in way.split(",") if ai)


def _part(word: str) -> Part:
    """``[X..17]``, ``N13,csum``: a stretch of a value."""
    found = _PART.fullmatch(word)
    assert found, word
    length = int(found["length"])
    return Part(
        kind=found["kind"],
        shortest=1 if found["open"] else length,
        longest=length,
        optional=bool(found["optional"]),
        tests=tuple(linters.BY_NAME[name] for name in found["tests"].split(",") if name),
    )


KNOWN: dict[str, Identifier] = {ai: _read(row) for ai, row in dictionary.rows()}

# Which qualifiers may follow a primary key, in this order; each tuple is one way.
QUALIFIERS: dict[str, tuple[tuple[str, ...], ...]] = {
    ai: one.ways for ai, one in KNOWN.items() if one.ways
}
