"""What is odd about the scans of one code, and what is usual: the rules alone."""

import datetime as dt
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.traceability.models import Alert
from catalog.traceability.scans import rules
from catalog.traceability.scans.rules import Known, Limits, Reason, Seen
from marketplace.records import clock

START = dt.datetime(2026, 8, 14, 1, tzinfo=dt.UTC)  # 8 o'clock in Vietnam
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
SON_LA, HA_NOI, PHU_THO, SAI_GON, DA_NANG = "14", "01", "25", "79", "48"
APART = {(HA_NOI, SON_LA): 40.0, (HA_NOI, SAI_GON): 1_100.0, (SON_LA, SAI_GON): 1_150.0}
USUAL = Limits(lambda one, other: APART.get((one, other), APART.get((other, one))))
HOME = Known(home=SON_LA, best_before=dt.date(2026, 8, 19))


def scans(count, place=SON_LA, at=START, name="p"):
    return [Seen(at, place, f"{name}{place}{at:%d%H}{number}") for number in range(count)]


def reasons(seen, known=HOME):
    return {found.reason: found.score for found in rules.of_box(seen, known, USUAL)}


def test_a_crowd_around_one_box_is_odd():
    assert reasons(scans(10)) == {}
    assert reasons(scans(11)) == {Reason.MANY_PHONES: 41}
    assert reasons(scans(90)) == {Reason.MANY_PHONES: 55}


def test_a_fair_lasts_two_days_and_stands_in_one_place():
    two = scans(15) + scans(15, at=START + DAY)

    assert reasons(two) == {Reason.MANY_PHONES: 45}
    assert reasons(two + scans(15, at=START + 2 * DAY)) == {Reason.MANY_PHONES: 65}
    assert reasons(scans(8) + scans(7, HA_NOI)) == {Reason.MANY_PHONES: 65}
    # A few whose network is said to be elsewhere are no second place.
    assert reasons(scans(13) + scans(2, HA_NOI)) == {Reason.MANY_PHONES: 45}


def test_a_day_begins_at_midnight_in_vietnam():
    late = dt.datetime(2026, 8, 14, 16, tzinfo=dt.UTC)  # 23 o'clock

    assert reasons(scans(6, at=late) + scans(6, at=late + HOUR)) == {}
    assert reasons(scans(6, at=late - HOUR) + scans(6, at=late)) == {Reason.MANY_PHONES: 42}


@pytest.mark.parametrize(
    ("hours", "is_odd"), [(0, True), (1, True), (2, True), (3, False), (24, False)]
)
def test_nobody_drives_from_ha_noi_to_sai_gon_in_three_hours(hours, is_odd):
    seen = scans(3, HA_NOI) + scans(3, SAI_GON, START + hours * HOUR)

    assert reasons(seen) == ({Reason.TRAVEL: 40} if is_odd else {})


@pytest.mark.parametrize(("here", "there"), [(3, 2), (10, 3), (1, 1)])
def test_a_few_misplaced_phones_are_no_journey(here, there):
    assert reasons(scans(here, HA_NOI) + scans(there, SAI_GON)) in ({}, {Reason.MANY_PHONES: 43})


def test_neighbours_and_unknown_places_are_never_too_far():
    assert reasons(scans(3, SON_LA) + scans(3, HA_NOI)) == {}
    assert reasons(scans(3, "") + scans(3, SAI_GON)) == {}
    assert reasons(scans(3, DA_NANG) + scans(3, SAI_GON)) == {}  # nobody knows how far


def test_two_days_of_impossible_travel_are_no_link_sent_to_friends():
    days = [
        one
        for day in range(2)
        for one in scans(3, HA_NOI, START + day * DAY) + scans(3, SAI_GON, START + day * DAY)
    ]

    assert reasons(days) == {Reason.TRAVEL: 70}


def test_a_box_goes_home_to_a_buyer_and_perhaps_twice_further():
    far = [*scans(3, HA_NOI), *scans(3, DA_NANG, START + DAY)]
    sold = Known(home=SON_LA, destination=PHU_THO, is_sold=True, sent_at=START - DAY)
    further = [*far, *scans(3, SAI_GON, START + 2 * DAY)]

    assert reasons([*far, *scans(2), *scans(2, PHU_THO)], sold) == {}
    assert reasons(further, sold) == {Reason.SCATTERED: 70}


def test_a_box_not_yet_sent_is_nowhere_else():
    sold = Known(home=SON_LA, is_sold=True, sent_at=START + 2 * HOUR)

    assert reasons(scans(3), sold) == {}
    assert reasons(scans(2, HA_NOI), sold) == {}
    assert reasons(scans(3, HA_NOI), sold) == {Reason.BEFORE_SHIPPING: 70}
    assert reasons(scans(3, HA_NOI, START + 2 * HOUR), sold) == {}
    assert reasons(scans(3, HA_NOI), Known(home=SON_LA)) == {}


def test_long_after_its_best_three_phones_are_odd():
    last = dt.datetime(2026, 9, 18, 16, tzinfo=dt.UTC)  # 30 days after, 23 o'clock

    assert reasons(scans(3, at=last)) == {}
    assert reasons(scans(2, at=last + HOUR)) == {}
    assert reasons(scans(3, at=last + HOUR)) == {Reason.AFTER_EXPIRY: 55}


def test_a_cancelled_or_recalled_box_is_gone_the_day_after():
    ended = Known(home=SON_LA, cancelled_at=START, recalled_at=START)

    assert reasons(scans(2, at=START + 23 * HOUR), ended) == {}
    assert reasons(scans(2, at=START + DAY), ended) == {
        Reason.AFTER_CANCEL: 60,
        Reason.AFTER_RECALL: 60,
    }


def test_a_lots_code_meets_as_many_phones_as_its_boxes():
    known = Known(home=SON_LA, units=10)

    assert rules.of_lot(scans(40), known, USUAL) == []
    (found,) = rules.of_lot(scans(60), known, USUAL)
    assert (found.reason, found.score, found.phones) == (Reason.MORE_THAN_UNITS, 80, 60)


@pytest.mark.parametrize(("codes", "score"), [(1, 0), (20, 0), (21, 51), (200, 100)])
def test_who_tries_codes_out_is_noticed(codes, score):
    assert rules.unknown_burst(codes, USUAL) == score


@pytest.mark.parametrize(("phones", "score"), [(1, 0), (4, 0), (5, 60), (9, 80), (50, 100)])
def test_a_false_label_that_many_read_is_noticed(phones, score):
    assert rules.unknown_repeated(phones, USUAL) == score


a_scan = st.builds(
    Seen,
    st.integers(0, 60 * 24).map(lambda hours: START + hours * HOUR),
    st.sampled_from(["", SON_LA, HA_NOI, SAI_GON, DA_NANG, PHU_THO]),
    st.integers(0, 40).map(lambda number: f"{number:016x}"),
)


@given(st.lists(a_scan, max_size=60), st.integers(0, 1_000_000))
def test_the_order_of_scans_decides_nothing(seen, seed):
    mixed = list(seen)
    random.Random(seed).shuffle(mixed)

    assert set(rules.of_box(seen, HOME, USUAL)) == set(rules.of_box(mixed, HOME, USUAL))


@given(st.lists(a_scan, max_size=60))
def test_every_finding_is_shown_by_scans_and_scored(seen):
    for found in rules.of_box(seen, HOME, USUAL) + rules.of_lot(seen, HOME, USUAL):
        assert 1 <= found.score <= 100
        assert found.seen
        assert set(found.seen) <= set(seen)
        assert found.phones <= len(found.seen)


@given(st.lists(a_scan.map(lambda one: Seen(one.hour, SON_LA, one.visitor)), max_size=60))
def test_what_stays_at_home_is_never_called_copied_unless_crowded(seen):
    clone_like = {f.reason for f in rules.of_box(seen, HOME, USUAL)} & Alert.CLONE_LIKE
    days = {}
    for one in seen:
        days.setdefault(clock.local_day(one.hour), set()).add(one.visitor)

    crowded = any(len(visitors) > 10 for visitors in days.values())
    assert clone_like == ({Reason.MANY_PHONES} if crowded else set())
