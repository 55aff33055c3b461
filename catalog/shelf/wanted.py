"""What somebody wants of the shelf: words, facets, prices, an order. Knows no request."""

from collections.abc import Hashable
from dataclasses import dataclass, field, fields, replace
from functools import reduce
from operator import or_

from django.db.models import Q

from catalog.shelf.searching import Sought
from marketplace.records import clock

FACETS = ("category", "commune", "cooperative", "certificate", "ocop", "in_season")
_NOT_ASKED = ("sought", "sort")
SORTS = ("relevance", "season", "price_per_kg", "newest")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One question to the shelf. Several values of a facet mean any of them."""

    sought: Sought = field(default_factory=lambda: Sought(""))
    categories: tuple[str, ...] = ()
    is_leaf: bool = False  # nothing lies below the categories: an index answers in order
    communes: tuple[str, ...] = ()
    cooperatives: tuple[int, ...] = ()
    certificates: tuple[str, ...] = ()
    ocop_min: int = 0
    in_season: bool = False
    price_min: int | None = None
    price_max: int | None = None
    sort: str = "relevance"

    @property
    def order(self) -> str:
        """The order in force: without words nothing is more relevant than the season."""
        return "season" if self.sort == "relevance" and not self.sought.words else self.sort

    def key(self) -> tuple[Hashable, ...]:
        """All that is wanted, to be told from other questions; neither order nor marks count."""
        mine = (getattr(self, one.name) for one in fields(self) if one.name not in _NOT_ASKED)
        return (self.sought.phrase, *mine)

    def base(self) -> Q:
        """What no facet offers: the words and the prices."""
        condition = self.sought.condition() if self.sought.words else Q()
        if self.price_min is not None:
            condition &= Q(price__gte=self.price_min)
        if self.price_max is not None:
            condition &= Q(price__lte=self.price_max)
        return condition

    def facets(self) -> dict[str, Q]:
        """The condition of each facet that something is chosen of."""
        month = clock.local_day().month
        chosen = {
            "category": self._within_categories() if self.categories else None,
            "commune": Q(commune_code__in=self.communes) if self.communes else None,
            "cooperative": Q(cooperative_id__in=self.cooperatives) if self.cooperatives else None,
            "certificate": (
                Q(certificates__overlap=list(self.certificates)) if self.certificates else None
            ),
            "ocop": Q(ocop_stars__gte=self.ocop_min) if self.ocop_min else None,
            "in_season": Q(season_months__contains=[month]) if self.in_season else None,
        }
        return {name: condition for name, condition in chosen.items() if condition is not None}

    def _within_categories(self) -> Q:
        if self.is_leaf:
            return Q(category_path__in=self.categories)
        return reduce(or_, map(within, self.categories))

    def condition(self) -> Q:
        """All of it together."""
        condition = self.base()
        for one in self.facets().values():
            condition &= one
        return condition

    def meaning(self, words: list[str]) -> "Wanted":
        """The same question with other words."""
        return replace(self, sought=Sought(" ".join(words)))


def within(path: str) -> Q:
    """Goods of a category or of one below it."""
    return Q(category_path=path) | Q(category_path__startswith=f"{path}/")
