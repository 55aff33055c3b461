"""The buyers and cooperatives a recall reaches are written down, in the recall's transaction.

By statements that take thousands of rows at once: a list must stand in seconds, and letters are
written one by one afterwards.
"""

from __future__ import annotations

from collections.abc import Collection

from django.db import connection

from catalog.recalling import forward
from catalog.recalling.models import RecallTask
from catalog.traceability.models import Recall
from marketplace.records import clock

_FOUND = f"CREATE TEMP TABLE recall_found ON COMMIT DROP AS {forward.FOUND}"
# The buyer's newest order says by which name and in which language to write.
_NOTICES = """
    INSERT INTO catalog_recallnotice
        (recall_id, phone, email, name, language, token, written_at, reminders, answer, wants_money)
    SELECT DISTINCT ON (found.phone, found.email) %(recall)s, found.phone, found.email,
        placement.name, placement.language, replace(gen_random_uuid()::text, '-', ''), %(now)s, 0,
        '', false
    FROM recall_found found JOIN catalog_placement placement USING (order_id)
    ORDER BY found.phone, found.email, placement.placed_at DESC, order_id DESC
    ON CONFLICT (recall_id, phone, email) DO NOTHING
"""
_LINES = """
    INSERT INTO catalog_recalledline (recall_id, line_id, notice_id, units)
    SELECT %(recall)s, found.line_id, notice.id, found.units FROM recall_found found
    JOIN catalog_recallnotice notice ON notice.recall_id = %(recall)s
        AND notice.phone = found.phone AND notice.email = found.email
    ON CONFLICT (recall_id, line_id) DO UPDATE
        SET units = catalog_recalledline.units + excluded.units
"""
_STEPS = (
    _FOUND,
    "ANALYZE recall_found",
    _NOTICES,
    _LINES,
    "DROP TABLE recall_found",
)


def write_down(recall: Recall, lots: Collection[int]) -> None:
    """Write a letter to every buyer of these lots, its lines, and a task for every cooperative.

    A buyer who has one of this recall already gets no second: new lines are added to it.
    """
    now = clock.now()
    facts = forward.facts(lots) | {"recall": recall.pk, "now": now}
    with connection.cursor() as cursor:
        for step in _STEPS:
            cursor.execute(step, facts)
    RecallTask.objects.bulk_create(
        (
            RecallTask(recall=recall, cooperative=seller, written_at=now)
            for seller in forward.cooperatives(lots).order_by("pk")
        ),
        ignore_conflicts=True,
    )
