"""A cooperative's owner and a stranger's, each in a browser of their own."""

import pytest
from django.test import Client

from tests import factories


@pytest.fixture
def owner(db):
    """Who owns the cooperative."""
    return factories.user("in@example.vn")


@pytest.fixture
def seller(owner):
    """A verified cooperative."""
    return factories.cooperative("HTX Nắng Sông Mã", owner=owner)


@pytest.fixture
def browser(owner, seller):
    """The owner's browser."""
    client = Client()
    client.force_login(owner)
    return client


@pytest.fixture
def strange(db):
    """Somebody else's published listing."""
    return factories.listing(factories.cooperative(owner=factories.user()))
