"""The serial shipping container code of a pallet leads to its page."""

import pytest

from catalog.traceability.loading import stacking
from tests.catalog.traceability.resolver.asking import linkset

pytestmark = pytest.mark.django_db

SSCC = "095200000000000015"


def test_a_pallet_is_found_by_its_number(client, party):
    number = SSCC[:17] + _check_digit(SSCC[:17])
    unit = stacking.open_unit(party.key, sscc=number, by=None)

    answer = client.get(f"/00/{number}")
    (told,) = linkset(client, f"/00/{number}")

    assert (answer.status_code, answer["Location"]) == (307, f"/t/{unit.code}")
    assert "https://ref.gs1.org/voc/traceability" in told
    assert client.get(f"/00/{'0' * 17}{_check_digit('0' * 17)}").status_code == 404
    assert client.get(f"/00/{number[:17]}{(int(number[17]) + 1) % 10}").status_code == 400


def _check_digit(body: str) -> str:
    total = sum(int(d) * (3 if place % 2 == 0 else 1) for place, d in enumerate(reversed(body)))
    return str(-total % 10)
