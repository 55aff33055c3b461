"""What is written once and then kept in the memory of the process: pieces of pages.

A piece is kept under everything that it shows: its language, the day, the version of its row. When
a verb writes the row anew, the version changes and nobody asks for the old piece again; the oldest
leave when there is no room. So nothing has to be told to anybody, and no server can be missing
(docs/decisions/0012-kept-fragments.md).
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock
from typing import Any, Generic, TypeVar

from django.conf import settings
from django.utils.safestring import SafeString

Kept = TypeVar("Kept")
_stores: "list[Store[Any]]" = []


_aside: ContextVar[bool] = ContextVar("fragments_aside", default=False)


@contextmanager
def aside() -> Iterator[None]:
    """Inside the block nothing is taken from what is kept, and nothing is added to it."""
    token = _aside.set(True)
    try:
        yield
    finally:
        _aside.reset(token)


class Store(Generic[Kept]):
    """So many things by their keys, the oldest leaving first; none when there is no room at all."""

    def __init__(self, most: int) -> None:
        """Room for ``most``."""
        self._most = most
        self._kept: dict[Hashable, Kept] = {}
        self._writing = Lock()
        _stores.append(self)

    def get(self, key: Hashable) -> Kept | None:
        """What is kept under ``key``, if anything."""
        return None if _aside.get() else self._kept.get(key)

    def keep(self, key: Hashable, one: Kept) -> Kept:
        """Put one in, and the oldest out when the room is full; answers it."""
        if self._most and not _aside.get():
            with self._writing:
                if key not in self._kept and len(self._kept) >= self._most:
                    del self._kept[next(iter(self._kept))]
                self._kept[key] = one
        return one

    def clear(self) -> None:
        """Keep nothing of what there is."""
        with self._writing:
            self._kept.clear()

    def piece(self, key: Hashable, write: Callable[[], Kept]) -> Kept:
        """What is kept under ``key``, written now when it is not there."""
        found = self.get(key)
        return self.keep(key, write()) if found is None else found


def forget() -> None:
    """Empty every store of this process."""
    for store in _stores:
        store.clear()


CARDS: Store[SafeString] = Store(settings.KEPT_CARDS)
PARTS: Store[SafeString] = Store(settings.KEPT_PARTS)
