"""The stored facet counts: kept in step with the shelf, counted anew from it, proved equal to it.

What an item counts for is said twice, in Python for the few that change and in SQL for all of
them; an invariant compares the two.
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from django.db import connection, transaction

from catalog.goods.queries import lineage
from catalog.shelf.models import ShelfItem, ShelfTally
from catalog.shelf.wording import vocabulary

Facet = ShelfTally.Facet
OCOP_STARS = (3, 4, 5)
_LOCK = 0x74616C6C  # "tall": any number no other advisory lock uses

COUNTED = """
WITH item AS (
    SELECT *, string_to_array(category_path, '/') AS parts FROM catalog_shelfitem
), placed AS (
    SELECT item.*, array_to_string(parts[1:depth], '/') AS path
    FROM item, generate_series(0, cardinality(parts)) AS depth
)
SELECT path, 'total', '', '', '', count(*)::int FROM placed GROUP BY path
UNION ALL SELECT '', 'category', path, '', '', count(*)::int
    FROM placed WHERE path <> '' GROUP BY path
UNION ALL SELECT path, 'commune', commune_code, min(commune_name), min(commune_name), count(*)::int
    FROM placed GROUP BY path, commune_code
UNION ALL SELECT path, 'cooperative', cooperative_id::text, min(cooperative_name),
    min(cooperative_name), count(*)::int FROM placed GROUP BY path, cooperative_id
UNION ALL SELECT path, 'certificate', scheme, '', '', count(*)::int
    FROM placed, unnest(certificates) AS scheme GROUP BY path, scheme
UNION ALL SELECT path, 'ocop', stars::text, '', '', count(*)::int
    FROM placed, unnest(ARRAY[3, 4, 5]) AS stars WHERE ocop_stars >= stars GROUP BY path, stars
UNION ALL SELECT path, 'month', month::text, '', '', count(*)::int
    FROM placed, unnest(season_months) AS month GROUP BY path, month
UNION ALL SELECT '', 'word', word, '', '', count(DISTINCT listing_id)::int
    FROM item, regexp_split_to_table(folded, '[ |]+') AS word
    WHERE word <> '' AND word !~ '^[0-9]+$' GROUP BY word
"""
COLUMNS = "category_path, facet, value, label_vi, label_en, count"

_SHIFT = f"""
INSERT INTO catalog_shelftally AS stored ({COLUMNS})
SELECT * FROM unnest(%s::text[], %s::text[], %s::text[], %s::text[], %s::text[], %s::int[])
ON CONFLICT (category_path, facet, value) DO UPDATE SET
    count = stored.count + excluded.count,
    label_vi = excluded.label_vi, label_en = excluded.label_en
"""  # noqa: S608 -- only our own column names


class Key(NamedTuple):
    """A value of a facet within a category (empty: the whole shelf)."""

    path: str
    facet: str
    value: str


def shift(before: Iterable[ShelfItem], after: Iterable[ShelfItem]) -> None:
    """Take away what ``before`` counted for and add what ``after`` counts for.

    Who changes counts waits here for who changed them and has not committed: call it before
    the items are written. Most refreshes change stock or prices only, and never wait.
    """
    labels: dict[Key, str] = {}
    old = _counted(before, labels)
    former_labels = dict(labels)
    new = _counted(after, labels)
    keys = sorted(
        key
        for key in old | new
        if old[key] != new[key] or labels[key] != former_labels.get(key, labels[key])
    )
    if not keys:
        return
    paths, facets, values = zip(*keys, strict=True)
    names = [labels[key] for key in keys]
    steps = [new[key] - old[key] for key in keys]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        cursor.execute(_SHIFT, [list(paths), list(facets), list(values), names, names, steps])


@transaction.atomic
def recount() -> None:
    """Count everything anew from the shelf."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        cursor.execute("DELETE FROM catalog_shelftally")
        cursor.execute(f"INSERT INTO catalog_shelftally ({COLUMNS}) {COUNTED}")


def _counted(items: Iterable[ShelfItem], labels: dict[Key, str]) -> Counter[Key]:
    """How often each value occurs; what the values are called goes into ``labels``."""
    counts: Counter[Key] = Counter()
    for item in items:
        for key, label in _memberships(item):
            counts[key] += 1
            labels[key] = label
    return counts


def _memberships(item: ShelfItem) -> Iterable[tuple[Key, str]]:
    """Every value that an item counts for, and its name where the value does not say it."""
    ancestry = lineage(item.category_path)
    for path in ("", *ancestry):
        yield Key(path, Facet.TOTAL, ""), ""
        yield Key(path, Facet.COMMUNE, item.commune_code), item.commune_name
        yield Key(path, Facet.COOPERATIVE, str(item.cooperative_id)), item.cooperative_name
        for scheme in item.certificates:
            yield Key(path, Facet.CERTIFICATE, scheme), ""
        for stars in OCOP_STARS:
            if item.ocop_stars >= stars:
                yield Key(path, Facet.OCOP, str(stars)), ""
        for month in item.season_months:
            yield Key(path, Facet.MONTH, str(month)), ""
    for path in ancestry:
        yield Key("", Facet.CATEGORY, path), ""
    for word in vocabulary(item.folded):
        yield Key("", Facet.WORD, word), ""
