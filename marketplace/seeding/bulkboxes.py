"""Boxes with codes by the million for benchmarks, in lots of their own of the bulk's sellers.

Written past the verbs, but such as they would leave them: every invariant holds, a test says so.
The codes go in by COPY, the fastest way there is: a million take about a minute.
"""

from __future__ import annotations

import base64
import re
import secrets
from collections.abc import Iterator

from django.db import connection, transaction
from django.db.models import F

from catalog.listings.models import Pack
from catalog.traceability.codes import serials
from catalog.traceability.models import Box, Event, Lot, TradeItem
from marketplace.records import clock

UNITS = 1_000  # boxes of a lot
LOTS = 50  # at once
MARK = "BENCHBOX-"
_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_OURS = str.maketrans(_PLAIN, serials.ALPHABET)
_COPY = """
COPY traceability_box (code, lot_id, item_id, net_weight_g, reference, packing_id, state)
FROM STDIN
"""


def bring_to(count: int) -> int:
    """Bring the number of bulk boxes to ``count``; answers how many were added."""
    there = Box.objects.filter(lot__code__startswith=MARK).count() if count else 0
    left = count - there
    if left <= 0:
        return 0
    packs = list(
        Pack.objects.filter(listing__slug__startswith="bench-")
        .select_related("item", "listing__cooperative", "listing__commune")
        .order_by("pk")[: 10 * LOTS]
    )
    first = Lot.objects.filter(code__startswith=MARK).count()
    sizes = [UNITS] * (left // UNITS) + ([left % UNITS] if left % UNITS else [])
    for start in range(0, len(sizes), LOTS):
        _write(sizes[start : start + LOTS], packs, first + start)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE traceability_box, traceability_lot, traceability_event")
    return left


def fresh_codes(count: int) -> Iterator[str]:
    """New box codes by the thousand: sixty random bits each, a letter among them."""
    while count:
        drawn = base64.b32encode(secrets.token_bytes(75 * 100)).decode().translate(_OURS)
        for code in re.findall(f".{{{serials.LENGTH}}}", drawn)[:count]:
            if not code.isdigit():
                count -= 1
                yield code


@transaction.atomic
def _write(sizes: list[int], packs: list[Pack], first: int) -> None:
    """Some lots of boxes with their harvests and packings."""
    now, today = clock.now(), clock.local_day()
    chosen = [packs[(first + number) % len(packs)] for number in range(len(sizes))]
    lots = Lot.objects.bulk_create(
        Lot(
            code=f"{MARK}{first + number}",
            party_id=pack.listing.cooperative.party_id,
            crop=_item(pack).name_vi[:100],
            commune_code=pack.listing.commune.code,
            harvested_on=today,
            opened_on=today,
            quantity_g=(_item(pack).net_weight_g or 1) * size,
        )
        for number, (pack, size) in enumerate(zip(chosen, sizes, strict=True))
    )
    events: list[Event] = []
    for lot, pack, size in zip(lots, chosen, sizes, strict=True):
        at = {"lot": lot, "at": now, "recorded_at": now, "commune_code": lot.commune_code}
        day = {"day": today.isoformat()}
        events.append(Event(kind="harvest", quantity=lot.quantity_g, unit="g", data=day, **at))
        packed = {"item": _item(pack).key, "net_weight_g": _item(pack).net_weight_g}
        events.append(Event(kind="packing", quantity=size, unit="box", data=packed, **at))
    packings = Event.objects.bulk_create(events)[1::2]
    with connection.cursor() as cursor, cursor.copy(_COPY) as copy:
        for lot, pack, packing in zip(lots, chosen, packings, strict=True):
            item = _item(pack)
            for code in fresh_codes(packing.quantity or 0):
                facts = (code, lot.pk, item.pk, item.net_weight_g, "", packing.pk, "packed")
                copy.write_row(facts)
    Lot.objects.filter(pk__in=[lot.pk for lot in lots]).update(packed_g=F("quantity_g"))


def _item(pack: Pack) -> TradeItem:
    """What a pack is in the log."""
    assert pack.item is not None
    return pack.item
