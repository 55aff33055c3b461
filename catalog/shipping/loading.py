"""Writing zones, lanes and dated prices from files; running it again changes nothing."""

import csv
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from django.db import transaction

from catalog.shipping.models import Lane, LaneRate, Zone, ZoneProvince
from marketplace.records import versions

FOLDER = Path(__file__).parent / "data"


@transaction.atomic
def load(folder: Path = FOLDER) -> int:
    """Bring the tables to what the three files say and answer how many prices they hold."""
    zones = {row["code"]: _zone(row) for row in _rows(folder / "zones.csv")}
    lanes = {row["code"]: _lane(row) for row in _rows(folder / "lanes.csv")}
    rates = [
        LaneRate(
            lane=lanes[row["lane"]],
            zone=zones[row["zone"]],
            up_to_g=int(row["up_to_g"]),
            price=int(row["price"]),
            days_min=int(row["days_min"]),
            days_max=int(row["days_max"]),
            valid_from=dt.date.fromisoformat(row["valid_from"]),
            valid_to=dt.date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
            source=row["source"],
        )
        for row in _rows(folder / "rates.csv")
    ]
    LaneRate.objects.bulk_create(
        rates,
        update_conflicts=True,
        unique_fields=["lane", "zone", "up_to_g", "valid_from"],
        update_fields=["price", "days_min", "days_max", "valid_to", "source"],
    )
    versions.forget()
    return len(rates)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    """The lines of a file by the names in its first line."""
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _zone(row: dict[str, str]) -> Zone:
    """The zone and its provinces; a province belongs to the zone that names it last."""
    names = {"name_vi": row["name_vi"], "name_en": row["name_en"]}
    zone, _created = Zone.objects.update_or_create(code=row["code"], defaults=names)
    for code in row["provinces"].split():
        ZoneProvince.objects.update_or_create(province_code=code, defaults={"zone": zone})
    return zone


def _lane(row: dict[str, str]) -> Lane:
    """The lane as the file describes it."""
    facts = {
        "name_vi": row["name_vi"],
        "name_en": row["name_en"],
        "is_cool": row["is_cool"] == "1",
        "position": int(row["position"]),
    }
    lane, _created = Lane.objects.update_or_create(code=row["code"], defaults=facts)
    return lane
