"""Charts start at zero, periods have the one before them, and names on the map keep apart."""

import datetime as dt
import random

import pytest

from catalog.communes import queries as places
from marketplace.statistics import charts, maps
from marketplace.statistics.exports import defused
from marketplace.statistics.periods import Period

DAY = dt.date


@pytest.mark.parametrize(
    ("first", "last", "before"),
    [
        (DAY(2026, 3, 1), DAY(2026, 3, 31), (DAY(2026, 2, 1), DAY(2026, 2, 28))),
        (DAY(2026, 1, 1), DAY(2026, 3, 31), (DAY(2025, 10, 1), DAY(2025, 12, 31))),
        (DAY(2026, 1, 1), DAY(2026, 12, 31), (DAY(2025, 1, 1), DAY(2025, 12, 31))),
        (DAY(2026, 3, 2), DAY(2026, 3, 31), (DAY(2026, 1, 31), DAY(2026, 3, 1))),
        (DAY(2026, 3, 5), DAY(2026, 3, 5), (DAY(2026, 3, 4), DAY(2026, 3, 4))),
    ],
)
def test_months_are_compared_with_months_and_days_with_days(first, last, before):
    assert Period(first, last).before() == Period(*before)


def test_weeks_begin_on_mondays():
    starts = list(Period(DAY(2026, 3, 1), DAY(2026, 3, 10)).starts("week"))

    assert starts == [DAY(2026, 2, 23), DAY(2026, 3, 2), DAY(2026, 3, 9)]


def test_bars_are_as_long_as_their_money_and_start_at_zero():
    drawn = charts.bars([("a", 1_000_000), ("b", 500_000), ("c", 0)])

    assert [mark.size for mark in drawn.marks] == [300, 150, 0]


@pytest.mark.parametrize("most", [0, 1, 999, 89_000, 1_999_999, 2_000_000, 2_025_000_000])
def test_a_line_stays_inside_its_grid(most):
    drawn = charts.lines([("a", 0), ("b", most)], [most // 2])

    ys = [mark.y for mark in drawn.points]
    assert ys[0] == charts.FLOOR
    assert all(charts.TOP <= y <= charts.FLOOR for y in ys)
    assert 2 <= len(drawn.ticks) <= 6
    assert len({tick.label for tick in drawn.ticks}) == len(drawn.ticks)


def test_pieces_of_a_column_stand_on_each_other():
    drawn = charts.stack(["a"], [("x", [3_000_000]), ("y", [1_000_000])])

    lower, upper = drawn.columns[0]
    assert lower.y + lower.size == charts.FLOOR
    assert upper.y + upper.size == lower.y


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(8))
def test_names_on_the_map_cover_neither_each_other_nor_a_dot(seed):
    dice = random.Random(seed)
    codes = [commune.code for commune in places.home()]
    sold = {code: dice.randint(1, 10**9) for code in dice.sample(codes, dice.randint(5, 75))}

    drawn = maps.dots(sold)

    boxes = [box(dot.label) for dot in drawn if dot.label]
    circles = [(d.x - d.r, d.y - d.r, d.x + d.r, d.y + d.r) for d in drawn if d.words]
    assert len(drawn) == 75
    assert boxes
    for place, one in enumerate(boxes):
        assert not any(maps.overlap(one, other) for other in boxes[place + 1 :])
        assert not any(maps.overlap(one, circle) for circle in circles)
        assert one[0] >= 0
        assert one[2] <= maps.WIDE


def box(label):
    """The room a name takes."""
    size = 12 if label.is_minor else 19
    wide = len(label.words) * size * 0.55
    left = {"start": label.x, "end": label.x - wide, "middle": label.x - wide / 2}[label.anchor]
    return (left, label.y - size * 0.8, left + wide, label.y + size * 0.2)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "\n=1"])
def test_formulas_are_defused(text):
    assert defused(text) == f"'{text}"


def test_numbers_and_plain_text_stay_as_they_are():
    assert [defused(value) for value in (-3.5, 12, "HTX A-B", None)] == [-3.5, 12, "HTX A-B", None]
