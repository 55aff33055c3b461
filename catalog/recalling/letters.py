"""Letters of recalls: to every buyer once, again to who is silent, and to cooperatives.

In a drill each letter is written as it would be, so that the clock is honest, and none is sent.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils import translation

from catalog.cooperatives import letters as cooperatives
from catalog.recalling import forward, moving, queries, wording
from catalog.recalling.models import RecallNotice, RecallTask
from catalog.traceability.models import Recall
from marketplace.design import navigation
from marketplace.records import clock, letters, outbox


@outbox.handles("recall.spread")
def spread(payload: dict[str, Any]) -> None:
    """Post a letter for every buyer and cooperative that has none, and move what is unpacked."""
    recall = Recall.objects.get(pk=payload["recall"])
    notices = RecallNotice.objects.filter(recall=recall, sent_at=None)
    outbox.post_all(
        "recall.notice", {str(pk): {"notice": pk} for pk in notices.values_list("pk", flat=True)}
    )
    if recall.is_drill:
        return
    tasks = RecallTask.objects.filter(recall=recall).values_list("pk", flat=True)
    outbox.post_all("recall.task", {str(pk): {"task": pk} for pk in tasks})
    lots = list(recall.lots.values_list("lot_id", flat=True))
    orders = forward.unpacked(lots).values_list("order_line__order_id", flat=True).distinct()
    moves = {f"{recall.number}-{pk}": {"order": pk} for pk in orders}
    outbox.post_all("recall.unpacked", moves)


@outbox.handles("recall.notice")
def notice(payload: dict[str, Any]) -> None:
    """Tell a buyer what is called back, why, and what to do."""
    found = _notice(payload["notice"])
    if found.recall.is_drill:
        wording.shown(found)
    else:
        _write(found, "recall_notice", f"recall-{found.pk}")
    if found.sent_at is None:
        RecallNotice.objects.filter(pk=found.pk, sent_at=None).update(sent_at=clock.now())


@outbox.handles("recall.reminder")
def reminder(payload: dict[str, Any]) -> None:
    """Ask a buyer once more who has not answered; not when that was done or the recall is over."""
    found = _notice(payload["notice"])
    if found.answered_at is None and found.recall.state == Recall.State.OPEN:
        _write(found, "recall_reminder", f"recall-{found.pk}-{payload['nth']}")


@outbox.handles("recall.task")
def task(payload: dict[str, Any]) -> None:
    """Tell a cooperative's owners what has to leave their store."""
    found = RecallTask.objects.select_related("recall", "cooperative").get(pk=payload["task"])
    lots = queries.store(found)
    path = f"/sell/recalls/{found.recall.number}/"
    facts = {
        "recall": wording.of_recall(found.recall, settings.LANGUAGE_CODE),
        "codes": [lot.code for lot in lots[:20]],
        "more": max(0, len(lots) - 20),
        "url": f"{settings.PUBLIC_URL}{navigation.path(path, settings.LANGUAGE_CODE)}",
    }
    key = f"recall-task-{found.pk}"
    cooperatives.to_owners(found.cooperative, "recall_task", facts, key=key)


@outbox.handles("recall.unpacked")
def unpacked(payload: dict[str, Any]) -> None:
    """Give an order that nobody has packed goods of other lots."""
    moving.move(payload["order"])


def _notice(key: int) -> RecallNotice:
    """A letter with its recall and lines."""
    found = RecallNotice.objects.select_related("recall")
    return queries.with_lines(found).get(pk=key)


def _write(found: RecallNotice, template: str, key: str) -> None:
    """Hand a letter to a carrier, in the buyer's language."""
    with translation.override(found.language):
        facts = wording.letter(found)
    letters.send(found.address, template, facts, lang=found.language, key=key)
