"""Why a table is not taken over."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a file: at which row and column, and how to mend it."""

    row: int
    column: str
    words: str


class FileRefused(Exception):
    """The file is no table, or none that is taken; the message says what to do."""


class Stale(Exception):
    """Something has changed since the trial run; the message says what."""


class AlreadyTaken(Exception):
    """This trial run was taken over before: nothing happens a second time."""
