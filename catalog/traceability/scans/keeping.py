"""Scans that wait become rows: each phone, code and hour one row, however often it was noted."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress

from django.db import connection, transaction

from catalog.traceability.models import Box, Lot, Scan, ScanTally
from catalog.traceability.scans import buffer
from catalog.traceability.scans.noting import BOX, LOT, UNKNOWN, Entry

BATCH = 5_000
_ONE_AT_A_TIME = "SELECT pg_try_advisory_xact_lock(hashtext('traceability.scans'))"


def flush(batches: int = 20) -> int:
    """Write down what waits, some batches at most, and say how much was taken off the list."""
    taken = 0
    with suppress(buffer.Away):
        for _ in range(batches):
            count = _batch()
            taken += count
            if count < BATCH:
                break
    return taken


@transaction.atomic
def _batch() -> int:
    """Write one batch; of two workers the second finds nothing to do.

    The list is shortened before the commit: a worker that dies in between loses some seconds of
    counting, which is allowed, and writes nothing twice.
    """
    with connection.cursor() as cursor:
        cursor.execute(_ONE_AT_A_TIME)
        if not cursor.fetchone()[0]:
            return 0
    lines = buffer.first(BATCH)
    entries = [entry for line in lines if (entry := _read(line)) is not None]
    if entries:
        _write(entries)
    if lines:
        buffer.drop(len(lines))
    return len(lines)


def _read(line: str) -> Entry | None:
    """An entry; nothing for a line an older or newer release wrote in another way."""
    try:
        return Entry.read(line)
    except ValueError:
        return None


def _write(entries: list[Entry]) -> None:
    """The rows of some entries, and the mark that their codes have to be looked at."""
    boxes = _lots_of_boxes({int(entry.key) for entry in entries if entry.kind == BOX})
    lots = _known_lots({int(entry.key) for entry in entries if entry.kind == LOT})
    scans = [scan for entry in entries if (scan := _scan(entry, boxes, lots)) is not None]
    Scan.objects.bulk_create(scans, ignore_conflicts=True)
    for field, keys in (("box", boxes), ("lot", lots)):
        ScanTally.objects.bulk_create(
            (ScanTally(**{f"{field}_id": key}, waits=True) for key in sorted(keys)),
            update_conflicts=True,
            unique_fields=[field],
            update_fields=["waits"],
        )


def _scan(entry: Entry, boxes: dict[int, int], lots: set[int]) -> Scan | None:
    """One row, unless the code has gone meanwhile."""
    scan = Scan(
        hour=dt.datetime.fromtimestamp(entry.hour * 3600, dt.UTC),
        province_code=entry.province_code,
        visitor=entry.visitor,
    )
    if entry.kind == UNKNOWN:
        scan.unknown = entry.key
        return scan
    key = int(entry.key)
    if entry.kind == BOX and key in boxes:
        scan.box_id, scan.lot_id = key, boxes[key]
        return scan
    if entry.kind == LOT and key in lots:
        scan.lot_id = key
        return scan
    return None


def _lots_of_boxes(keys: set[int]) -> dict[int, int]:
    """The lot of each box that is there."""
    return dict(Box.objects.filter(pk__in=keys).values_list("pk", "lot_id"))


def _known_lots(keys: set[int]) -> set[int]:
    """The lots that are there."""
    return set(Lot.objects.filter(pk__in=keys).values_list("pk", flat=True))
