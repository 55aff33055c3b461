"""Pages of a desk list: which rows, and the addresses of the pages beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict

PAGE = 30


@dataclass(frozen=True, slots=True)
class Pages:
    """The page shown and its neighbours, for ``parts/_pagination.html``."""

    number: int
    previous_url: str
    next_url: str
    links: None = None


def paged(rows: QuerySet[Any], query: QueryDict, number: int) -> tuple[Sequence[Any], Pages]:
    """The rows of page ``number`` (from 1) and the links to the pages beside it."""
    start = (number - 1) * PAGE
    found = list(rows[start : start + PAGE + 1])
    return found[:PAGE], Pages(
        number,
        _address(query, number - 1) if number > 1 else "",
        _address(query, number + 1) if len(found) > PAGE else "",
    )


def _address(query: QueryDict, number: int) -> str:
    """The same list, another page."""
    wanted = query.copy()
    wanted["page"] = str(number)
    return f"?{wanted.urlencode()}"
