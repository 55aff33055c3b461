"""What is odd about the scans of one code: plain functions, each with a reason and a score.

A score says how sure we are that something is wrong, from 1 to 100; from `Alert.SURE` on the code's
own page says so too. A phone is known for one day only, so phones are counted per day.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from catalog.traceability.models import Alert
from marketplace.records import clock

Reason = Alert.Reason
Apart = Callable[[str, str], float | None]
_HOUR = dt.timedelta(hours=1)
# Whoever is anywhere three hours later may have flown, the box with them.
_BY_ROAD = dt.timedelta(hours=2)
_A_FEW = 3  # phones: one may be a mistake of a table of networks, two a family
_A_FAIR = 2  # days
# A carrier's network is said to be where its gateway is: one phone in twelve, we guess, is shown in
# another province than it is in. A place counts when three phones were there, and a part of all
# that is larger than such mistakes: more when two places are enough, less when it takes three.
_FIRM_PHONES, _SURE_PHONES = 3, 5
_HALF_SURE, _SOME = 4, 7  # a fourth, a seventh


@dataclass(frozen=True, slots=True)
class Seen:
    """One scan: in which hour, where as far as known, by which phone of that day."""

    hour: dt.datetime
    province_code: str
    visitor: str


@dataclass(frozen=True, slots=True)
class Known:
    """What is on record about a code: provinces it belongs in, and when things ended."""

    home: str = ""
    destination: str = ""
    is_sold: bool = False
    sent_at: dt.datetime | None = None
    best_before: dt.date | None = None
    cancelled_at: dt.datetime | None = None
    recalled_at: dt.datetime | None = None
    units: int = 1


@dataclass(frozen=True, slots=True)
class Limits:
    """What is still usual; ``apart`` tells the kilometres between two provinces, if known."""

    apart: Apart
    phones_a_day: int = 10
    provinces: int = 2
    kmh: int = 90
    grace_days: int = 30
    phones_per_unit: int = 3
    unknown_a_day: int = 20
    same_unknown_a_day: int = 5


@dataclass(frozen=True, slots=True)
class Finding:
    """Something odd, and the scans that show it."""

    reason: Reason
    score: int
    seen: tuple[Seen, ...]

    @property
    def phones(self) -> int:
        """How many phones, each counted once a day."""
        return phones(self.seen)

    @property
    def provinces(self) -> list[str]:
        """Where, as far as known."""
        return provinces(self.seen)


Rule = Callable[[Sequence[Seen], Known, Limits], Finding | None]


def of_box(seen: Sequence[Seen], known: Known, limits: Limits) -> list[Finding]:
    """Everything odd about the scans of one box."""
    return _found(BOX_RULES, seen, known, limits)


def of_lot(seen: Sequence[Seen], known: Known, limits: Limits) -> list[Finding]:
    """Everything odd about the scans of a lot's own code, which stands on many boxes."""
    return _found(LOT_RULES, seen, known, limits)


def many_phones(seen: Sequence[Seen], _known: Known, limits: Limits) -> Finding | None:
    """More phones in a day than people who stand around one box.

    A fair does that too, for a day or two in one place: three such days, or two places, do not.
    """
    crowded = [day for day in _by_day(seen).values() if phones(day) > limits.phones_a_day]
    if not crowded:
        return None
    shown = [one for day in crowded for one in day]
    worst = max(map(phones, crowded))
    score = 40 + min(15, worst - limits.phones_a_day)
    score += 20 * (len(crowded) > _A_FAIR) + 20 * (len(_firm(shown, _HALF_SURE)) > 1)
    return _finding(Reason.MANY_PHONES, score, shown)


def impossible_travel(seen: Sequence[Seen], _known: Known, limits: Limits) -> Finding | None:
    """In two provinces whose nearest communes lie farther apart than a car gets in the time.

    On one day it may be a link that somebody sent to friends, and a few phones may be misplaced;
    on two days, with five phones in each place, it is neither.
    """
    firm = _firm(seen, _HALF_SURE)
    placed = [one for one in seen if one.province_code in firm]
    shown = {one for pair in _too_fast(placed, limits) for one in pair}
    if not shown:
        return None
    fewest = min(phones(one for one in placed if one.province_code == place) for place in firm)
    is_sure = len(_by_day(shown)) > 1 and fewest >= _SURE_PHONES
    return _finding(Reason.TRAVEL, 70 if is_sure else 40, shown)


def scattered(seen: Sequence[Seen], known: Known, limits: Limits) -> Finding | None:
    """In more provinces than a box is carried to, its grower's and its buyer's not counted."""
    away = _firm(seen, _SOME) - {known.home, known.destination}
    shown = [one for one in seen if one.province_code in away]
    more = len(away) - limits.provinces
    return _finding(Reason.SCATTERED, 60 + 10 * more, shown) if more > 0 else None


def before_shipping(seen: Sequence[Seen], known: Known, _limits: Limits) -> Finding | None:
    """Sold here and seen elsewhere while it still stood at its grower's."""
    if not known.is_sold or not known.home:
        return None
    shown = [
        one
        for one in seen
        if one.province_code not in {"", known.home}
        and (known.sent_at is None or one.hour + _HOUR <= known.sent_at)
    ]
    return _finding(Reason.BEFORE_SHIPPING, 70, shown) if phones(shown) >= _A_FEW else None


def after_expiry(seen: Sequence[Seen], known: Known, limits: Limits) -> Finding | None:
    """Long after its best, by more than one or two who found an old box."""
    if known.best_before is None:
        return None
    last = known.best_before + dt.timedelta(days=limits.grace_days)
    shown = [one for one in seen if clock.local_day(one.hour) > last]
    score = 40 + 5 * phones(shown)
    return _finding(Reason.AFTER_EXPIRY, score, shown) if phones(shown) >= _A_FEW else None


def after_cancel(seen: Sequence[Seen], known: Known, _limits: Limits) -> Finding | None:
    """From the day after its label was cancelled: it should be gone."""
    shown = _later(seen, known.cancelled_at)
    score = 40 + 10 * phones(shown)
    return _finding(Reason.AFTER_CANCEL, score, shown) if shown else None


def after_recall(seen: Sequence[Seen], known: Known, _limits: Limits) -> Finding | None:
    """From the day after it was called back: it is still on somebody's table."""
    shown = _later(seen, known.recalled_at)
    return _finding(Reason.AFTER_RECALL, 50 + 5 * phones(shown), shown) if shown else None


def more_than_units(seen: Sequence[Seen], known: Known, limits: Limits) -> Finding | None:
    """A lot's code read by more phones than all its boxes together would meet."""
    usual = limits.phones_a_day + limits.phones_per_unit * known.units
    more = phones(seen) - usual
    return _finding(Reason.MORE_THAN_UNITS, 60 + 40 * more // usual, seen) if more > 0 else None


BOX_RULES: tuple[Rule, ...] = (
    *(many_phones, impossible_travel, scattered, before_shipping),
    *(after_expiry, after_cancel, after_recall),
)
LOT_RULES: tuple[Rule, ...] = (more_than_units, after_expiry, after_recall)


def unknown_burst(codes: int, limits: Limits) -> int:
    """The score of a visitor who tried so many unknown codes in a day; 0 when it is nothing."""
    return 0 if codes <= limits.unknown_a_day else min(100, 50 + codes - limits.unknown_a_day)


def unknown_repeated(phones_: int, limits: Limits) -> int:
    """The score of an unknown code so many phones read in a day; 0 when it is nothing."""
    usual = limits.same_unknown_a_day
    return 0 if phones_ < usual else min(100, 60 + 5 * (phones_ - usual))


def phones(seen: Iterable[Seen]) -> int:
    """How many phones, each counted once a day: tomorrow the same one bears other letters."""
    return len({one.visitor for one in seen})


def provinces(seen: Iterable[Seen]) -> list[str]:
    """The provinces, as far as known, in the order of their codes."""
    return sorted({one.province_code for one in seen} - {""})


def _found(
    rules: Iterable[Rule], seen: Sequence[Seen], known: Known, limits: Limits
) -> list[Finding]:
    """What the rules find."""
    return [found for rule in rules if (found := rule(seen, known, limits)) is not None]


def _finding(reason: Reason, score: int, seen: Iterable[Seen]) -> Finding:
    """A finding, its scans in the order of time."""
    ordered = sorted(seen, key=lambda one: (one.hour, one.province_code, one.visitor))
    return Finding(reason, max(1, min(100, score)), tuple(ordered))


def _by_day(seen: Iterable[Seen]) -> dict[dt.date, list[Seen]]:
    """The scans of each day in Vietnam."""
    days: dict[dt.date, list[Seen]] = defaultdict(list)
    for one in seen:
        days[clock.local_day(one.hour)].append(one)
    return days


def _too_fast(seen: Sequence[Seen], limits: Limits) -> Iterator[tuple[Seen, Seen]]:
    """Pairs that no car can make: an hour is all that is known, so both may last it out."""
    placed = sorted((one for one in seen if one.province_code), key=lambda one: one.hour)
    for number, first in enumerate(placed):
        for second in placed[number + 1 :]:
            gap = second.hour - first.hour
            if gap > _BY_ROAD:
                break
            if first.province_code == second.province_code:
                continue
            distance = limits.apart(first.province_code, second.province_code)
            if distance is not None and distance > limits.kmh * ((gap + _HOUR) / _HOUR):
                yield first, second


def _firm(seen: Iterable[Seen], part: int) -> set[str]:
    """The provinces where so many phones were that it can be no mistake of a table."""
    by_place: dict[str, set[str]] = defaultdict(set)
    for one in seen:
        if one.province_code:
            by_place[one.province_code].add(one.visitor)
    placed = sum(map(len, by_place.values()))
    return {
        place
        for place, visitors in by_place.items()
        if len(visitors) >= _FIRM_PHONES and len(visitors) * part >= placed
    }


def _later(seen: Iterable[Seen], moment: dt.datetime | None) -> list[Seen]:
    """The scans from a day after a moment on."""
    return [one for one in seen if moment is not None and one.hour >= moment + clock.A_DAY]
