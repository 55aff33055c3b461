"""Rules with dates."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from marketplace.records import rules
from marketplace.records.models import DatedRule

pytestmark = pytest.mark.django_db

JULY, AUGUST = dt.date(2026, 7, 1), dt.date(2026, 8, 1)


def _rule(value, valid_from, valid_to=None):
    return DatedRule.objects.create(
        key="test.fee",
        value=value,
        valid_from=valid_from,
        valid_to=valid_to,
        source="test",
    )


def test_value_is_the_one_of_the_day():
    _rule(3, JULY, AUGUST)
    _rule(4, AUGUST)

    assert rules.value("test.fee", dt.date(2026, 7, 31)) == 3
    assert rules.value("test.fee", AUGUST) == 4


def test_day_without_a_rule_says_so():
    _rule(3, JULY, AUGUST)

    with pytest.raises(rules.NoRule):
        rules.value("test.fee", AUGUST)


def test_two_values_on_one_day_are_refused():
    _rule(3, JULY)

    with pytest.raises(IntegrityError), transaction.atomic():
        _rule(4, AUGUST)

    assert DatedRule.objects.filter(key="test.fee").count() == 1


def test_first_rules_are_there_and_a_second_sync_keeps_what_people_wrote():
    DatedRule.objects.filter(key="cod.cap").update(value=7)

    rules.sync()

    assert rules.value("cod.cap") == 7
    assert rules.number("hold.minutes.vietqr") == 30
