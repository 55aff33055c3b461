"""The buyers and cooperatives a recall reaches are written down, in the recall's transaction.

By statements that take thousands of rows at once: a list must stand in seconds, and letters are
written one by one afterwards.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import connection

from catalog.recalling import forward
from catalog.recalling.models import RecallTask
from catalog.traceability.models import Recall
from marketplace.records import clock

# One row for a line however many of its lots are recalled; the newest order says who the buyer is.
_FOUND = """
    WITH found AS (
        SELECT part_line.line_id, sum(packed.quantity) AS units, part.order_id
        FROM catalog_packedlot packed
        JOIN catalog_sellerorderline part_line ON part_line.line_id = packed.line_id
        JOIN catalog_sellerorder part ON part.id = part_line.seller_order_id
        WHERE packed.lot_id = ANY(%(lots)s) AND part.state = ANY(%(states)s)
        GROUP BY part_line.line_id, part.order_id
    ), told AS (
        SELECT found.*, placement.phone, lower(placement.email) AS email, placement.name,
            placement.language, placement.placed_at
        FROM found JOIN catalog_placement placement ON placement.order_id = found.order_id
    )
"""
_NOTICES = (
    _FOUND  # noqa: S608 -- two constants
    + """
    INSERT INTO catalog_recallnotice
        (recall_id, phone, email, name, language, token, written_at, reminders, answer, wants_money)
    SELECT DISTINCT ON (phone, email) %(recall)s, phone, email, name, language,
        replace(gen_random_uuid()::text, '-', ''), %(now)s, 0, '', false
    FROM told ORDER BY phone, email, placed_at DESC, line_id DESC
    ON CONFLICT (recall_id, phone, email) DO NOTHING
"""
)
_LINES = (
    _FOUND  # noqa: S608 -- two constants
    + """
    INSERT INTO catalog_recalledline (recall_id, line_id, notice_id, units)
    SELECT %(recall)s, told.line_id, notice.id, told.units FROM told
    JOIN catalog_recallnotice notice ON notice.recall_id = %(recall)s
        AND notice.phone = told.phone AND notice.email = told.email
    ON CONFLICT (recall_id, line_id) DO UPDATE
        SET units = catalog_recalledline.units + excluded.units
"""
)


def write_down(recall: Recall, lots: Collection[int]) -> None:
    """Write a letter to every buyer of these lots, its lines, and a task for every cooperative.

    A buyer who has one of this recall already gets no second: new lines are added to it.
    """
    now = clock.now()
    facts: dict[str, Any] = {
        "lots": list(lots),
        "states": [str(state) for state in forward.SOLD],
        "recall": recall.pk,
        "now": now,
    }
    with connection.cursor() as cursor:
        cursor.execute(_NOTICES, facts)
        cursor.execute(_LINES, facts)
    RecallTask.objects.bulk_create(
        (
            RecallTask(recall=recall, cooperative=seller, written_at=now)
            for seller in forward.cooperatives(lots).order_by("pk")
        ),
        ignore_conflicts=True,
    )
