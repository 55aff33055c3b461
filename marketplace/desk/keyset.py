"""Pages of a long queue that go on from the last row shown: none is skipped when one is answered.

A page is named by the deadline and key of the row beside it, so it costs the same however far on.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.dateparse import parse_datetime

PAGE = 30


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a queue: the moment it is sorted by, and the key of the row."""

    at: dt.datetime
    key: int

    def __str__(self) -> str:
        return f"{self.at.isoformat()}~{self.key}"


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The pages beside the one shown, for ``desk/_beside.html``."""

    previous_url: str
    next_url: str


class PlaceField(forms.CharField):
    """A place as an address holds it; what is none is refused."""

    def __init__(self, **facts: Any) -> None:
        """Never required, never long."""
        super().__init__(required=False, max_length=60, **facts)

    def clean(self, value: Any) -> Place | None:
        """The place, or nothing."""
        said, _tilde, key = super().clean(value).replace(" ", "+").partition("~")
        if not said:
            return None
        try:
            at = parse_datetime(said)
        except ValueError:
            at = None
        if at is None or at.tzinfo is None or not key.isdecimal() or len(key) > 18:
            raise ValidationError("no place")
        return Place(at, int(key))


def paged(
    rows: QuerySet[Any], column: str, query: QueryDict, *, after: Place | None, before: Place | None
) -> tuple[Sequence[Any], Neighbours]:
    """The rows of ``column`` (then key) after or before a place, and the pages beside them."""
    backwards = before is not None and after is None
    place = before if backwards else after
    ordered = rows.order_by(*((f"-{column}", "-pk") if backwards else (column, "pk")))
    if place is not None:
        step = "lt" if backwards else "gt"
        beyond = Q(**{f"{column}__{step}": place.at})
        ordered = ordered.filter(beyond | Q(**{column: place.at, f"pk__{step}": place.key}))
    found = list(ordered[: PAGE + 1])
    more = len(found) > PAGE
    shown = found[:PAGE][::-1] if backwards else found[:PAGE]
    earlier, later = (more, True) if backwards else (place is not None, more)
    return shown, Neighbours(
        _address(query, "before", _place(shown[0], column)) if shown and earlier else "",
        _address(query, "after", _place(shown[-1], column)) if shown and later else "",
    )


def _place(row: Any, column: str) -> Place:
    """Where a row stands."""
    return Place(getattr(row, column), row.pk)


def _address(query: QueryDict, side: str, place: Place) -> str:
    """The same queue, from another place on."""
    wanted = query.copy()
    wanted.pop("after", None)
    wanted.pop("before", None)
    wanted[side] = str(place)
    return f"?{wanted.urlencode()}"
