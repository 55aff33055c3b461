"""The words by which a listing is found, by their weight, all folded."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from django.contrib.postgres.search import SearchVector
from django.db.models import Value
from django.db.models.expressions import CombinedExpression

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

    def vector(self) -> CombinedExpression:
        """All of it by weight; neighbours written as one word (songma) weigh least."""
        joined = _joined((*self.title, *self.kind, *self.origin))
        return (
            _weighed(self.title, "A")
            + _weighed(self.kind, "B")
            + _weighed(self.origin, "C")
            + _weighed(joined, "D")
        )


def _weighed(parts: Iterable[str], weight: str) -> SearchVector:
    text = " ".join(fold(part) for part in parts)
    return SearchVector(Value(text), config="simple", weight=weight)


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
