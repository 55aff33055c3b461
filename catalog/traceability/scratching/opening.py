"""Somebody scratched the field and enters the digits: the first time counts for ever.

Everything about one box happens under a lock on its row: of two first entries at once one is the
first, and of fifty wrong ones at once five are looked at. The count and the answer are written in
one transaction, so whoever learns that digits are wrong has paid a try for it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db import transaction

from catalog.traceability.models import Alert, Box, ScratchCode
from catalog.traceability.scans import alerting
from catalog.traceability.scratching import digits
from marketplace.records import audit, clock

NO_LABEL = (Box.State.VOID, Box.State.LOST)


class NoScratchCode(LookupError):
    """The box has no digits, or its label counts no more."""


class TriedTooOften(Exception):
    """Five entries of this day were wrong; tomorrow there are five more."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What came of an entry: the first right one, a later one with the first, or a wrong one."""

    is_right: bool
    is_first: bool = False
    opened_at: dt.datetime | None = None
    opened_in: str = ""
    left: int = ScratchCode.TRIES_A_DAY


def has_code(box: Box) -> bool:
    """Whether there are digits to be entered for a box; asks nothing when it came with them."""
    found: ScratchCode | None = getattr(box, "scratch", None)
    return found is not None and found.given_at is not None and box.state not in NO_LABEL


@transaction.atomic
def enter(box_id: int, typed: str, *, place: str) -> Entry:
    """Compare digits with those of a box; the first right ones bind the time and the province.

    ``NoScratchCode`` and, after five wrong ones of a day, ``TriedTooOften``: then not even right
    digits are looked at.
    """
    code = (
        ScratchCode.objects.select_for_update(no_key=True, of=("self",))
        .select_related("box")
        .filter(box=box_id, given_at__isnull=False)
        .exclude(box__state__in=NO_LABEL)
        .first()
    )
    if code is None:
        raise NoScratchCode(box_id)
    if not code.tries_left():
        raise TriedTooOften(box_id)
    if not digits.fit(typed, bytes(code.salt or b""), bytes(code.digest or b""), code.cost):
        return _wrong(code)
    return _first(code, place) if code.opened_at is None else _again(code, place)


def _wrong(code: ScratchCode) -> Entry:
    """Count a try of this day."""
    today = clock.local_day()
    code.tries = code.tries + 1 if code.tried_on == today else 1
    code.tried_on = today
    code.save(update_fields=["tries", "tried_on"])
    return Entry(is_right=False, left=code.tries_left())


def _first(code: ScratchCode, place: str) -> Entry:
    """Bind the moment and the province."""
    code.opened_at, code.opened_in = clock.now(), place
    code.save(update_fields=["opened_at", "opened_in"])
    audit.record(None, code, "scratch.opened", after={"box": code.box.code, "province": place})
    return Entry(True, True, code.opened_at, place)


def _again(code: ScratchCode, place: str) -> Entry:
    """Say when it was first; on another day or elsewhere somebody else may hold the digits."""
    now, first = clock.now(), code.opened_at
    assert first is not None
    elsewhere = bool(place and code.opened_in) and place != code.opened_in
    if elsewhere or clock.local_day(first) != clock.local_day(now):
        code.again += 1
        code.save(update_fields=["again"])
        _alert(code, sorted({code.opened_in, place} - {""}), elsewhere=elsewhere)
    return Entry(True, False, first, code.opened_in, code.tries_left())


def _alert(code: ScratchCode, provinces: list[str], *, elsewhere: bool) -> None:
    """Raise it: once may be the buyer who looks again, three times is a copied label."""
    assert code.opened_at is not None
    entries = code.again + 1
    score = min(100, 30 + 10 * code.again + 10 * elsewhere)
    weight = alerting.Weight(score, entries, entries, provinces, code.opened_at, clock.now())
    about = alerting.About(box_id=code.box_id, lot_id=code.box.lot_id)
    alerting.raise_alert(about, Alert.Reason.OPENED_AGAIN, weight)
