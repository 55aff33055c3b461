"""A program that speaks for the cooperative, and items with numbers GS1 keeps for examples."""

import pytest
from django.test import Client

from catalog.traceability.parties import acting, registering
from marketplace.records import api_tokens
from tests import factories

GTIN, OTHER_GTIN = "09521234000013", "09521234000020"
GLN, OTHER_GLN = "9521234000105", "9521234000112"


@pytest.fixture
def numbered(db):
    return registering.item("pack-35", name_vi="Nhãn hộp", gtin=GTIN, net_weight_g=2000)


@pytest.fixture
def program(party, numbered):
    """A client with a token to capture and one to read."""
    registering.party(party.key, name=party.name, commune_code=party.commune_code, gln=GLN)
    user = factories.user()

    def tell(asked):
        return [acting.Acting(party.pk, frozenset({numbered.pk}))] if asked == user else []

    acting.register(tell)
    token = api_tokens.give(user, "epcis.capture")
    yield Client(headers={"Authorization": f"Bearer {token}", "Accept-Language": "en"})
    acting.forget(tell)
