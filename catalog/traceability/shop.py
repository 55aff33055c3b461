"""What a shop adds to a trace page, if a shop is there: where to buy again, pictures, papers.

Traceability imports no shop. A shop registers one function when the applications are ready.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from catalog.traceability.models import Lot, TradeItem
from marketplace.design.fragments import Store
from marketplace.records import clock


@dataclass(frozen=True, slots=True)
class Paper:
    """A certificate or award that held on the harvest day, in words for the page."""

    kind: str
    state: str
    details: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the shop knows of goods; everything may be missing. ``listing_id`` is for REST."""

    listing_url: str = ""
    listing_id: int | None = None
    picture_url: str = ""
    picture_alt: str = ""
    keeping: str = ""
    papers: tuple[Paper, ...] = field(default=())


Teller = Callable[[Lot, TradeItem | None, str], Facts | None]

FRESH = 30  # seconds

_tellers: list[Teller] = []
_KEPT: Store[Facts] = Store(2_000)


def register(teller: Teller) -> Teller:
    """Let ``teller(lot, item, language)`` speak on trace pages; it takes two queries at most."""
    if teller not in _tellers:
        _tellers.append(teller)
    return teller


def forget(teller: Teller) -> None:
    """Take a teller away again."""
    _tellers.remove(teller)


def facts(lot: Lot, item: TradeItem | None, language: str) -> Facts:
    """What the first teller who knows these goods says, else nothing; kept for ``FRESH`` seconds.

    Where to buy again may be so old, for thousands may hold boxes of one lot. A recall may not: it
    stands at the lot, which is read every time.
    """
    slot = int(clock.now().timestamp() // FRESH)
    key = (slot, lot.pk, item.pk if item else None, language, *_tellers)
    return _KEPT.piece(key, lambda: _told(lot, item, language))


def _told(lot: Lot, item: TradeItem | None, language: str) -> Facts:
    """What the first teller who knows these goods says now, else nothing."""
    for teller in _tellers:
        told = teller(lot, item, language)
        if told is not None:
            return told
    return Facts()
