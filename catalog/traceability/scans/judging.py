"""Codes with new scans are looked at, some hundred at a time: counted, and held to the rules."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial

from django.contrib.postgres.aggregates import ArrayAgg
from django.db import connection, transaction
from django.db.models import Count, Max, Min, Q, QuerySet
from django.db.models.functions import TruncDate

from catalog.traceability.models import Alert, Box, Lot, Scan, ScanTally
from catalog.traceability.scans import alerting, distances, records, rules
from catalog.traceability.scans.rules import Finding, Known, Limits, Seen
from marketplace.records import clock
from marketplace.records.rules import number

BATCH = 300
WINDOW = dt.timedelta(days=60)  # what is older raises nothing new
MOST_SEEN = 20_000  # scans of one code: a lot of thousands of boxes has many

Judged = Callable[[Sequence[Seen], Known, Limits], list[Finding]]
# What is on record, what is usual, and until when scans were called harmless by reason.
_Facts = tuple[Known, Limits, dict[str, dt.datetime]]
_LIMITS = {
    "phones_a_day": "scans.phones_a_day",
    "provinces": "scans.other_provinces",
    "kmh": "scans.kmh",
    "grace_days": "scans.expiry_grace_days",
    "phones_per_unit": "scans.phones_per_unit",
    "unknown_a_day": "scans.unknown_a_day",
    "same_unknown_a_day": "scans.same_unknown_a_day",
}
_COUNT = {
    field: f"""
    UPDATE traceability_scantally tally SET waits = false, scans = coalesce(counted.scans, 0),
        phones = coalesce(counted.phones, 0), provinces = coalesce(counted.provinces, 0)
    FROM unnest(%s::bigint[]) code
    LEFT JOIN LATERAL (
        SELECT count(*) AS scans, count(DISTINCT visitor) AS phones,
            count(DISTINCT province_code) FILTER (WHERE province_code <> '') AS provinces
        FROM traceability_scan WHERE {which}
    ) counted ON true
    WHERE tally.{field}_id = code
    """  # noqa: S608 -- our own words
    for field, which in (("box", "box_id = code"), ("lot", "lot_id = code AND box_id IS NULL"))
}


def limits() -> Limits:
    """What is usual today, as dated rules say."""
    return Limits(distances.between, **{name: number(key) for name, key in _LIMITS.items()})


def judge(batches: int = 20) -> int:
    """Look at the codes with new scans, some batches at most, and say at how many."""
    looked, usual = 0, limits()
    for _ in range(batches):
        count = _batch(usual)
        looked += count
        if count < BATCH:
            break
    return looked


@transaction.atomic
def judge_unknown() -> int:
    """Look at yesterday's and today's scans of codes nobody issued; how many alerts that makes."""
    usual = limits()
    since = clock.day_begins(clock.local_day() - clock.A_DAY)
    scans = Scan.objects.filter(lot__isnull=True, hour__gte=since)
    burst = partial(rules.unknown_burst, limits=usual)
    repeated = partial(rules.unknown_repeated, limits=usual)
    return _raise(scans, ("visitor", "unknown"), burst, Alert.Reason.UNKNOWN_BURST) + _raise(
        # What bears letters in place of a code is another code tomorrow, and no label.
        scans.filter(unknown__regex="[A-Z]"),
        ("unknown", "visitor"),
        repeated,
        Alert.Reason.UNKNOWN_REPEATED,
    )


@transaction.atomic
def _batch(usual: Limits) -> int:
    """Look at one batch; codes another worker looks at are left to it."""
    waiting = ScanTally.objects.filter(waits=True).select_for_update(skip_locked=True)
    tallies = list(waiting.order_by("pk")[:BATCH])
    _judge_boxes([tally.box_id for tally in tallies if tally.box_id], usual)
    for tally in tallies:
        if tally.lot_id:
            _judge_lot(tally.lot_id, usual)
    return len(tallies)


def _judge_boxes(keys: list[int], usual: Limits) -> None:
    """Count and judge some boxes."""
    boxes = list(Box.objects.select_related("lot__party").filter(pk__in=keys))
    known = records.of_boxes(boxes)
    scans: dict[int, list[Seen]] = defaultdict(list)
    rows = Scan.objects.filter(box__in=keys, hour__gte=clock.now() - WINDOW).order_by("hour")
    for key, hour, place, visitor in rows.values_list("box", "hour", "province_code", "visitor"):
        assert key is not None
        scans[key].append(Seen(hour, place, visitor))
    harmless = _harmless(Q(box__in=keys), "box")
    for box in boxes:
        about = alerting.About(box.pk, box.lot_id)
        _raise_all(about, rules.of_box, scans[box.pk], (known[box.pk], usual, harmless[box.pk]))
    _count("box", keys)


def _judge_lot(key: int, usual: Limits) -> None:
    """Count and judge a lot's own code."""
    lot = Lot.objects.select_related("party").annotate(units=Count("boxes")).get(pk=key)
    own = Scan.objects.filter(lot=key, box__isnull=True)
    rows = own.filter(hour__gte=clock.now() - WINDOW).order_by("-hour")[:MOST_SEEN]
    seen = [Seen(*row) for row in rows.values_list("hour", "province_code", "visitor")]
    harmless = _harmless(Q(lot=key, box__isnull=True), "lot")
    facts = (records.of_lot(lot, lot.units), usual, harmless[key])
    _raise_all(alerting.About(lot_id=key), rules.of_lot, seen, facts)
    _count("lot", [key])


def _raise_all(about: alerting.About, judged: Judged, seen: list[Seen], facts: _Facts) -> None:
    """Raise what the rules find in scans that nobody has called harmless."""
    known, usual, harmless = facts
    for until in {None, *harmless.values()}:
        fresh = [one for one in seen if until is None or one.hour > until]
        for finding in judged(fresh, known, usual):
            if harmless.get(finding.reason) == until:
                weight = alerting.Weight.of(finding)
                alerting.raise_alert(about, finding.reason, weight)


def _harmless(which: Q, field: str) -> dict[int, dict[str, dt.datetime]]:
    """Until when the scans of each code were called harmless, by reason."""
    found: dict[int, dict[str, dt.datetime]] = defaultdict(dict)
    rows = Alert.objects.filter(which, state=Alert.State.DISMISSED).order_by()
    for key, reason, until in rows.values_list(field, "reason").annotate(Max("decided_at")):
        found[key][reason] = until
    return found


def _count(field: str, keys: list[int]) -> None:
    """Write down what the scans of each code add up to, and that they were looked at."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNT[field], [keys])


def _raise(
    scans: QuerySet[Scan], fields: tuple[str, str], score: Callable[[int], int], reason: str
) -> int:
    """Raise an alert for each first field with many different second ones, day by day."""
    subject, counted = fields
    rows = (
        scans.order_by()
        .annotate(day=TruncDate("hour", tzinfo=clock.LOCAL))
        .values(subject, "day")
        .annotate(
            many=Count(counted, distinct=True),
            scans=Count("pk"),
            phones=Count("visitor", distinct=True),
            where=ArrayAgg("province_code", distinct=True),
            first=Min("hour"),
            last=Max("hour"),
        )
        .filter(many__gt=1)
    )
    raised = 0
    for row in rows:
        points = score(row["many"])
        if points and not _is_harmless(row[subject], reason, row["last"]):
            where = [code for code in row["where"] if code]
            counts = (row["scans"], row["phones"], where, row["first"], row["last"])
            about = alerting.About(subject=row[subject])
            alerting.raise_alert(about, reason, alerting.Weight(points, *counts))
            raised += 1
    return raised


def _is_harmless(subject: str, reason: str, last: dt.datetime) -> bool:
    """Whether somebody called it harmless after its last scan."""
    decided = Alert.objects.filter(subject=subject, reason=reason, state=Alert.State.DISMISSED)
    return decided.filter(decided_at__gte=last).exists()
