"""What stands on the shelf: pages of lists and searches, and the shelves of other pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, F, OrderBy, Q, QuerySet, Subquery, Value, When
from django.db.models.expressions import Combinable

from catalog.shelf import asof, facets, leafing, searching
from catalog.shelf.cards import COLUMNS, Card, card
from catalog.shelf.facets import Counts
from catalog.shelf.leafing import ORDERS
from catalog.shelf.models import ShelfItem
from catalog.shelf.wanted import Wanted, within
from marketplace.database import replica
from marketplace.records import clock

LAST_PAGE = 50
_SOLD_OUT_WEIGHS = 0.3


@dataclass(frozen=True, slots=True)
class Answer:
    """A page of cards, the counts beside it, and the words it was really searched with."""

    cards: list[Card]
    counts: Counts
    has_next: bool
    meant: str = ""
    mark: str = ""  # where the next page begins, in orders that can be gone on in


@replica.may_lag
def page(wanted: Wanted, number: int = 1, size: int = 24, after: str = "") -> Answer:
    """Answer a question with one page: two queries, four when a word was misspelt.

    What nothing answers is asked again with the words that were probably meant. ``after`` goes on
    behind a mark that an answer gave; ``BadMark`` when none did.
    """
    rows = _rows(wanted, number, size, after)
    meant: list[str] | None = None
    if not rows and wanted.sought.words and number == 1:
        meant = searching.meant(wanted.sought.words)
        if meant:
            wanted = wanted.meaning(meant)
            rows = _rows(wanted, number, size, after)
    has_next = len(rows) > size
    return Answer(
        cards=[card(row) for row in rows[:size]],
        counts=facets.counts(wanted),
        has_next=has_next,
        meant=" ".join(meant or []),
        mark=leafing.mark(wanted.order, rows[size - 1]) if has_next else "",
    )


@replica.may_lag
def cards(condition: Q, *, order: str = "season", limit: int = 24) -> list[Card]:
    """The first cards under a condition, in one query."""
    rows = ShelfItem.objects.filter(condition).order_by(*ORDERS[order]).values(*COLUMNS)
    return [card(row) for row in asof.counted(list(rows[:limit]))]


def of_cooperative(cooperative_id: int, limit: int = 48) -> list[Card]:
    """What a cooperative has on the shelf, what is in season first."""
    return cards(Q(cooperative_id=cooperative_id), limit=limit)


def in_season(limit: int = 8) -> list[Card]:
    """Fresh goods whose month it is."""
    month = clock.local_day().month
    ripe = Q(season_order=0, season_months__contains=[month])
    return cards(ripe & within("fresh-fruit"), limit=limit)


def keeping(limit: int = 8) -> list[Card]:
    """Goods that keep: everything but fresh fruit and vegetables, the newest first."""
    fresh = within("fresh-fruit") | within("vegetables")
    return cards(~fresh & Q(available__gt=0), order="newest", limit=limit)


def newest(limit: int = 8) -> list[Card]:
    """What came onto the shelf last and can be bought."""
    return cards(Q(available__gt=0), order="newest", limit=limit)


def by_ids(listing_ids: Iterable[int]) -> list[Card]:
    """The cards of chosen listings, in the order chosen; those off the shelf are missing."""
    chosen = list(listing_ids)
    rows = ShelfItem.objects.filter(pk__in=chosen).values(*COLUMNS)
    found = {row["listing_id"]: card(row) for row in asof.counted(list(rows))}
    return [found[key] for key in chosen if key in found]


def _rows(wanted: Wanted, number: int, size: int, after: str) -> Sequence[dict[str, Any]]:
    """The rows of a page and one more, which says whether another page follows."""
    items = _ordered(wanted)
    first = (number - 1) * size
    if after:
        items, first = items.filter(leafing.after(wanted.order, after)), 0
    return asof.counted(list(items.values(*COLUMNS)[first : first + size + 1]))


def _ordered(wanted: Wanted) -> QuerySet[ShelfItem]:
    items = ShelfItem.objects.filter(wanted.condition())
    if wanted.order != "relevance":
        return items.order_by(*ORDERS[wanted.order])
    newest_first = items.order_by("-published_at", "-listing_id").values("pk")
    bounded = ShelfItem.objects.filter(pk__in=Subquery(newest_first[: searching.RANKED]))
    if wanted.sought.has_marks:
        bounded = bounded.alias(marked=searching.MARKED)
    fits = bounded.alias(fit=_fit(wanted))
    return fits.order_by(OrderBy(F("fit"), descending=True), *ORDERS["season"])


def _fit(wanted: Wanted) -> Combinable:
    """How well an item answers the words; what is sold out a little less."""
    sold_out = Case(When(available=0, then=Value(_SOLD_OUT_WEIGHS)), default=Value(0.0))
    return wanted.sought.rank() - sold_out
