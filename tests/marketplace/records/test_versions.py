"""What is kept in the process is never older than the tables it was read from."""

import datetime as dt

import pytest
from django.db import connection, transaction
from django.test import RequestFactory

from catalog.shipping import quoting
from catalog.shipping.models import Lane, LaneOffer, LaneRate
from marketplace.records import requests, rules, versions
from marketplace.records.models import DatedRule, TableVersion
from tests import factories

TODAY = dt.date(2026, 11, 25)
pytestmark = pytest.mark.django_db
PARCEL = quoting.Parcel(1, 800)


def _version(subject):
    return TableVersion.objects.get(subject=subject).version


@pytest.mark.parametrize(
    ("subject", "table"),
    [
        ("rules", "records_datedrule"),
        ("shipping", "catalog_lane"),
        ("shipping", "catalog_lanerate"),
        ("shipping", "catalog_zone"),
        ("shipping", "catalog_zoneprovince"),
    ],
)
def test_every_way_of_writing_a_table_makes_a_new_version(subject, table):
    seen = {_version(subject)}

    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET id = id")
        seen.add(_version(subject))
        cursor.execute(f"DELETE FROM {table} WHERE id < 0")
        seen.add(_version(subject))

    assert len(seen) == 3


def test_a_rule_changed_behind_our_back_holds_at_once():
    before = rules.value("cod.cap")

    DatedRule.objects.filter(key="cod.cap").update(value=before + 1)

    assert rules.value("cod.cap") == before + 1


def test_a_change_that_was_rolled_back_is_forgotten():
    before = rules.value("cod.cap")
    with transaction.atomic():
        DatedRule.objects.filter(key="cod.cap").update(value=7)
        assert rules.value("cod.cap") == 7
        transaction.set_rollback(True)

    assert rules.value("cod.cap") == before
    DatedRule.objects.filter(key="cod.cap").update(value=8)
    assert rules.value("cod.cap") == 8


def test_a_price_changed_by_hand_is_quoted_at_once():
    before = quoting.quotes([PARCEL], "01")[1][0]

    LaneRate.objects.filter(lane=before.lane_id).update(price=1)

    assert quoting.quotes([PARCEL], "01")[1][0].price == 1


def test_a_lane_refused_is_not_quoted_any_more():
    seller = factories.pack().listing.cooperative_id
    parcel = quoting.Parcel(seller, 800)
    before = [quote.lane for quote in quoting.quotes([parcel], "01")[seller]]

    LaneOffer.objects.create(
        cooperative_id=seller, lane=Lane.objects.get(code=before[0]), is_offered=False
    )

    assert [quote.lane for quote in quoting.quotes([parcel], "01")[seller]] == before[1:]


def test_one_request_asks_for_versions_once(django_assert_num_queries):
    rules.value("cod.cap")
    quoting.quotes([PARCEL], "01")

    def answer(_request):
        rules.value("cod.cap")
        rules.number("cod.cap")
        quoting.quotes([PARCEL], "01")

    with django_assert_num_queries(1):
        _while_asked(answer)


def test_a_request_that_changes_a_rule_reads_the_new_one():
    def answer(_request):
        before = rules.value("cod.cap")
        rules.change("cod.cap", before + 5, valid_from=TODAY, source="a test")
        assert rules.value("cod.cap", TODAY) == before + 5

    _while_asked(answer)


def test_without_a_version_nothing_is_kept():
    TableVersion.objects.all().delete()
    answers = iter((1, 2))

    assert versions.kept("rules", "key", lambda: next(answers)) == 1
    assert versions.kept("rules", "key", lambda: next(answers)) == 2


def _while_asked(answer):
    """Let ``answer`` run as a view does."""
    request = RequestFactory().get("/")
    token = requests._request.set(request)
    try:
        answer(request)
    finally:
        requests._request.reset(token)
