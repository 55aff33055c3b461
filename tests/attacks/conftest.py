"""A pack, and an order of it as an app places one."""

import pytest

from tests import factories
from tests.catalog.checkout.test_api import basket, checkout, wish


@pytest.fixture
def pack(db):
    """A pack with ten units."""
    return factories.pack(units=10)


@pytest.fixture
def placed(pack):
    """An order of one unit that waits for a transfer."""
    return checkout(basket(pack), wish()).json()
