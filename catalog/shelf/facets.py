"""What can be chosen of each facet and how many listings that leads to.

A facet is counted under all other choices but its own, so that its numbers stay true when another
of its values is ticked. Unfiltered lists read the stored counts; all others are counted in one
statement over the few columns that facets need.
"""

from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import Any

from django.conf import settings
from django.core.exceptions import EmptyResultSet, FullResultSet
from django.db import connections
from django.db.models import Q
from django.utils.translation import get_language, gettext

from catalog.certificates.models import Certificate
from catalog.shelf.making import GEOGRAPHICAL_INDICATION
from catalog.shelf.models import ShelfItem
from catalog.shelf.wanted import FACETS, Wanted
from marketplace.database import replica
from marketplace.design.fragments import Store
from marketplace.records import clock
from marketplace.unchanged import FRESH

# A facet offers its commonest values; the rest are reached by searching or by their pages.
MOST_VALUES = 100
_NARROW = (
    "category_path, commune_code, commune_name, cooperative_id, cooperative_name, "
    "certificates, ocop_stars, season_months"
)
# How each facet counts rows of ``catalog_shelfitem``; {where} is the choices it leaves standing.
_LIVE = {
    "total": "SELECT 'total', '', '', count(*) FROM base AS catalog_shelfitem WHERE {where}",
    "category": """
        SELECT 'category', kind.path, kind.{name}, sum(of_path.n) FROM (
            SELECT category_path, count(*) AS n FROM base AS catalog_shelfitem WHERE {where}
            GROUP BY category_path
        ) of_path JOIN catalog_goodscategory kind ON of_path.category_path = kind.path
            OR starts_with(of_path.category_path, kind.path || '/')
        GROUP BY kind.path, kind.{name}""",
    "commune": """
        SELECT 'commune', commune_code, min(commune_name), count(*)
        FROM base AS catalog_shelfitem WHERE {where} GROUP BY commune_code""",
    "cooperative": """
        SELECT 'cooperative', cooperative_id::text, min(cooperative_name), count(*)
        FROM base AS catalog_shelfitem WHERE {where} GROUP BY cooperative_id""",
    "certificate": """
        SELECT 'certificate', scheme, '', count(*)
        FROM base AS catalog_shelfitem, unnest(certificates) AS scheme
        WHERE {where} GROUP BY scheme""",
    "ocop": """
        SELECT 'ocop', stars::text, '', count(*)
        FROM base AS catalog_shelfitem, unnest(ARRAY[3, 4, 5]) AS stars
        WHERE ocop_stars >= stars AND {where} GROUP BY stars""",
    "in_season": """
        SELECT 'in_season', '1', '', count(*)
        FROM base AS catalog_shelfitem WHERE season_months @> ARRAY[%s]::smallint[] AND {where}""",
}
# The same from the stored counts of a category (empty: of the shelf).
_STORED = {
    "total": "SELECT 'total', '', '', count FROM {of} facet = 'total'",
    "category": """
        SELECT 'category', kind.path, kind.{name}, tally.count
        FROM catalog_shelftally tally JOIN catalog_goodscategory kind ON kind.path = tally.value
        WHERE tally.category_path = %s AND tally.facet = 'category'""",
    "commune": "SELECT facet, value, label_vi, count FROM {of} facet = 'commune'",
    "cooperative": "SELECT facet, value, label_vi, count FROM {of} facet = 'cooperative'",
    "certificate": "SELECT facet, value, '', count FROM {of} facet = 'certificate'",
    "ocop": "SELECT facet, value, '', count FROM {of} facet = 'ocop'",
    "in_season": "SELECT 'in_season', '1', '', count FROM {of} facet = 'month' AND value = %s",
}
_OF = "catalog_shelftally WHERE category_path = %s AND"


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a facet, its name, and how many listings it leads to."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Counts:
    """All facets of a question, and how many listings answer it."""

    total: int
    options: dict[str, list[Option]]


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of the statement and its parameters."""

    sql: str
    params: list[Any]


def counts(wanted: Wanted) -> Counts:
    """Count everything the page of a question shows: one query, or what it said just now.

    Whole shelves and categories read the stored counts. What has to be counted row by row is kept
    for ``FRESH`` seconds, so that a search everybody makes does not count the same thousands of
    rows for each of them; the cards beside it are always those of this moment.
    """
    if not (wanted.base() or wanted.facets().keys() - {"category"}):
        return _counted(wanted)
    moment = int(clock.now().timestamp() // FRESH)
    key = (wanted.key(), get_language(), clock.local_day(), moment)
    return _KEPT.piece(key, lambda: _counted(wanted))


def _counted(wanted: Wanted) -> Counts:
    """Count now."""
    options: dict[str, list[Option]] = {name: [] for name in FACETS}
    total = 0
    for facet, value, label, count in _rows(wanted):
        if facet == "total":
            total = int(count)
        elif count > 0 and len(options[facet]) < MOST_VALUES:
            options[facet].append(Option(value, label or _label(facet, value), int(count)))
    return Counts(total, options)


_KEPT: Store[Counts] = Store(settings.KEPT_PARTS // 10)


def _label(facet: str, value: str) -> str:
    """The name of a value that the rows do not name, in the reader's language."""
    if facet == "ocop":
        return (
            gettext("OCOP 5 stars")
            if value == "5"
            else (gettext("OCOP %(stars)s stars or more") % {"stars": value})
        )
    if facet == "in_season":
        return gettext("In season now")
    if value == GEOGRAPHICAL_INDICATION:
        return gettext("Geographical indication")
    return str(dict(Certificate.Scheme.choices).get(value, value))


def _rows(wanted: Wanted) -> list[tuple[str, str, str, int]]:
    """Facet, value, name, count; the commonest values of a facet first."""
    chosen = wanted.facets()
    stored = {"category"} if len(wanted.categories) == 1 else set()
    left_standing = {name: chosen.keys() - {name} for name in _LIVE}
    live = {n: names for n, names in left_standing.items() if wanted.base() or names - stored}
    parts = [_stored(name, wanted) for name in _LIVE if name not in live]
    common = frozenset.intersection(*map(frozenset, live.values())) if live else frozenset()
    for name, names in live.items():
        parts.append(_live(name, [chosen[one] for one in sorted(names - common)]))
    statement = " UNION ALL ".join(part.sql for part in parts)
    params = [param for part in parts for param in part.params]
    if live:
        base = _where([wanted.base(), *(chosen[one] for one in sorted(common))])
        statement = (
            f"WITH base AS MATERIALIZED (SELECT {_NARROW} FROM catalog_shelfitem "  # noqa: S608
            f"WHERE {base.sql}) {statement}"
        )
        params = [*base.params, *params]
    with connections[replica.alias()].cursor() as cursor:
        cursor.execute(f"{statement} ORDER BY 1, 4 DESC, 2", params)
        return [(str(facet), value, label, n) for facet, value, label, n in cursor.fetchall()]


def _live(facet: str, conditions: list[Q]) -> _Part:
    """One facet counted over the rows read once."""
    where = _where(conditions)
    month = [clock.local_day().month] if facet == "in_season" else []
    return _Part(_LIVE[facet].format(where=where.sql, name=_name()), [*month, *where.params])


def _stored(facet: str, wanted: Wanted) -> _Part:
    """One facet as it is stored; the categories themselves are those of the whole shelf."""
    path = "" if facet == "category" or not wanted.categories else wanted.categories[0]
    month = [str(clock.local_day().month)] if facet == "in_season" else []
    return _Part(_STORED[facet].format(of=_OF, name=_name()), [path, *month])


def _name() -> str:
    """The column of names in the reader's language."""
    return "name_en" if get_language() == "en" else "name_vi"


def _where(conditions: list[Q]) -> _Part:
    """Django's SQL of conditions on the shelf, so that lists and counts cannot differ."""
    query = ShelfItem.objects.filter(reduce(and_, conditions, Q())).query
    try:
        sql, params = query.get_compiler(using="default").compile(query.where)
    except FullResultSet:
        return _Part("TRUE", [])
    except EmptyResultSet:
        return _Part("FALSE", [])
    return _Part(sql, list(params))
