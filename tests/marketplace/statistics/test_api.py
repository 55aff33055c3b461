"""The monitoring centre reads sales with its token, equal to the orders."""

import datetime as dt

import pytest
from django.test import Client

from marketplace.records import api_tokens, clock
from tests import factories
from tests.attacks.problems import problem
from tests.marketplace.statistics import plain

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/statistics/sales"
DAYS = "from=2026-03-01&to=2026-03-10"
SUMS = {"orders", "quantity_kg", "gross", "refunded", "net"}


@pytest.mark.parametrize(
    "by", ["commune", "cooperative", "category", "variety", "channel", "source"]
)
def test_rows_and_total_are_the_orders_counted(sold, centre, by):
    lines = plain.lines()

    body = centre.get(f"{ADDRESS}?{DAYS}&by={by}").json()

    expected = {key[0]: said(made) for key, made in plain.grouped(lines, by).items()}
    assert {row["key"]: {n: row[n] for n in SUMS} for row in body["rows"]} == expected
    assert body["total"] == said(plain.measures(lines))
    assert all(row["label"] for row in body["rows"])


def said(made):
    """Counted measures in the interface's words."""
    return {
        "orders": made[0],
        "quantity_kg": made[2] / 1000,
        "gross": made[3],
        "refunded": made[4],
        "net": made[3] - made[4],
    }


def test_days_without_sales_are_rows_too(sold, centre):
    body = centre.get(f"{ADDRESS}?from=2026-02-27&to=2026-03-10&by=day").json()

    by_day = {key[0]: said(made) for key, made in plain.grouped(plain.lines(), "day").items()}
    assert len(body["rows"]) == 12
    for row in body["rows"]:
        empty = dict.fromkeys(SUMS, 0)
        assert {name: row[name] for name in SUMS} == by_day.get(row["key"], empty)


def test_the_answer_has_the_promised_fields_and_says_how_fresh_it_is(sold, centre):
    body = centre.get(f"{ADDRESS}?{DAYS}&by=month").json()

    assert set(body) == {"from", "to", "by", "counted_at", "rows", "total"}
    assert set(body["rows"][0]) == {"key", "label"} | SUMS
    assert set(body["total"]) == SUMS
    assert (body["from"], body["to"], body["rows"][0]["key"]) == (
        "2026-03-01",
        "2026-03-10",
        "2026-03-01",
    )
    moment = dt.datetime.fromisoformat(body["counted_at"])
    assert moment.utcoffset() == dt.timedelta(hours=7)
    assert clock.now() - moment < dt.timedelta(minutes=15)


def test_without_days_it_is_this_month_so_far(centre):
    body = centre.get(ADDRESS).json()

    today = clock.local_day()
    assert (body["from"], body["to"]) == (today.replace(day=1).isoformat(), today.isoformat())


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer x"}, {"Authorization": "x"}])
def test_without_a_token_nothing_is_told(db, headers):
    problem(Client(headers=headers).get(ADDRESS), 401)


def test_a_token_of_another_scope_or_a_revoked_one_opens_nothing(db):
    user = factories.user()
    other = api_tokens.give(user, "seller")
    problem(Client(headers={"Authorization": f"Bearer {other}"}).get(ADDRESS), 401)

    token = api_tokens.give(user, "statistics")
    api_tokens.revoke(user.bearer_tokens.get(scope="statistics").pk)
    problem(Client(headers={"Authorization": f"Bearer {token}"}).get(ADDRESS), 401)


def test_a_session_is_no_token(analyst):
    problem(analyst.get(ADDRESS), 401)


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("from=2026-03-10&to=2026-03-01", "to"),
        ("from=soon", "from"),
        ("to=2026-02-30", "to"),
        ("by=buyer", "by"),
        ("from=2001-01-01&to=2001-01-02", "from"),
        ("from=2021-01-01&to=2026-01-01", "from"),
    ],
)
def test_what_cannot_be_understood_is_refused_by_field(centre, query, field):
    body = problem(centre.get(f"{ADDRESS}?{query}"), 422)

    assert [fault["field"] for fault in body["errors"]] == [field]


def test_it_costs_few_queries(sold, centre, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        centre.get(f"{ADDRESS}?{DAYS}&by=commune")
