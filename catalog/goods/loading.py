"""Brings the kinds of goods of the package's files into the database, Oscar's tree included."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connection, models, transaction
from oscar.apps.catalogue.models import Category

from catalog.communes.names import fold
from catalog.goods.models import GoodsCategory, Grade, ProtectedName, Season, Synonym, Variety

FILES = Path(__file__).parent / "data"
_LOCK = 0x676F6F64  # "good": any number no other advisory lock uses

Row = dict[str, str]
Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many rows a load added and changed."""

    added: int
    changed: int

    def __add__(self, other: "Loaded") -> "Loaded":
        return Loaded(self.added + other.added, self.changed + other.changed)


@transaction.atomic
def load() -> Loaded:
    """Bring every file in, in one transaction; who comes second waits and finds nothing to do.

    Rows are told apart by path or key. What is no longer in a file stays: listings point at it.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    loaded = sum(
        (_category(*numbered) for numbered in enumerate(_rows("categories"))), Loaded(0, 0)
    )
    paths = dict(GoodsCategory.objects.values_list("path", "pk"))
    loaded += _merge(Variety, "key", (_variety(row, paths) for row in _rows("varieties")))
    loaded += _merge(Grade, "key", map(_grade, _rows("grades")))
    varieties = dict(Variety.objects.values_list("key", "pk"))
    loaded += _merge(Season, "key", (_season(row, paths, varieties) for row in _rows("seasons")))
    names = (_protected(row, paths) for row in _rows("protected_names"))
    loaded += _merge(ProtectedName, "key", names)
    return loaded + _merge(Synonym, "terms", (_synonym(row, paths) for row in _rows("synonyms")))


def _rows(name: str) -> list[Row]:
    with (FILES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _merge(model: type[models.Model], key: str, wanted: Iterable[Values]) -> Loaded:
    """Add the rows that are missing and write those that differ."""
    existing = {getattr(row, key): row for row in model._default_manager.all()}
    loaded = Loaded(0, 0)
    for values in wanted:
        row = existing.get(values[key])
        if row is None:
            model._default_manager.create(**values)
            loaded += Loaded(1, 0)
        elif _overwrite(row, values):
            loaded += Loaded(0, 1)
    return loaded


def _overwrite(row: models.Model, values: Values) -> bool:
    """Write what differs; whether anything did."""
    differing = [name for name, value in values.items() if getattr(row, name) != value]
    for name in differing:
        setattr(row, name, values[name])
    if differing:
        row.save(update_fields=differing)
    return bool(differing)


def _category(position: int, row: Row) -> Loaded:
    """A category of ours and Oscar's beside it; parents stand above their children in the file."""
    parent_path, _, slug = row["path"].rpartition("/")
    parent = GoodsCategory.objects.filter(path=parent_path).first()
    values = {
        "parent": parent,
        "name_vi": row["name_vi"],
        "name_en": row["name_en"],
        "folded": fold(f"{row['name_vi']} {row['name_en']}"),
        "hs_hint": row["hs_hint"],
        "handling": row["handling"],
        "perishable": row["perishable"] == "yes",
        "drawing": row["drawing"],
        "position": position,
    }
    goods = (
        GoodsCategory.objects.select_related("category", "parent").filter(path=row["path"]).first()
    )
    if goods is None:
        oscar = {"name": row["name_vi"], "slug": slug}
        category = parent.category.add_child(**oscar) if parent else Category.add_root(**oscar)
        GoodsCategory.objects.create(path=row["path"], category=category, **values)
        return Loaded(1, 0)
    named = _overwrite(goods.category, {"name": row["name_vi"], "slug": slug})
    return Loaded(0, int(_overwrite(goods, values) or named))


def _named(row: Row) -> Values:
    return {"key": row["key"], "name_vi": row["name_vi"], "name_en": row["name_en"]}


def _variety(row: Row, paths: dict[str, int]) -> Values:
    return {
        **_named(row),
        "category_id": paths[row["category"]],
        "hs_hint": row["hs_hint"],
        "drawing": row["drawing"],
    }


def _grade(row: Row) -> Values:
    return {**_named(row), "position": int(row["position"])}


def _season(row: Row, paths: dict[str, int], varieties: dict[str, int]) -> Values:
    return {
        "key": row["key"],
        "category_id": paths[row["category"]],
        "variety_id": varieties[row["variety"]] if row["variety"] else None,
        "month_from": int(row["month_from"]),
        "month_to": int(row["month_to"]),
        "note": row["note"],
        "source": row["source"],
        "confidence": row["confidence"],
    }


def _protected(row: Row, paths: dict[str, int]) -> Values:
    return {
        "key": row["key"],
        "kind": row["kind"],
        "name_vi": row["name_vi"],
        "category_id": paths[row["category"]],
        "year": int(row["year"]),
        "source": row["source"],
    }


def _synonym(row: Row, paths: dict[str, int]) -> Values:
    terms = ", ".join(fold(term) for term in row["terms"].split(",") if fold(term))
    return {"terms": terms, "category_id": paths[row["category"]] if row["category"] else None}
