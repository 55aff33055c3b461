"""An item with a number of its own (GS1 keeps the prefix 952 for examples)."""

import pytest

from catalog.traceability.parties import registering


@pytest.fixture
def numbered(db):
    return registering.item("pack-35", name_vi="Nhãn hộp", gtin="9521234000013", net_weight_g=2000)
