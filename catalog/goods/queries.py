"""What is asked about kinds of goods: the tree, a category's ancestors, when a crop is ripe."""

from collections.abc import Iterable, Iterator

from django.db.models import Exists, OuterRef, Q, QuerySet

from catalog.goods.models import GoodsCategory, Grade, ProtectedName, Season, Variety


def categories() -> QuerySet[GoodsCategory]:
    """Every category in the order of the shop."""
    return GoodsCategory.objects.order_by("position")


def by_path(path: str) -> GoodsCategory | None:
    """The category of a public path such as ``fresh-fruit/longan``."""
    return GoodsCategory.objects.filter(path=path).select_related("parent").first()


def page_of(path: str) -> tuple[GoodsCategory, bool] | None:
    """The category of a path, and whether it is a leaf: none lies below it. One query."""
    below = Exists(GoodsCategory.objects.filter(parent=OuterRef("pk")))
    found = GoodsCategory.objects.filter(path=path).select_related("parent")
    one = next(iter(found.annotate(has_below=below)), None)
    return (one, not one.has_below) if one else None


def lineage(path: str) -> list[str]:
    """The path and its ancestors, the nearest first: ``a/b`` → ``a/b``, ``a``."""
    parts = path.split("/")
    return ["/".join(parts[:length]) for length in range(len(parts), 0, -1)]


def varieties(category: GoodsCategory) -> QuerySet[Variety]:
    """The varieties of a category or of those below it."""
    return Variety.objects.filter(
        Q(category=category) | Q(category__path__startswith=f"{category.path}/")
    )


def grades() -> QuerySet[Grade]:
    """The usual grades, the best first."""
    return Grade.objects.all()


def geographical_indications() -> QuerySet[ProtectedName]:
    """The province's three geographical indications; every other name is a mark."""
    return ProtectedName.objects.filter(kind=ProtectedName.Kind.GI)


def months_between(first: int, last: int) -> list[int]:
    """The months from ``first`` to ``last``, over new year if need be: 11, 2 → 11, 12, 1, 2."""
    count = (last - first) % 12 + 1
    return [(first - 1 + step) % 12 + 1 for step in range(count)]


def months_of(seasons: Iterable[Season]) -> list[int]:
    """All months that some seasons cover, January first."""
    covered: set[int] = set()
    for season in seasons:
        covered.update(months_between(season.month_from, season.month_to))
    return sorted(covered)


def usual_months(category: GoodsCategory, variety: Variety | None = None) -> list[int]:
    """When a crop is usually ripe: by its variety if known, else by its category; maybe never."""
    seasons = list(category.seasons.all())
    if variety is not None:
        own = [season for season in seasons if season.variety_id == variety.pk]
        return months_of(own or [season for season in seasons if season.variety_id is None])
    return months_of(seasons)


def calendar() -> Iterator[tuple[GoodsCategory, Variety | None, list[int]]]:
    """The province's season calendar: a row per category, or per variety where those differ."""
    grouped: dict[tuple[GoodsCategory, Variety | None], list[Season]] = {}
    seasons = Season.objects.select_related("category", "variety")
    for season in seasons.order_by("category__position", "variety__name_vi", "key"):
        grouped.setdefault((season.category, season.variety), []).append(season)
    for (category, variety), rows in grouped.items():
        yield category, variety, months_of(rows)
