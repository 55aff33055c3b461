"""A cooperative's orchard, and a longan listing of it."""

import pytest

from catalog.traceability.growing import enrolling
from tests import factories

SONG_MA = "04168"


@pytest.fixture
def plot(seller):
    """An orchard of longan."""
    return enrolling.plot(
        seller.party.key,
        by=None,
        name="Đồi trước",
        crop="Nhãn",
        commune_code=seller.commune.code,
        area_m2=8_000,
    )


@pytest.fixture
def listing(seller):
    """Longan on sale, twenty boxes of two kilograms."""
    return factories.listing(seller)
