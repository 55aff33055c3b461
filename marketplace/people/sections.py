"""What other rooms show on a person's account page: they register here, nobody imports them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import Promise


@dataclass(frozen=True)
class Section:
    """One block of the account page: where it leads and what it says in a line."""

    title: str | Promise
    url: str
    summary: str | Promise = ""
    icon: str = ""


Maker = Callable[[HttpRequest], Section | None]

_makers: dict[str, tuple[int, Maker]] = {}


def section(name: str, *, order: int) -> Callable[[Maker], Maker]:
    """Register the decorated function; it answers with its block, or nothing for this person."""

    def register(maker: Maker) -> Maker:
        """Keep it under its name."""
        _makers[name] = (order, maker)
        return maker

    return register


def of(request: HttpRequest) -> list[Section]:
    """The blocks this person gets, in order."""
    ordered = sorted(_makers.values(), key=lambda entry: entry[0])
    made = (maker(request) for _, maker in ordered)
    return [block for block in made if block is not None]
