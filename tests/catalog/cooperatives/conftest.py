"""A cooperative that applied, and the person who did."""

import pytest

from catalog.cooperatives import applying
from catalog.cooperatives.applying import Account, Evidence, Particulars
from tests import factories
from tests.catalog.listings.uploads import paper

PARTICULARS = Particulars(
    name="HTX Nắng Sông Mã",
    legal_name="Hợp tác xã Nắng Sông Mã",
    legal_form="cooperative",
    tax_code="5500000007",
    commune_code="04168",
    street="Bản Hưng Mai",
    representative="Cầm Thị Ín",
    phone="+84912345678",
)
ACCOUNT = Account("970436", "0123456789", "HTX NANG SONG MA")


@pytest.fixture
def farmer(db):
    """Who applies."""
    return factories.user("in@example.vn")


@pytest.fixture
def applied(farmer):
    """An application nobody has answered."""
    return applying.apply(PARTICULARS, ACCOUNT, [Evidence("registration", paper())], by=farmer)
