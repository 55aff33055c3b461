"""An owner, the stall, and somebody of the commune's digital team."""

import pytest

from catalog.members import assisting
from tests import factories


@pytest.fixture
def owner(db):
    """Who speaks for the cooperative."""
    return factories.user("chu@example.vn", first_name="Chủ Gian")


@pytest.fixture
def seller(owner):
    """A cooperative."""
    return factories.cooperative("HTX Nắng", owner=owner)


@pytest.fixture
def helper(seller):
    """Somebody of the digital team of the cooperative's commune."""
    user = factories.user("to@example.vn", first_name="Quàng Tổ")
    assisting.appoint("to@example.vn", seller.commune, by=factories.user())
    return user
