"""Dice that let messages go astray; with the same seed they fall in the same order again."""

from __future__ import annotations

import random
import threading
from collections.abc import Sequence

#: What may happen to a message of a gateway, of Stripe, of the bank; the money itself is right.
GATEWAYS = ("twice", "never", "flips", "reversed", "skewed")
CARDS = ("twice", "never", "stale")
BANK = ("twice",)
LATEST = 3  # seconds a message may be late

_lock = threading.Lock()
_dice = random.Random()  # noqa: S311 -- for practice; a seed makes it repeatable
_often = 0  # of a hundred messages


def throw(seed: int, often: int) -> None:
    """Let ``often`` of a hundred messages go astray from now on; none for 0."""
    global _often  # noqa: PLW0603 -- the sandbox has one pair of dice
    with _lock:
        _dice.seed(seed)
        _often = often


def often() -> int:
    """How many of a hundred messages go astray."""
    return _often


def fall(how: str, delay: int, kinds: Sequence[str]) -> tuple[str, int]:
    """What happens to the next message; what was chosen by hand stands."""
    with _lock:
        if how != "once" or delay or _dice.random() * 100 >= _often:
            return how, delay
        kind = _dice.choice((*kinds, "late"))
        return ("once", _dice.randint(1, LATEST)) if kind == "late" else (kind, 0)
