"""A cache that may be missing: nothing that is kept there is needed to answer.

What counts guesses (wrong passwords, codes) must not forget while the server is away: those keys
are counted in PostgreSQL meanwhile (``spare``).
"""

from __future__ import annotations

import logging
import time
from typing import Any

from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from marketplace.records import spare

log = logging.getLogger("market.cache")

PAUSE = 5.0  # seconds without asking a server that did not answer
SAID_EVERY = 30.0  # seconds between two lines of the log
_COUNTING = frozenset({"add", "get", "set", "incr", "delete"})


class ForgivingClient(RedisCacheClient):
    """Django's client, which finds and keeps nothing while the server is away.

    After a failure nobody asks for ``PAUSE`` seconds: a server that hangs costs a time-out now and
    then, not one a request.
    """

    def __init__(self, servers: list[str], counters: tuple[str, ...] = (), **options: Any) -> None:
        """One more try with a new connection, for those that a restart has cut; no waiting.

        Keys that begin with one of ``counters`` are never forgotten.
        """
        super().__init__(servers, retry=Retry(NoBackoff(), 1), **options)
        self._counters = counters
        self._away_until = self._silent_until = float("-inf")

    def add(self, key: Any, value: Any, timeout: Any) -> bool:
        """Keep a value unless there is one; whether it was kept, or would have been."""
        return bool(self._ask("add", True, key, value, timeout))

    def get(self, key: Any, default: Any) -> Any:
        """The value, or ``default``."""
        return self._ask("get", default, key, default)

    def set(self, key: Any, value: Any, timeout: Any) -> None:
        """Keep a value."""
        self._ask("set", None, key, value, timeout)

    def touch(self, key: Any, timeout: Any) -> bool:
        """Keep a value for longer; whether it was there."""
        return bool(self._ask("touch", False, key, timeout))

    def delete(self, key: Any) -> bool:
        """Drop a value; whether it was there."""
        return bool(self._ask("delete", False, key))

    def get_many(self, keys: Any) -> Any:
        """Those of the values that are there."""
        return self._ask("get_many", {}, keys)

    def has_key(self, key: Any) -> bool:
        """Whether there is a value."""
        return bool(self._ask("has_key", False, key))

    def incr(self, key: Any, delta: int) -> int:
        """Count on; what nobody remembers begins anew. ``ValueError`` for an unknown key."""
        return int(self._ask("incr", delta, key, delta))

    def set_many(self, data: Any, timeout: Any) -> None:
        """Keep several values."""
        self._ask("set_many", None, data, timeout)

    def delete_many(self, keys: Any) -> None:
        """Drop several values."""
        self._ask("delete_many", None, keys)

    def clear(self) -> bool:
        """Drop everything."""
        return bool(self._ask("clear", False))

    def _ask(self, verb: str, otherwise: Any, *given: Any) -> Any:
        """Django's answer; ``otherwise`` while the server is away, or what the spare counts."""
        if time.monotonic() >= self._away_until:
            try:
                return getattr(super(), verb)(*given)
            except RedisError as error:
                self._say_away(error)
        if verb in _COUNTING and self._counts(str(given[0])):
            return getattr(spare, verb)(*given)
        return otherwise

    def _counts(self, key: str) -> bool:
        """Whether a key, which Django writes as prefix:version:key, counts guesses."""
        return key.split(":", 2)[-1].startswith(self._counters)

    def _say_away(self, error: RedisError) -> None:
        """Leave the server alone for a while, and say so once in ``SAID_EVERY`` seconds."""
        now = time.monotonic()
        self._away_until = now + PAUSE
        if now >= self._silent_until:
            self._silent_until = now + SAID_EVERY
            log.warning("The cache does not answer: %s", error)


class ForgivingCache(RedisCache):
    """Django's cache on Redis or Valkey, which may be down."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        """The same settings as Django's own."""
        super().__init__(server, params)
        self._class = ForgivingClient
