"""Why a session cannot move as asked."""

from collections.abc import Sequence


class MoveRefused(Exception):
    """The session does not stand where this could be done."""


class NotReady(Exception):
    """Something is missing before the session may start: all of it is named."""

    def __init__(self, missing: Sequence[str]) -> None:
        """Keep what is missing, in words."""
        super().__init__("; ".join(missing))
        self.missing = list(missing)


class NoSuchItem(Exception):
    """The item is not on the shelf of this session."""


class AlreadyAnswered(Exception):
    """The complaint has its outcome already."""
