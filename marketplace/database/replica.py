"""Lets chosen reads go to a streaming copy of the database, which may be some seconds behind.

Only what is marked goes there: lists of the shelf, and statistics. Never inside a transaction, and
never once the same request has written: who has just changed a thing must see it changed.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.core.signals import request_started
from django.db import DEFAULT_DB_ALIAS, OperationalError, connections, transaction
from django.dispatch import receiver

log = logging.getLogger(__name__)
REPLICA = "replica"
AWAY = 30.0  # seconds for which a copy that could not be reached is not asked again
_asked_again = {REPLICA: 0.0}  # when, by the machine's steady clock
_marked: ContextVar[bool] = ContextVar("reads_may_lag", default=False)
_wrote: ContextVar[bool] = ContextVar("request_wrote", default=False)

P = ParamSpec("P")
R = TypeVar("R")


def alias() -> str:
    """The name of the connection that a read may use now; for statements written by hand."""
    may_lag = _marked.get() and not _wrote.get() and REPLICA in connections.settings
    if not may_lag or transaction.get_connection(DEFAULT_DB_ALIAS).in_atomic_block:
        return DEFAULT_DB_ALIAS
    return REPLICA if _is_there() else DEFAULT_DB_ALIAS


def _is_there() -> bool:
    """Whether the copy can be reached; one that cannot is left alone for a while."""
    if time.monotonic() < _asked_again[REPLICA]:
        return False
    try:
        connections[REPLICA].ensure_connection()
    except OperationalError as error:
        _asked_again[REPLICA] = time.monotonic() + AWAY
        log.warning("the replica is away, the database answers instead: %s", error)
        return False
    return True


@contextmanager
def reads_may_lag() -> Iterator[None]:
    """Mark the reads inside the block. They must be finished when it ends: querysets are lazy."""
    token = _marked.set(True)
    try:
        yield
    finally:
        _marked.reset(token)


def may_lag(read: Callable[P, R]) -> Callable[P, R]:
    """Mark all reads of a function that answers finished data."""

    @wraps(read)
    def marked(*args: P.args, **kwargs: P.kwargs) -> R:
        """Read, maybe from the copy."""
        with reads_may_lag():
            return read(*args, **kwargs)

    return marked


@receiver(request_started)
def _begin(**_: Any) -> None:
    """A new request has written nothing yet; threads serve many."""
    _wrote.set(False)


class Router:
    """Django asks it which database to use; it also notices that something is written."""

    def db_for_read(self, _model: Any, **_hints: Any) -> str:
        """The copy for marked reads, else the database."""
        return alias()

    def db_for_write(self, _model: Any, **_hints: Any) -> str:
        """The database, whatever is marked; from now on this request reads there too."""
        _wrote.set(True)
        return DEFAULT_DB_ALIAS

    def allow_relation(self, _one: Any, _other: Any, **_hints: Any) -> bool:
        """Rows of the copy are rows of the database."""
        return True

    def allow_migrate(self, db: str, _app_label: str, **_hints: Any) -> bool | None:
        """The copy follows by itself."""
        return False if db == REPLICA else None
