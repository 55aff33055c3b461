"""A box whose item has a GTIN of its own, and the address printed on it."""

import pytest

from catalog.traceability import shop
from catalog.traceability.lots import packing
from catalog.traceability.parties import registering
from tests.catalog.traceability.resolver.asking import GTIN


@pytest.fixture
def box(lot, item):
    """A box of an item that has a GTIN of its own."""
    registering.item(
        item.key, name_vi=item.name_vi, name_en=item.name_en, gtin=GTIN, net_weight_g=2000
    )
    return packing.pack(lot.pk, item.key, units=1, by=None)[0]


@pytest.fixture
def path(box):
    return f"/01/{GTIN}/10/{box.lot.code}/21/{box.code}"


@pytest.fixture
def papers():
    """A shop that knows the goods and one paper."""

    def tell(lot, item, language):
        return shop.Facts(listing_id=7, papers=(shop.Paper("VietGAP", "valid"),))

    shop.register(tell)
    yield
    shop.forget(tell)
