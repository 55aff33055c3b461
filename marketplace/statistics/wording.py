"""Numbers of figures in words and columns."""

from __future__ import annotations

from django.utils.translation import gettext as _

from marketplace.design import formats

NBSP = formats.NBSP
MILLION, BILLION = 1_000_000, 1_000_000_000
NONE = "–"


def count(number: int) -> str:
    """A whole number with its points: ``6.214``."""
    return f"{number:,}".replace(",", ".")


def money(amount: int) -> str:
    """A sum of money as it is said: ``2,03 tỷ đồng``, ``812 triệu đồng``, ``89.000 ₫``."""
    if abs(amount) >= BILLION:
        return _("%(n)s billion đồng") % {"n": formats.decimal(amount / BILLION, 2)}
    if abs(amount) >= MILLION:
        places = 0 if abs(amount) >= 100 * MILLION else 1
        return _("%(n)s million đồng") % {"n": formats.decimal(amount / MILLION, places)}
    return formats.dong(amount)


def weight(grams: int) -> str:
    """A weight as it is said: ``12,4 tấn``, ``812 kg``."""
    if grams >= 1_000 * 1_000:
        return _("%(n)s tonnes") % {"n": formats.decimal(grams / 1_000_000, 1)}
    return formats.weight(grams)


def percent(share: float | None) -> str:
    """A share: ``45,2 %``."""
    return NONE if share is None else f"{formats.decimal(share, 1)}{NBSP}%"


def change(percent_more: float | None) -> str:
    """How much more or less: ``+45 %``, ``−3,1 %``."""
    if percent_more is None:
        return NONE
    sign = "+" if percent_more > 0 else "−" if percent_more < 0 else ""
    return f"{sign}{percent(abs(percent_more))}"


def share(part: int, whole: int) -> float | None:
    """How many of a hundred, to one place; nothing of nothing."""
    return round(part * 100 / whole, 1) if whole else None


def growth(now: int, before: int) -> float | None:
    """By how many of a hundred it is more than before; nothing when there was nothing."""
    return round((now - before) * 100 / before, 1) if before else None
