"""Money, weights and days as they are written."""

import datetime as dt

from django.utils.translation import override

from marketplace.design import formats

LATE = dt.datetime(2026, 8, 12, 18, 5, tzinfo=dt.UTC)


def test_money_has_points_and_a_sign_that_cannot_be_torn_off():
    assert formats.dong(1_234_567) == "1.234.567\N{NO-BREAK SPACE}₫"
    assert formats.dong(0) == "0\N{NO-BREAK SPACE}₫"


def test_weights_come_in_the_unit_people_say():
    with override("vi"):
        assert [formats.weight(grams) for grams in (500, 2_000, 2_500)] == [
            "500\N{NO-BREAK SPACE}g",
            "2\N{NO-BREAK SPACE}kg",
            "2,5\N{NO-BREAK SPACE}kg",
        ]
    with override("en"):
        assert formats.weight(2_500) == "2.5\N{NO-BREAK SPACE}kg"


def test_whole_numbers_keep_their_zeros():
    with override("vi"):
        assert [formats.decimal(100, 0), formats.decimal(10.0)] == ["100", "10"]


def test_moments_are_told_on_the_clock_of_vietnam():
    assert formats.day(LATE) == "13/08/2026"
    assert formats.clock(LATE) == "01:05"
    assert formats.moment(LATE) == "01:05, 13/08/2026"


def test_a_plain_day_stays_that_day():
    assert formats.day(dt.date(2026, 8, 12)) == "12/08/2026"


def test_a_near_day_has_its_weekday():
    with override("en"):
        assert formats.weekday(dt.date(2026, 8, 14)) == "Friday 14/08"
        assert formats.long_day(dt.date(2026, 8, 14)) == "Friday, 14 August 2026"


def test_phones_are_written_as_people_dial_them():
    told = [formats.phone(number) for number in ("+84912345678", "0912345678", "+493012345", "")]

    assert told == ["0912 345 678", "0912 345 678", "+493012345", ""]
