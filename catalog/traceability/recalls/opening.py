"""A recall is prepared, opened by one act, and closed with what came of it.

Locks: the recall, what the shop asks to lock before, the lots by key. A lot made of these at the
same moment waits for its sources, finds them recalled and is refused; one made a moment before is
found when the lots are looked for once more under the lock.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import Max

from catalog.traceability.epcis import publishing
from catalog.traceability.lots import locking
from catalog.traceability.models import Event, Facility, Lot, Recall, RecallLot
from catalog.traceability.recalls import ReasonMissing, scopes, signals
from marketplace.people.models import User
from marketplace.records import audit, clock

_NUMBERS = 0x7265636C  # "recl": the advisory lock under which numbers are given
State = Recall.State


class UnknownLots(ValueError):
    """Codes nobody issued; the argument is the list of them."""


class NothingFound(Exception):
    """No lot fits what the recall is about: there is nothing to call back."""


class MoveRefused(Exception):
    """The recall stands where this cannot be done."""


@dataclass(frozen=True, slots=True)
class Words:
    """What people are told, and the lab report behind it."""

    reason: str
    grade: int = Recall.Grade.HARM
    remedy: str = Recall.Remedy.DESTROY
    reason_en: str = ""
    contact: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """What a recall is about: codes of lots, or an input or a house with its days."""

    codes: Sequence[str] = ()
    input_name: str = ""
    facility: Facility | None = None
    days: tuple[dt.date, dt.date] | None = None

    @property
    def scope(self) -> Recall.Scope:
        """Which kind it is."""
        if self.input_name:
            return Recall.Scope.INPUT
        return Recall.Scope.FACILITY if self.facility else Recall.Scope.LOTS


@transaction.atomic
def begin(about: About, words: Words, *, by: User | None, is_drill: bool = False) -> Recall:
    """Prepare a recall: it gets its number, and the clock begins to run. Nothing is stopped yet.

    Refused with ``ReasonMissing``, ``UnknownLots`` and ``NothingFound``.
    """
    if not words.reason.strip():
        raise ReasonMissing
    named = _named(about.codes)
    begun = clock.now()
    year, serial = _next_number(is_drill)
    days = about.days or (None, None)
    recall = Recall.objects.create(
        number=f"{'DT' if is_drill else 'TH'}-{year}-{serial:04}",
        year=year,
        serial=serial,
        is_drill=is_drill,
        scope=about.scope,
        input_name=about.input_name,
        facility=about.facility,
        days_from=days[0],
        days_to=days[1],
        grade=words.grade,
        reason=words.reason.strip(),
        reason_en=words.reason_en.strip(),
        remedy=words.remedy,
        contact=words.contact,
        document=words.document,
        begun_at=begun,
        by=by,
    )
    _add(recall, dict.fromkeys(named, RecallLot.How.NAMED))
    found = scopes.reached(recall)
    if not found:
        raise NothingFound
    recall.listed_at = clock.now()
    recall.save(update_fields=["listed_at"])
    audit.record(by, recall, "recall.begun", after=_told(recall, found))
    return recall


@transaction.atomic
def start(recall_id: int, *, by: User | None) -> Recall:
    """The act: sale of every lot is stopped, its pages say so, and its buyers are written to.

    In a drill everything is found and written down, and nothing changes for anybody. Refused with
    ``MoveRefused``, as for the second of two who press at once, and ``NothingFound``.
    """
    recall = _locked(recall_id, State.OPEN)
    before, recall.state = recall.state, State.OPEN
    recall.opened_at = clock.now()
    recall.save(update_fields=["state", "opened_at"])
    found = _call_back(recall, by)
    if not found:
        raise NothingFound
    told = _told(recall, found)
    audit.record(by, recall, "recall.opened", before={"state": before}, after=told)
    return recall


@transaction.atomic
def look_again(recall_id: int, *, by: User) -> int:
    """Look for lots that a diary or an event told of later; how many were added to a running one.

    ``MoveRefused`` when it does not run.
    """
    recall = Recall.objects.select_for_update().get(pk=recall_id)
    if recall.state != State.OPEN:
        raise MoveRefused(recall.state)
    listed = set(recall.lots.values_list("lot_id", flat=True))
    more = _call_back(recall, by, listed)
    if more:
        audit.record(by, recall, "recall.widened", after=_told(recall, more))
    return len(more)


@transaction.atomic
def drop(recall_id: int, *, by: User) -> Recall:
    """Drop what was prepared and is not needed; ``MoveRefused`` once it runs."""
    recall = _locked(recall_id, State.DROPPED)
    recall.state = State.DROPPED
    recall.save(update_fields=["state"])
    audit.record(by, recall, "recall.dropped", after={"number": recall.number})
    return recall


@transaction.atomic
def close(recall_id: int, *, result: str, by: User) -> Recall:
    """Close a recall with what came of it; its lots stay recalled. ``MoveRefused``."""
    if not result.strip():
        raise ReasonMissing
    recall = _locked(recall_id, State.CLOSED)
    recall.state, recall.closed_at = State.CLOSED, clock.now()
    recall.result = result.strip()
    recall.save(update_fields=["state", "closed_at", "result"])
    audit.record(by, recall, "recall.closed", after={"result": recall.result})
    return recall


@transaction.atomic
def one_lot(lot_id: int, *, reason: str, by: User | None) -> Lot:
    """Call one lot back in one step; one that is called back already stays as it is."""
    if not reason.strip():
        raise ReasonMissing
    lot = Lot.objects.get(pk=lot_id)
    if not lot.can_become(Lot.State.RECALLED):
        return lot
    recall = begin(About(codes=[lot.code]), Words(reason), by=by)
    start(recall.pk, by=by)
    lot.refresh_from_db()
    return lot


def _call_back(recall: Recall, by: User | None, listed: Collection[int] = ()) -> dict[int, str]:
    """Recall the lots that are not ``listed`` yet, and say which they are; a drill locks none."""
    found, lots = scopes.reached(recall), dict[int, Lot]()
    while not recall.is_drill and (missing := sorted(found.keys() - lots.keys())):
        signals.about_to_lock.send(Recall, lots=missing)
        lots |= locking.whole(missing)
        found = scopes.reached(recall)
    return _mark(recall, {pk: how for pk, how in found.items() if pk not in listed}, lots, by)


def _mark(
    recall: Recall, new: dict[int, str], lots: Mapping[int, Lot], by: User | None
) -> dict[int, str]:
    """Write new lots into the list, move them unless it is a drill, and tell the shop."""
    if not new:
        return new
    _add(recall, {pk: how for pk, how in new.items() if how != RecallLot.How.NAMED})
    if not recall.is_drill:
        _stop([lots[pk] for pk in sorted(new)], recall, by)
    signals.called_back.send(Recall, recall=recall, lots=sorted(new))
    return new


def _stop(lots: Sequence[Lot], recall: Recall, by: User | None) -> None:
    """Move locked lots, with an event of each; those of an earlier recall stay as they are."""
    moving = [lot for lot in lots if lot.can_become(Lot.State.RECALLED)]
    keys = [lot.pk for lot in moving]
    Lot.objects.filter(pk__in=keys).update(
        state=Lot.State.RECALLED, recall_reason=recall.reason, hold_reason=""
    )
    now = clock.now()
    told = {"reason": recall.reason, "recall": recall.number}
    events = Event.objects.bulk_create(
        Event(
            lot=lot,
            kind=Event.Kind.RECALL,
            at=now,
            recorded_at=now,
            data=told,
            by_name=str(getattr(by, "display_name", "") or ""),
        )
        for lot in moving
    )
    publishing.publish_all(events)
    for lot in moving:
        audit.record(by, lot, "lot.recalled", after=told)


def _named(codes: Sequence[str]) -> list[int]:
    """The lots of these codes, or ``UnknownLots`` with those nobody issued."""
    wanted = list(dict.fromkeys(codes))
    known = dict(Lot.objects.filter(code__in=wanted).values_list("code", "pk"))
    unknown = [code for code in wanted if code not in known]
    if unknown:
        raise UnknownLots(unknown)
    return sorted(known.values())


def _add(recall: Recall, lots: Mapping[int, str]) -> None:
    """Write lots into the recall's list."""
    now = clock.now()
    RecallLot.objects.bulk_create(
        RecallLot(recall=recall, lot_id=pk, how=how, at=now) for pk, how in lots.items()
    )


def _locked(recall_id: int, state: str) -> Recall:
    """The recall, locked, if it may move to ``state``."""
    recall = Recall.objects.select_for_update().get(pk=recall_id)
    if not recall.can_become(state):
        raise MoveRefused(recall.state)
    return recall


def _told(recall: Recall, lots: Mapping[int, str]) -> dict[str, object]:
    """What the audit trail keeps."""
    return {
        "number": recall.number,
        "drill": recall.is_drill,
        "scope": recall.scope,
        "reason": recall.reason,
        "lots": len(lots),
    }


def _next_number(is_drill: bool) -> tuple[int, int]:
    """This year and its next number, without gaps: others wait until this one is written."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_NUMBERS])
    year = clock.local_day().year
    known = Recall.objects.filter(year=year, is_drill=is_drill)
    return year, (known.aggregate(last=Max("serial"))["last"] or 0) + 1
