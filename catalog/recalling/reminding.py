"""Who has not answered a recall is reminded after a day, and once more after three."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F

from catalog.recalling import queries
from catalog.recalling.models import RecallNotice
from marketplace.records import clock, outbox

MOST_AT_ONCE = 5_000


def remind_due() -> int:
    """Remind everybody whose time has come; how many. Safe to run twice."""
    now = clock.now()
    done = 0
    for times in reversed(range(len(queries.REMIND_AFTER))):
        keys = list(queries.due(now, times).values_list("pk", flat=True)[:MOST_AT_ONCE])
        done += _remind(keys, times)
    return done


@transaction.atomic
def _remind(keys: list[int], times: int) -> int:
    """Count the reminder of each letter that still had ``times``, and post it."""
    still = RecallNotice.objects.select_for_update().filter(
        pk__in=keys, reminders=times, answered_at=None
    )
    found = list(still.order_by("pk").values_list("pk", flat=True))
    RecallNotice.objects.filter(pk__in=found).update(reminders=F("reminders") + 1)
    nth = times + 1
    outbox.post_all("recall.reminder", {f"{pk}-{nth}": {"notice": pk, "nth": nth} for pk in found})
    return len(found)
