"""Slows down who tries codes at random. Whole communes share one address: 120 misses a minute."""

from __future__ import annotations

import ipaddress
from contextlib import suppress

from django.core.cache import cache

MISSES_A_MINUTE = 120
SECONDS = 60


def too_many(address: str) -> bool:
    """Whether this address asked for more unknown codes in a minute than people do."""
    return int(cache.get(_key(address)) or 0) >= MISSES_A_MINUTE


def missed(address: str) -> None:
    """Count one unknown code."""
    cache.add(_key(address), 0, SECONDS)
    with suppress(ValueError):  # The minute ended between the two calls.
        cache.incr(_key(address))


def _key(address: str) -> str:
    """One counter per IPv4 address or per IPv6 network of a customer (/64)."""
    try:
        host = ipaddress.ip_address(address)
    except ValueError:
        return "trace-misses:unknown"
    bits = 64 if host.version == 6 else 32
    network = ipaddress.ip_network(f"{host}/{bits}", strict=False)
    return f"trace-misses:{network.network_address}"
