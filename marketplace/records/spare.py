"""Counts in PostgreSQL what the cache counts, while the cache's server is away.

Slower, and needed for minutes a year: without it somebody could guess passwords without a limit
exactly when a server is missing. The verbs answer as Django's cache does; each is one statement,
so that of two at once none is lost. Keys are kept as digests: they may name an address or a login.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.db import connection

FOR_EVER = 86_400  # seconds; nothing that counts guesses is needed longer

_PUT = """
INSERT INTO records_sparecount AS kept (key, value, ends_at)
VALUES (%s, %s::jsonb, clock_timestamp() + make_interval(secs => %s))
ON CONFLICT (key) DO UPDATE SET value = excluded.value, ends_at = excluded.ends_at
"""
_ADD = f"{_PUT} WHERE kept.ends_at <= clock_timestamp() RETURNING key"
_GET = "SELECT value FROM records_sparecount WHERE key = %s AND ends_at > clock_timestamp()"
_INCR = """
UPDATE records_sparecount SET value = to_jsonb((value #>> '{}')::bigint + %s)
WHERE key = %s AND ends_at > clock_timestamp() RETURNING value
"""
_DELETE = "DELETE FROM records_sparecount WHERE key = %s RETURNING key"
_SWEEP = """
DELETE FROM records_sparecount WHERE key IN (
    SELECT key FROM records_sparecount WHERE ends_at <= clock_timestamp()
    LIMIT 50 FOR UPDATE SKIP LOCKED
)
"""


def add(key: str, value: Any, timeout: float | None) -> bool:
    """Keep a value unless there is one; whether it was kept."""
    _ask(_SWEEP)
    return _ask(_ADD, _digest(key), json.dumps(value), _seconds(timeout)) is not None


def get(key: str, default: Any = None) -> Any:
    """The value, or ``default``."""
    row = _ask(_GET, _digest(key))
    return default if row is None else json.loads(row[0])


def set(key: str, value: Any, timeout: float | None) -> None:  # noqa: A001 -- the cache's own verb
    """Keep a value."""
    _ask(_PUT, _digest(key), json.dumps(value), _seconds(timeout))


def incr(key: str, delta: int = 1) -> int:
    """Count on; ``ValueError`` when there is nothing to count on."""
    row = _ask(_INCR, delta, _digest(key))
    if row is None:
        raise ValueError("There is no such counter.")
    return int(row[0])


def delete(key: str) -> bool:
    """Drop a value; whether it was there."""
    return _ask(_DELETE, _digest(key)) is not None


def _ask(statement: str, *given: Any) -> tuple[Any, ...] | None:
    """The first row of the answer, if there is one."""
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        row: tuple[Any, ...] | None = cursor.fetchone() if cursor.description else None
        return row


def _seconds(timeout: float | None) -> float:
    return FOR_EVER if timeout is None else float(timeout)


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
