"""The pack of these tests."""

import pytest

from catalog.listings.models import Pack
from tests import factories
from tests.catalog.seasons import opening


@pytest.fixture
def pack() -> Pack:
    """A pack of which nothing is left, with ten units of the next harvest to order."""
    found = factories.pack(units=0)
    opening.window(found)
    return found
