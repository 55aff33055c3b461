"""A statement answers what Django's own question answers, and refuses what it cannot."""

import datetime as dt

import pytest
from django.db import connection, transaction
from django.db.models import Count
from django.db.transaction import TransactionManagementError

from catalog.communes.models import Commune, Province
from marketplace.database.statements import Statement, Unfit
from marketplace.records.models import DatedRule

DAY = dt.date(1945, 9, 2)
pytestmark = pytest.mark.django_db


def _of_province(code):
    return Commune.objects.filter(province__code=code).select_related("province").order_by("pk")


def test_the_same_rows_with_the_same_related_rows():
    statement = Statement(_of_province, "province")

    for code in ("14", "01", "none"):
        found, expected = statement.rows(code), list(_of_province(code))
        assert found == expected
        assert [vars(one.province)["name"] for one in found] == [
            one.province.name for one in expected
        ]
        assert all(one._state.db == "default" and not one._state.adding for one in found)


def test_related_rows_are_not_asked_for_again(django_assert_num_queries):
    statement = Statement(_of_province, "province")

    with django_assert_num_queries(1):
        assert {one.province.code for one in statement.rows("14")} == {"14"}


def test_lists_of_values_and_counts():
    statement = Statement(
        lambda codes: (
            Province.objects.filter(code__any_of=codes)
            .annotate(many=Count("communes"))
            .values_list("code", "many")
            .order_by("code")
        ),
        ["province"],
    )

    found = statement.rows(["14", "01"])

    assert found == [
        (code, Commune.objects.filter(province__code=code).count()) for code in ("01", "14")
    ]
    assert statement.rows([]) == []


def test_values_of_json_and_days_come_as_django_gives_them():
    DatedRule.objects.create(key="a.word", value={"a": [1]}, valid_from=dt.date(2026, 1, 1))
    statement = Statement(
        lambda key, day: DatedRule.objects.filter(key=key, valid_from__lte=day), "key", DAY
    )

    found = statement.first("a.word", dt.date(2026, 1, 1))

    assert found is not None
    assert (found.value, found.valid_from) == ({"a": [1]}, dt.date(2026, 1, 1))
    assert statement.first("a.word", dt.date(2025, 12, 31)) is None


def test_it_is_written_once():
    asked = []

    def question(code):
        asked.append(code)
        return Province.objects.filter(code=code)

    statement = Statement(question, "province")
    statement.rows("14")
    statement.rows("01")

    assert asked == ["province"]


def test_text_is_a_value_and_never_sql():
    statement = Statement(lambda code: Province.objects.filter(code=code), "province")

    assert statement.rows("14' OR '1'='1") == []


@pytest.mark.django_db(transaction=True)
def test_a_lock_needs_a_transaction():
    statement = Statement(
        lambda code: Province.objects.select_for_update().filter(code=code), "province"
    )
    with transaction.atomic():
        assert [one.code for one in statement.rows("14")] == ["14"]

    with pytest.raises(TransactionManagementError):
        statement.rows("14")


def test_a_value_that_is_not_found_is_refused():
    statement = Statement(lambda code: Province.objects.exclude(code=""), "province")

    with pytest.raises(Unfit):
        statement.rows("14")


def test_prefetched_rows_are_refused():
    statement = Statement(
        lambda code: Province.objects.filter(code=code).prefetch_related("communes"), "province"
    )

    with pytest.raises(Unfit):
        statement.rows("14")


def test_the_server_plans_a_statement_once():
    statement = Statement(lambda code: Province.objects.filter(code=code), "province")

    for _ in range(4):
        statement.rows("14")

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE %s",
            ["%communes_province%code%"],
        )
        assert cursor.fetchone()[0] >= 1
