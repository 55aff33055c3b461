"""Slows down who tries codes at random. Whole communes share one address: 120 misses a minute."""

from __future__ import annotations

import ipaddress

from django.core.cache import cache
from redis.exceptions import RedisError

MISSES_A_MINUTE = 120
SECONDS = 60


def too_many(address: str) -> bool:
    """Whether this address asked for more unknown codes in a minute than people do.

    A lost cache lets everybody in: a buyer with a box in the hand comes first.
    """
    try:
        return int(cache.get(_key(address)) or 0) >= MISSES_A_MINUTE
    except RedisError:
        return False


def missed(address: str) -> None:
    """Count one unknown code."""
    try:
        cache.add(_key(address), 0, SECONDS)
        cache.incr(_key(address))
    except (RedisError, ValueError):
        return  # The minute ended between the two calls, or there is no cache: nothing is lost.


def _key(address: str) -> str:
    """One counter per IPv4 address or per IPv6 network of a customer (/64)."""
    try:
        host = ipaddress.ip_address(address)
    except ValueError:
        return "trace-misses:unknown"
    bits = 64 if host.version == 6 else 32
    network = ipaddress.ip_network(f"{host}/{bits}", strict=False)
    return f"trace-misses:{network.network_address}"
