"""Why stock cannot do what was asked."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Short:
    """One pack of which less is left than was wanted."""

    pack_id: int
    wanted: int
    available: int


class OutOfStock(Exception):
    """Somebody was faster: at least one pack has fewer units left than wanted."""

    def __init__(self, short: Sequence[Short]) -> None:
        """Keep every pack that is short, so that a page can name all of them."""
        super().__init__(", ".join(f"pack {s.pack_id}: {s.available}/{s.wanted}" for s in short))
        self.short = list(short)


class NotHeld(Exception):
    """Units should be sold or moved that are not held for that order line."""
