"""What an app is told when something cannot be done: problem details of RFC 9457."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Fault:
    """One field of the request and what is wrong with it."""

    field: str
    message: str


class Problem(Exception):
    """Raised by a REST view, answered as ``application/problem+json`` in one place.

    ``more`` are members of its own, such as the basket as it stands now.
    """

    def __init__(
        self,
        status: int,
        detail: str,
        *,
        errors: Sequence[Fault] = (),
        more: Mapping[str, Any] | None = None,
    ) -> None:
        """Keep what will be answered."""
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.errors = list(errors)
        self.more = dict(more or {})


def wrong(field: str, message: str) -> Problem:
    """422: one field of the request cannot be accepted."""
    return Problem(422, message, errors=[Fault(field, message)])
