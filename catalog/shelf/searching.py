"""From what a person types to what PostgreSQL looks for, and what was probably meant."""

from collections.abc import Iterable
from string import ascii_lowercase

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import Case, F, Q, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Lower

from catalog.communes.names import fold
from catalog.shelf.models import ShelfTally

MOST_WORDS = 8
LONGEST_WORD = 30
# What is ranked is bounded: beyond this many matches the newest of them are put in order.
RANKED = 500
_WEIGHTS = [0.05, 0.2, 0.5, 1.0]  # D, C, B, A


class Sought:
    """A search as typed, as folded words, and as PostgreSQL's query."""

    def __init__(self, typed: str) -> None:
        """Understand ``typed``; without a word that can be looked for, ``words`` is empty."""
        self.typed = " ".join(typed.split())
        self.words = [word[:LONGEST_WORD] for word in fold(typed).split()[:MOST_WORDS]]
        self.phrase = " ".join(self.words)

    def condition(self) -> Q:
        """Every word begins a word of the listing."""
        return Q(search=SearchQuery(" & ".join(_prefix(w) for w in self.words), **_RAW))

    def rank(self) -> Combinable:
        """How well a listing fits: whole words over beginnings, titles over places.

        The phrase as typed comes first; marks that were typed count where titles carry them.
        """
        whole = " & ".join(f"('{word}' | {_prefix(word)})" for word in self.words)
        title = Case(When(folded__startswith=self.phrase, then=1.0), default=0.0)
        within = Case(When(folded__contains=self.phrase, then=0.5), default=0.0)
        weighed = SearchRank(F("search"), SearchQuery(whole, **_RAW), weights=Value(_WEIGHTS))
        return weighed + title + within + self._marks()

    def _marks(self) -> Combinable:
        """Whether a title holds the very letters typed; nothing for what was typed without marks."""
        if self.typed.isascii():
            return Value(0.0)
        return Case(When(Q(marked__contains=self.typed.casefold()), then=1.0), default=0.0)


_RAW = {"config": "simple", "search_type": "raw"}
MARKED = Lower("title_vi")


def _prefix(word: str) -> str:
    """A word's beginning in PostgreSQL's language; folded words hold letters and digits alone."""
    return f"'{word}':*"


def meant(words: Iterable[str]) -> list[str] | None:
    """The words as they were probably meant, or none if nothing like them is on the shelf.

    One query: each word that no listing knows is replaced by the commonest one that is a letter
    away, else by the most alike.
    """
    asked = list(dict.fromkeys(words))
    near = {word: _a_letter_away(word) for word in asked}
    possible = Q(value__in={*asked, *(one for others in near.values() for one in others)})
    for word in asked:
        possible |= Q(value__trigram_similar=word) | Q(value__startswith=word)
    rows = ShelfTally.objects.filter(possible, facet="word", category_path="", count__gt=0)
    known = dict(rows.values_list("value", "count"))
    replaced = {word: _replacement(word, near[word], known) for word in asked}
    chosen = [replaced[word] or word for word in words]
    return None if None in replaced.values() or chosen == list(words) else chosen


def _replacement(word: str, near: set[str], known: dict[str, int]) -> str | None:
    """What a word was meant to be: itself if known, a neighbour, the most alike, or nothing."""
    if any(other.startswith(word) for other in known):
        return word
    neighbours = near & known.keys()
    if neighbours:
        return max(neighbours, key=lambda other: (_same_letters(word, other), known[other], other))
    alike = {other: _alikeness(word, other) for other in known}
    best = max(alike, key=lambda other: (alike[other], known[other], other), default=None)
    return best if best is not None and alike[best] >= 0.5 else None


def _same_letters(word: str, other: str) -> bool:
    """Two letters in the wrong order are likelier than a wrong letter."""
    return sorted(word) == sorted(other)


def _alikeness(word: str, other: str) -> float:
    """Shared trigrams over all of them, as ``pg_trgm`` counts."""
    mine, its = _trigrams(word), _trigrams(other)
    return len(mine & its) / len(mine | its)


def _trigrams(word: str) -> set[str]:
    padded = f"  {word} "
    return {padded[start : start + 3] for start in range(len(padded) - 2)}


def _a_letter_away(word: str) -> set[str]:
    """Every word that differs by one letter: left out, added, changed, or two swapped."""
    splits = [(word[:cut], word[cut:]) for cut in range(len(word) + 1)]
    left_out = {head + tail[1:] for head, tail in splits if tail}
    swapped = {head + tail[1] + tail[0] + tail[2:] for head, tail in splits if len(tail) > 1}
    changed = {head + c + tail[1:] for head, tail in splits if tail for c in ascii_lowercase}
    added = {head + c + tail for head, tail in splits for c in ascii_lowercase}
    return (left_out | swapped | changed | added) - {word, ""}
