"""Indicators against the province's targets, which are dated rules."""

import csv
import datetime as dt
import io

import pytest

from catalog.listings.models import Listing
from marketplace.records import rules
from tests.marketplace.statistics import plain

pytestmark = pytest.mark.django_db
DAYS = "from=2026-03-01&to=2026-03-31"


def measured(client, query=DAYS):
    """The indicators by key."""
    found = client.get(f"/desk/kpi/json?{query}").json()["indicators"]
    return {one["key"]: one for one in found}


def test_indicators_are_the_orders_counted(sold, analyst):
    Listing.objects.update(published_at=dt.datetime(2026, 3, 1, tzinfo=dt.UTC))
    lines = plain.lines()
    whole = plain.measures(lines)
    cash = plain.measures(line for line in lines if line.values["channel"] == "cod")
    net = whole[3] - whole[4]

    found = measured(analyst)

    assert {key: one["value"] for key, one in found.items()} == {
        "sellers_online": 3,
        "sellers_online_share": None,
        "sellers_selling": len({line.values["cooperative"] for line in lines if line.stands}),
        "orders": whole[0],
        "value": net,
        "cashless_value_share": round((net - cash[3] + cash[4]) * 100 / net, 1),
        "cashless_order_share": round((whole[0] - cash[0]) * 100 / whole[0], 1),
        "communes_selling": len({line.values["commune"] for line in lines if line.stands}),
        "disadvantaged_share": None,
    }
    assert all(one["definition"] for one in found.values())


def test_a_target_holds_on_its_days(sold, analyst):
    rules.change("kpi.target.orders", 5, valid_from=dt.date(2026, 1, 1), source="Kế hoạch 12")
    rules.change("kpi.target.orders", 10_000, valid_from=dt.date(2026, 4, 1), source="Kế hoạch 40")
    rules.change("kpi.sellers_in_province", 12, valid_from=dt.date(2026, 1, 1), source="Thống kê")
    Listing.objects.update(published_at=dt.datetime(2026, 3, 1, tzinfo=dt.UTC))

    march, april = measured(analyst), measured(analyst, "from=2026-04-01&to=2026-04-30")

    assert (march["orders"]["target"], march["orders"]["target_source"]) == (5, "Kế hoạch 12")
    assert march["sellers_online_share"]["value"] == 25.0
    assert april["orders"]["target"] == 10_000
    page = analyst.get(f"/desk/kpi/?{DAYS}").content.decode()
    assert "Kế hoạch 12" in page
    assert page.count("badge ok") == 1


def test_sellers_come_online_when_their_goods_do(sold, analyst):
    Listing.objects.update(published_at=dt.datetime(2026, 3, 20, tzinfo=dt.UTC))

    found = measured(analyst)["sellers_online"]

    assert (found["value"], found["before"]) == (3, 0)


def test_the_file_says_the_same_with_definitions(sold, analyst):
    text = analyst.get(f"/desk/kpi/csv?{DAYS}").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))

    found = measured(analyst)
    assert [row["key"] for row in rows] == list(found)
    for row in rows:
        one = found[row["key"]]
        assert row["value"] == ("" if one["value"] is None else str(one["value"]))
        assert row["definition"] == one["definition"]


def test_without_days_it_is_this_year(analyst):
    body = analyst.get("/desk/kpi/json").json()

    assert (body["from"][5:], body["to"][5:]) == ("01-01", "12-31")
