"""Months as words and as twelve cells."""

from django.utils.translation import override

from marketplace.design import seasons


def test_unbroken_months_are_one_run():
    assert seasons.runs([7, 8, 9]) == [(7, 9)]


def test_a_season_may_pass_new_year():
    assert seasons.runs([11, 12, 1, 5]) == [(5, 5), (11, 1)]


def test_a_season_is_told_in_words():
    with override("en"):
        assert seasons.words([7, 8, 9]) == "Jul–Sep"
        assert seasons.words([5, 11, 12, 1]) == "May, Nov–Jan"
        assert seasons.words(range(1, 13)) == "all year"
        assert seasons.words([]) == ""


def test_the_bar_fills_the_season_and_marks_this_month():
    bar = seasons.bar((7, 8), 8)

    assert bar == (
        '<div class="bar12" aria-hidden="true">'
        + "<i></i>" * 6
        + '<i class="on"></i><i class="on now"></i>'
        + "<i></i>" * 4
        + "</div>"
    )
