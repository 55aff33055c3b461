"""Charts drawn on the server, and cells of files that spreadsheets may open without harm."""

from collections.abc import Sequence
from typing import Any

from marketplace.design import formats

WIDTH, HEIGHT, FOOT, TALLEST = 360, 140, 122, 112
LABELS = 5
WIDEST = 32
#: A cell that begins so would be worked out as a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def bars(amounts: Sequence[tuple[str, str, int]]) -> dict[str, Any] | None:
    """Bars from zero for sums in đồng: what is below a bar, its full name, the sum.

    Every few bars are named; nothing when all are zero.
    """
    most = max((amount for _label, _name, amount in amounts), default=0)
    if not most:
        return None
    step = WIDTH / len(amounts)
    wide = min(step * 0.8, WIDEST)
    every = -(-len(amounts) // LABELS)
    return {
        # Half a label hangs over at either end.
        "box": WIDTH + 28,
        "height": HEIGHT,
        "top": formats.dong(most),
        "words": ", ".join(
            f"{name}: {formats.dong(amount)}" for _label, name, amount in amounts[:40]
        ),
        "bars": [
            {
                "x": round(step * (place + 0.5) - wide / 2, 1),
                "width": round(wide, 1),
                "height": round(TALLEST * amount / most, 1),
                "y": round(FOOT - TALLEST * amount / most, 1),
                "middle": round(step * (place + 0.5), 1),
                "label": label[:12] if place % every == 0 else "",
                "most": amount == most,
            }
            for place, (label, _name, amount) in enumerate(amounts)
        ],
    }


def cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text
