"""The clock: UTC, movable, and local days."""

import datetime as dt

import pytest

from marketplace.records import clock


def test_now_is_in_utc():
    assert clock.now().utcoffset() == dt.timedelta(0)


def test_moved_clock_stands_at_the_moment_and_comes_back():
    moment = dt.datetime(2026, 8, 1, 7, 30, tzinfo=clock.LOCAL)

    with clock.moved_to(moment):
        inside = clock.now()

    assert inside == dt.datetime(2026, 8, 1, 0, 30, tzinfo=dt.UTC)
    assert abs(clock.now() - dt.datetime.now(dt.UTC)) < dt.timedelta(seconds=5)


def test_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError), clock.moved_to(dt.datetime(2026, 8, 1)):  # noqa: DTZ001 -- the point
        pass


def test_late_evening_in_utc_is_the_next_day_in_vietnam():
    assert clock.local_day(dt.datetime(2026, 8, 1, 17, 0, tzinfo=dt.UTC)) == dt.date(2026, 8, 2)
    assert clock.local_day(dt.datetime(2026, 8, 1, 16, 59, tzinfo=dt.UTC)) == dt.date(2026, 8, 1)
