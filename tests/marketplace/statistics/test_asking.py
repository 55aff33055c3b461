"""What is asked of the figures: in few queries, in words, by whom it may be."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from marketplace.statistics import counting
from tests import factories
from tests.marketplace.statistics import market

pytestmark = pytest.mark.django_db


def page(client, address):
    """A page as a parsed document."""
    answer = client.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


LIKE_IT = ("/desk/figures/commune/", "/desk/figures/day/", "/desk/kpi/")


@pytest.mark.parametrize(
    "address",
    ["/desk/figures/", *(pytest.param(other, marks=pytest.mark.slow) for other in LIKE_IT)],
)
def test_pages_cost_the_same_for_many_orders(analyst, address, django_assert_max_num_queries):
    packs = market.days(12, orders=10)
    counting.refresh()
    with django_assert_max_num_queries(32) as few:
        analyst.get(f"{address}?from=2026-03-01&to=2026-03-10")
    dice = market.random.Random(13)
    for hour in range(20):
        market.order(dice, packs, market.BEGIN + dt.timedelta(hours=hour))
    counting.refresh()

    with django_assert_max_num_queries(len(few.captured_queries)):
        analyst.get(f"{address}?from=2026-03-01&to=2026-03-10")


@pytest.mark.parametrize(
    "query",
    [
        "from=2026-03-05&to=2026-03-01",
        "from=yesterday",
        "from=2001-01-01&to=2001-02-01",
        "from=2021-01-01&to=2026-01-01",
        "only=buyer:1",
        "only=channel",
    ],
)
def test_what_makes_no_period_is_refused_in_words(analyst, query):
    answer = analyst.get(f"/desk/figures/?{query}")

    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert analyst.get(f"/desk/figures/day/csv?{query}").status_code == 404


@pytest.mark.parametrize(
    "address", ["figures/buyer/", "figures/day/pdf", "figures/file/exe", "kpi/xlsx"]
)
def test_what_there_is_not_is_not_found(analyst, address):
    assert analyst.get(f"/desk/{address}").status_code == 404


def test_a_market_without_sales_has_a_page(analyst):
    shown = page(analyst, "/desk/figures/")

    assert len(shown.find_all("circle", class_="unsold")) == 75
    assert "None" not in shown.main.get_text()


def test_nobody_sees_figures_without_the_permission(db):
    client = Client()
    client.force_login(factories.user())

    assert client.get("/desk/figures/").status_code == 403
    assert client.get("/desk/kpi/json").status_code == 403
