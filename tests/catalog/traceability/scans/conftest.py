"""Phones in known places: documentation networks stand for three provinces."""

import datetime as dt

import pytest

from catalog.traceability.lots import packing
from catalog.traceability.scans import buffer, keeping, networks, salts

# RFC 5737 and RFC 3849: addresses that belong to nobody.
NETWORKS = """network,province_code
192.0.2.0/24,14
198.51.100.0/24,01
203.0.113.0/24,79
203.0.113.128/25,48
2001:db8::/32,01
"""
SON_LA, HA_NOI, DA_NANG, SAI_GON = "192.0.2.1", "198.51.100.1", "203.0.113.200", "203.0.113.1"
PHONE = "Mozilla/5.0 (Linux; Android 14; phone {})"


@pytest.fixture(autouse=True)
def places(db):
    buffer.empty()
    salts.forget()
    networks.load(NETWORKS.splitlines(), as_of=dt.date(2026, 8, 1), source="RFC 5737, RFC 3849")
    networks.forget()
    yield
    networks.forget()
    salts.forget()


@pytest.fixture
def box(lot, item):
    return packing.pack(lot.pk, item.key, units=1, by=None)[0]


@pytest.fixture
def scan(client):
    def once(code, address=SON_LA, phone=1, **headers):
        headers.setdefault("user-agent", PHONE.format(phone))
        return client.get(f"/t/{code}", headers=headers, REMOTE_ADDR=address)

    return once


@pytest.fixture
def kept(scan):
    """Scan, then write down what waits."""

    def once(*given, **facts):
        answer = scan(*given, **facts)
        keeping.flush()
        return answer

    return once
