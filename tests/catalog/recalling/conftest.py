"""Longan of two cooperatives, sold, packed and on its way to buyers."""

from __future__ import annotations

import pytest

from catalog.models import Membership
from tests import factories
from tests.marketplace.workspace import hands


@pytest.fixture
def owner(db):
    """Who gets the cooperative's letters."""
    return factories.user("mo@example.vn")


@pytest.fixture
def seller(owner):
    """A verified cooperative."""
    return factories.cooperative("HTX Nắng Sông Mã", owner=owner)


@pytest.fixture
def longan(seller):
    """Its pack of longan: twenty units out of one lot."""
    return factories.pack(seller)


@pytest.fixture
def lot(longan):
    """The lot."""
    return factories.balance(longan).lot


@pytest.fixture
def packer(seller):
    """Somebody of the cooperative."""
    return hands.member(seller, Membership.Role.SELLER)
