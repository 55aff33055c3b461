"""From what a person types to what PostgreSQL looks for, and what was probably meant."""

from collections.abc import Iterable
from string import ascii_lowercase

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import Case, F, Q, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Concat, Lower

from catalog.communes.names import fold
from catalog.shelf.models import ShelfTally

MOST_WORDS = 8
LONGEST_WORD = 30
# What is ranked is bounded: beyond this many matches the newest of them are put in order.
RANKED = 500
_ALIKE = 0.5
_WEIGHTS = [0.05, 0.2, 0.5, 1.0]  # D, C, B, A


class Sought:
    """A search as typed, as folded words, and as PostgreSQL's query."""

    def __init__(self, typed: str) -> None:
        """Understand ``typed``; without a word that can be looked for, ``words`` is empty."""
        self.typed = " ".join(typed.split())
        self.words = [word[:LONGEST_WORD] for word in fold(typed).split()[:MOST_WORDS]]
        self.phrase = " ".join(self.words)

    @property
    def has_marks(self) -> bool:
        """Whether marks were typed, which then count."""
        return not self.typed.isascii()

    def condition(self) -> Q:
        """Every word is a word of the listing; beginnings and slips are what ``meant`` is for."""
        return Q(search=_query(" & ", self.words))

    def rank(self) -> Combinable:
        """How well a listing fits: titles over kinds over places, the phrase as typed first.

        Marks that were typed count where the listing writes them so.
        """
        # Of "and" PostgreSQL ranks nearness in the text, of "or" the weight of every word.
        words = _query(" | ", self.words)
        weighed = SearchRank(F("search"), words, weights=Value(_WEIGHTS))
        title = Case(When(folded__startswith=self.phrase, then=1.0), default=0.0)
        within = Case(When(folded__contains=self.phrase, then=0.5), default=0.0)
        fit = weighed + title + within
        return fit + self._marks() if self.has_marks else fit

    def _marks(self) -> Combinable:
        """Whether a listing holds the very letters typed (asks for the alias ``marked``)."""
        return Case(When(Q(marked__contains=self.typed.casefold()), then=2.0), default=0.0)


MARKED = Lower(
    Concat(
        *("title_vi", Value(" "), "category_vi", Value(" ")),
        *("cooperative_name", Value(" "), "commune_name"),
    )
)


def _query(between: str, words: list[str]) -> SearchQuery:
    """Words in PostgreSQL's language; folded words hold letters and digits alone."""
    quoted = between.join(f"'{word}'" for word in words)
    return SearchQuery(quoted, config="simple", search_type="raw")


def meant(words: Iterable[str]) -> list[str] | None:
    """The words as they were probably meant, or none if nothing like them is on the shelf.

    One query: each word that no listing knows is replaced by the commonest one that it begins or
    that is a letter away, else by the most alike.
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
    """What a word was meant to be: itself if known, a neighbour, the most alike, or nothing.

    Two letters in the wrong order are likelier than a word half typed, that than a wrong letter.
    """
    if word in known:
        return word
    close = {other for other in known if other in near or other.startswith(word)}
    if close:
        return max(close, key=lambda other: (*_likelihood(word, other), known[other], other))
    alike = {other: _alikeness(word, other) for other in known}
    best = max(alike, key=lambda other: (alike[other], known[other], other), default=None)
    return best if best is not None and alike[best] >= _ALIKE else None


def _likelihood(word: str, other: str) -> tuple[bool, bool]:
    return sorted(word) == sorted(other), other.startswith(word)


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
