"""Scans on their way to the database: a list in Valkey, so that no page waits for a row.

What lies there when the server ends is lost, and while it is away nothing is counted: some seconds
of counting, never a page.
"""

from __future__ import annotations

import functools
import time
from collections.abc import Callable
from typing import TypeVar

from django.conf import settings
from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

WAITING = "scans"
MOST = 500_000  # entries, about 40 MB: a worker that is away for hours fills no memory
PAUSE = 5.0  # seconds without asking a server that did not answer

Answer = TypeVar("Answer")
_away_until = float("-inf")


class Away(Exception):
    """The server does not answer, or did not a moment ago."""


def push(entry: str) -> None:
    """Put a scan at the end of the list; one too many is dropped. ``Away`` at times."""
    if _ask(lambda server: int(server.rpush(WAITING, entry))) > MOST:
        _ask(lambda server: server.rpop(WAITING))


def first(count: int) -> list[str]:
    """The scans that wait longest, left where they are."""
    found = _ask(lambda server: server.lrange(WAITING, 0, count - 1))
    return [_bytes(entry).decode() for entry in found]


def drop(count: int) -> None:
    """Take the first scans off the list."""
    _ask(lambda server: server.ltrim(WAITING, count, -1))


def once(key: str, value: bytes, seconds: int) -> bytes:
    """Keep a value for some seconds unless there is one, and answer the one that is there."""
    if _ask(lambda server: server.set(key, value, nx=True, ex=seconds)):
        return value
    return _bytes(_ask(lambda server: server.get(key)) or value)


def empty() -> None:
    """Forget everything, as after a restart without a disk."""
    global _away_until  # noqa: PLW0603 -- one memory per process is the point
    _away_until = float("-inf")
    _ask(lambda server: server.delete(WAITING, *server.keys("salt:*")))


def _bytes(said: bytes | str) -> bytes:
    """What the server says: bytes, as long as nobody asks it to read them."""
    return said if isinstance(said, bytes) else said.encode()


def _ask(what: Callable[[Redis], Answer]) -> Answer:
    """The server's answer; after a failure nobody asks for ``PAUSE`` seconds."""
    global _away_until  # noqa: PLW0603 -- one memory per process is the point
    if time.monotonic() < _away_until:
        raise Away
    try:
        return what(_server(settings.SCANS_URL))
    except RedisError as error:
        _away_until = time.monotonic() + PAUSE
        raise Away(str(error)) from error


@functools.cache
def _server(address: str) -> Redis:
    """One pool of connections per process; a restart of the server costs one more try."""
    return Redis.from_url(
        address, socket_connect_timeout=0.2, socket_timeout=0.5, retry=Retry(NoBackoff(), 1)
    )
