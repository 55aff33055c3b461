"""Buyers and cooperatives say what became of the goods."""

from __future__ import annotations

from django.db import transaction

from catalog.recalling import queries
from catalog.recalling.models import RecallNotice, RecallTask
from marketplace.people.models import User
from marketplace.records import audit, clock


class NotRunning(Exception):
    """The recall is over, or was a drill: nothing is asked any more."""


class TooMuch(ValueError):
    """More is said to be destroyed or locked away than there could be; the argument is grams."""


@transaction.atomic
def answer(token: str, *, what: str, wants_money: bool) -> RecallNotice:
    """Note what a buyer says became of the goods; who has thrown them away later says so again.

    ``RecallNotice.DoesNotExist`` for a token nobody got, ``ValueError`` for a word that is none.
    """
    notice = RecallNotice.objects.select_for_update(of=("self",)).select_related("recall")
    found = notice.get(token=token, recall__is_drill=False)
    before = {"answer": found.answer, "wants_money": found.wants_money}
    told = str(RecallNotice.Answer(what))
    after = {"answer": told, "wants_money": wants_money}
    if before == after:
        return found
    found.answer, found.wants_money = told, wants_money
    found.answered_at = clock.now()
    found.save(update_fields=["answer", "wants_money", "answered_at"])
    audit.record(None, found, "recall.answered", before=before, after=after)
    return found


@transaction.atomic
def clear(task_id: int, *, destroyed_g: int, kept_g: int, note: str = "", by: User) -> RecallTask:
    """Note what a cooperative took out of its store; told again, the newer amounts count.

    ``NotRunning`` when the recall is closed, ``TooMuch`` when the lots never weighed so much.
    """
    task = RecallTask.objects.select_for_update(of=("self",)).select_related("recall")
    found = task.get(pk=task_id)
    if found.recall.state != found.recall.State.OPEN or found.recall.is_drill:
        raise NotRunning(found.recall.number)
    most = queries.harvested_g(found)
    if not 0 <= destroyed_g + kept_g <= most or min(destroyed_g, kept_g) < 0:
        raise TooMuch(most)
    before = {"destroyed_g": found.destroyed_g, "kept_g": found.kept_g}
    found.destroyed_g, found.kept_g, found.note = destroyed_g, kept_g, note.strip()
    found.done_at, found.done_by = clock.now(), by
    found.save(update_fields=["destroyed_g", "kept_g", "note", "done_at", "done_by"])
    after = {"destroyed_g": destroyed_g, "kept_g": kept_g}
    audit.record(by, found, "recall.cleared", before=before, after=after)
    return found
