"""The sentences about lots, boxes and events hold, and notice when they do not."""

import pytest
from django.db import connection

from catalog.traceability import recalls
from catalog.traceability.lots import packing, shipping
from catalog.traceability.models import Box, Lot
from marketplace.records import invariants

pytestmark = pytest.mark.django_db

OURS = {
    "lot_packed_weight_adds_up",
    "lot_begins_as_its_kind_says",
    "box_is_packed_after_harvest",
    "packing_made_its_boxes",
    "void_boxes_were_unpacked_by_events",
    "recalled_lot_says_when",
}


def broken():
    return {finding.name for finding in invariants.check() if finding.count} & OURS


def test_a_day_of_work_breaks_nothing(lot, item):
    for reference in ("SO-1", "SO-2", "SO-3"):
        packing.pack(lot.pk, item.key, units=2, reference=reference, by=None)
    packing.unpack("SO-3", by=None)
    shipping.ship("SO-1", by=None)
    recalls.recall(lot.pk, reason="Thuốc còn tồn dư", by=None)

    assert set(invariants.REGISTRY) >= OURS
    assert broken() == set()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("UPDATE traceability_lot SET packed_g = 1", "lot_packed_weight_adds_up"),
        ("UPDATE traceability_lot SET harvested_on = '2026-08-11'", "lot_begins_as_its_kind_says"),
        (
            "UPDATE traceability_lot SET harvested_on = '2026-08-15', opened_on = '2026-08-15'",
            "box_is_packed_after_harvest",
        ),
        (
            "UPDATE traceability_lot SET state = 'recalled', recall_reason = 'x'",
            "recalled_lot_says_when",
        ),
        ("UPDATE traceability_box SET state = 'void'", "void_boxes_were_unpacked_by_events"),
    ],
)
def test_what_was_bent_by_hand_is_noticed(lot, item, words, name):
    packing.pack(lot.pk, item.key, units=1, by=None)

    with connection.cursor() as cursor:
        cursor.execute(words)

    assert name in broken()


def test_a_sticker_nobody_packed_is_noticed(lot, item):
    Box.objects.create(code="K7Q2M9X4T8BD", lot=lot, item=item, packing=lot.events.get())

    assert broken() == {"packing_made_its_boxes"}
    assert Lot.objects.get().packed_g == 0
