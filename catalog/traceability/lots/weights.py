"""Weights as people read them."""

from __future__ import annotations

from django.utils.formats import number_format


def kilograms(grams: int | None) -> str:
    """Grams in the reader's language: ``2 kg``, ``0,5 kg``; nothing when nobody weighed."""
    if not grams:
        return ""
    plain = f"{grams / 1000:.3f}".rstrip("0").rstrip(".")
    decimals = len(plain.partition(".")[2])
    number = number_format(plain, decimals, use_l10n=True, force_grouping=True)
    return f"{number} kg"
