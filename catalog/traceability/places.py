"""Commune codes as people say them: one query for a whole page, and none for ten minutes after.

Communes are renamed by decrees, some times in a century.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import F

from catalog.communes.models import Commune
from marketplace.design.fragments import Store
from marketplace.records import clock

FRESH = 600  # seconds
_KEPT: Store[dict[str, str]] = Store(2_000)


def names(codes: Iterable[str]) -> dict[str, str]:
    """Each known code with its commune and province of today, or the last that bore the code."""
    wanted = frozenset(code for code in codes if code)
    if not wanted:
        return {}
    slot = int(clock.now().timestamp() // FRESH)
    return _KEPT.piece((slot, wanted), lambda: _names(wanted))


def _names(wanted: frozenset[str]) -> dict[str, str]:
    """The names as the database knows them."""
    rows = (
        Commune.objects.filter(code__in=wanted)
        .select_related("province")
        .order_by(F("valid_from").asc(nulls_first=True))
    )
    return {row.code: f"{row.full_name}, {row.province.name}" for row in rows}
