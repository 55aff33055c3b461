"""The words by which a listing is found, by their weight, all folded."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.contrib.postgres.search import SearchVectorField
from django.db.models import Expression

from catalog.communes.names import fold

SEPARATOR = " | "


@dataclass(frozen=True, slots=True)
class Words:
    """What a listing is called (A), what kind it is (B), who sells it and where it grows (C)."""

    title: tuple[str, ...]
    kind: tuple[str, ...]
    origin: tuple[str, ...]

    def folded(self) -> str:
        """All of it in one line, the title first, each once."""
        parts = (fold(part) for part in (*self.title, *self.kind, *self.origin))
        return SEPARATOR.join(dict.fromkeys(part for part in parts if part))

    def vector(self) -> "Vector":
        """All of it by weight; neighbours written as one word (songma) weigh least."""
        joined = _joined((*self.title, *self.kind, *self.origin))
        parts = (self.title, self.kind, self.origin, joined)
        return Vector([" ".join(fold(one) for one in part) for part in parts])


class Vector(Expression):
    """Texts of weight A, B, C and D as one search vector.

    Django's own sum of four ``SearchVector`` says the same; putting that together for every row was
    a quarter of the time of writing the shelf anew.
    """

    output_field = SearchVectorField()
    _SQL = " || ".join(
        f"setweight(to_tsvector('simple', %s::text), '{weight}')" for weight in "ABCD"
    )

    def __init__(self, texts: list[str]) -> None:
        """Four texts, the weightiest first."""
        super().__init__()
        self.texts = texts

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[str, ...]]:
        """The vector made by the database, in brackets."""
        return f"({self._SQL})", tuple(self.texts)


def _joined(parts: Iterable[str]) -> list[str]:
    """Every two neighbouring words as one: ``song ma`` is often typed ``songma``."""
    pairs = (pairwise(fold(part).split()) for part in parts)
    return list(dict.fromkeys(first + second for pair in pairs for first, second in pair))


def vocabulary(folded: str) -> set[str]:
    """The single words of a folded line: what a misspelt word may have meant."""
    return {word for word in folded.split() if word != "|" and not word.isdecimal()}


def synonyms(text: str, groups: Iterable[tuple[str, ...]]) -> list[str]:
    """What else the words of a folded text are called; the words themselves are left out."""
    padded = f" {text.replace('|', ' ')} "
    found: list[str] = []
    for terms in groups:
        if any(f" {term} " in padded for term in terms):
            found.extend(term for term in terms if f" {term} " not in padded)
    return found
