"""Commune codes as people say them: one query for a whole page."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import F

from catalog.communes.models import Commune


def names(codes: Iterable[str]) -> dict[str, str]:
    """Each known code with its commune and province of today, or the last that bore the code."""
    wanted = {code for code in codes if code}
    if not wanted:
        return {}
    rows = (
        Commune.objects.filter(code__in=wanted)
        .select_related("province")
        .order_by(F("valid_from").asc(nulls_first=True))
    )
    return {row.code: f"{row.full_name}, {row.province.name}" for row in rows}
