"""Figures for a test: a few days of a small market, and an analyst at the desk."""

import pytest
from django.test import Client

from marketplace.people import roles
from marketplace.records import api_tokens
from marketplace.statistics import counting
from tests import database, factories
from tests.marketplace.statistics import market
from tests.rules import people


@pytest.fixture(scope="module")
def _market(django_db_setup, django_db_blocker):
    """Some orders of every fate, counted; made once for a file of tests, then thrown away."""
    yield from database.lasting(django_db_blocker, counted_days)


def counted_days():
    """The packs that were sold in a few days, and the figures of those days."""
    packs = market.days(11, orders=25)
    counting.refresh()
    return packs


@pytest.fixture
def sold(_market, db):
    """The packs that were sold; what a test changes is taken back."""
    return _market


@pytest.fixture
def analyst(db):
    """The browser of an analyst whose second factor was used."""
    user = factories.user()
    roles.give(user, roles.ANALYST)
    people.TOTP.activate(user, "JBSWY3DPEHPK3PXP")
    return people.World({"analyst": user}, None, None).client("analyst")


@pytest.fixture
def centre(db):
    """The monitoring centre's program, with its token."""
    token = api_tokens.give(factories.user(), "statistics")
    return Client(headers={"Authorization": f"Bearer {token}"})
