"""Brings the provinces and communes of the package's files into the database."""

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import connection, models, transaction

from catalog.communes.models import Commune, Disadvantaged, Province, Succession
from catalog.communes.names import bare, fold, sort_key

FILES = Path(__file__).parent / "data"
_LOCK = 0x706C6163  # "plac": any number no other advisory lock uses

Row = dict[str, str]
Values = dict[str, Any]
Moment = tuple[str, date | None]


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

    Rows are told apart by code and first day. A row that is no longer in a file stays: addresses
    point at it; it ends by a ``valid_to`` in the file.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    loaded = _merge(Province, ("code", "valid_from"), map(_province, _rows("provinces")))
    provinces = {p.code: p.pk for p in Province.objects.order_by("valid_from", "pk")}
    former = _rows("former_communes")
    units = [_commune(row, provinces) for row in (*former, *_rows("communes"))]
    # Those that end come first, so that a code is free before its next holder takes it.
    loaded += _merge(Commune, ("code", "valid_from"), units)
    began = {(c.code, c.valid_from): c.pk for c in Commune.objects.all()}
    ended = {(c.code, c.valid_to): c.pk for c in Commune.objects.exclude(valid_to=None)}
    loaded += _merge(Succession, ("old_id", "new_id"), _steps(former, began, ended))
    communes = dict(Commune.objects.filter(valid_to=None).values_list("code", "pk"))
    hardships = [_hardship(row, communes) for row in _rows("disadvantaged")]
    return loaded + _merge(Disadvantaged, ("commune_id", "valid_from"), hardships)


def _rows(name: str) -> list[Row]:
    with (FILES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _merge(model: type[models.Model], key: tuple[str, ...], wanted: Iterable[Values]) -> Loaded:
    """Add the rows that are missing and change those that differ, in bulk."""
    existing = {_key_of(row, key): row for row in model._default_manager.all()}
    new: list[models.Model] = []
    changed: list[models.Model] = []
    fields: set[str] = set()
    for values in wanted:
        row = existing.get(tuple(values[name] for name in key))
        if row is None:
            new.append(model(**values))
            continue
        differing = [name for name, value in values.items() if getattr(row, name) != value]
        for name in differing:
            setattr(row, name, values[name])
        if differing:
            fields.update(differing)
            changed.append(row)
    if changed:
        model._default_manager.bulk_update(changed, sorted(fields), batch_size=500)
    model._default_manager.bulk_create(new, batch_size=2000)
    return Loaded(len(new), len(changed))


def _key_of(row: models.Model, key: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in key)


def _optional(read: Callable[[str], Any], text: str) -> Any:
    return read(text) if text else None


def _days(row: Row) -> Values:
    return {
        "valid_from": _optional(date.fromisoformat, row["valid_from"]),
        "valid_to": _optional(date.fromisoformat, row["valid_to"]),
    }


def _named(row: Row) -> Values:
    return {
        "code": row["code"],
        "name": row["name"],
        "kind": row["kind"],
        "folded": fold(row["name"]),
        "sort_key": sort_key(row["name"]),
        **_days(row),
    }


def _province(row: Row) -> Values:
    return {**_named(row), "full_name": row["full_name"], "slug": row["slug"]}


def _commune(row: Row, provinces: dict[str, int]) -> Values:
    district = row.get("district", "")
    area = row.get("area_km2", "")
    return {
        **_named(row),
        "district": district,
        "district_folded": bare(district),
        "province_id": provinces[row["province_code"]],
        "lat": _optional(float, row.get("lat", "")),
        "lon": _optional(float, row.get("lon", "")),
        "area_km2": Decimal(area).quantize(Decimal("0.01")) if area else None,
    }


def _steps(former: list[Row], began: dict[Moment, int], ended: dict[Moment, int]) -> list[Values]:
    """Which commune began on the ground of each one that ended, on that same day."""
    steps = []
    for row in former:
        day = date.fromisoformat(row["valid_to"])
        old, new = ended[row["code"], day], began[row["new_code"], day]
        steps.append({"old_id": old, "new_id": new, "share": row["share"]})
    return steps


def _hardship(row: Row, communes: dict[str, int]) -> Values:
    return {"commune_id": communes[row["commune_code"]], "source": row["source"], **_days(row)}
