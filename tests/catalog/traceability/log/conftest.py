"""A cooperative, events it writes, and their proof."""

from __future__ import annotations

from typing import Any

import pytest

import verify
from catalog.traceability.log import growing, proofs, submitting

SALT = "00112233445566778899aabbccddeeff"
CONTEXT = [
    "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
    {"sl": "https://market.example.vn/ns/"},
]


def event(number: int) -> dict[str, Any]:
    """An event of a lot, with a private value kept as a commitment."""
    return {
        "@context": CONTEXT,
        "type": "ObjectEvent",
        "eventTime": "2026-08-12T06:30:00.000+07:00",
        "eventTimeZoneOffset": "+07:00",
        "action": "ADD",
        "bizStep": "commissioning",
        "recordTime": "2026-08-14T18:20:00.000+07:00",
        "quantityList": [
            {
                "epcClass": f"https://id.gs1.org/01/09521234000013/10/L{number}",
                "quantity": 820.5,
                "uom": "KGM",
            }
        ],
        "sl:commitments": {
            "sl:destination": verify.commitment("sl:destination", SALT, "Hà Nội"),
            "sl:box": sorted(verify.commitment("sl:box", SALT, box) for box in ("A1", "B2")),
        },
    }


OPENING = {"path": "sl:destination", "salt": SALT, "value": "Hà Nội"}


@pytest.fixture
def say(party):
    """Write events down in the log, by number."""

    def submit(*numbers: int, by=party) -> list[str]:
        found = []
        for number in numbers:
            told = event(number)
            found.append(verify.event_hash(told))
            submitting.submit([submitting.Handed(found[-1], by, told)])
        return found

    return submit


@pytest.fixture
def proof(say):
    """The proof of the third of five events, as the bytes a reader gets."""
    ids = say(*range(5))
    growing.grow()
    return verify.canonical(proofs.proof_of([proofs.Told(ids[2], event(2), [OPENING])]))
