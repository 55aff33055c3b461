"""Why something about a listing is refused, named for what happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """What has to be mended before a listing can be sent in, and at which step."""

    step: str
    words: str


class Refused(Exception):
    """The base of every refusal about a listing; nothing was changed."""


class MoveRefused(Refused):
    """The state does not allow this move any more: somebody was faster."""


class Outdated(Refused):
    """The listing changed after this proposal was written, or after the page was opened."""


class ReasonMissing(Refused):
    """Whoever sends something back says why."""


class OwnCooperative(Refused):
    """Nobody decides about goods of a cooperative of which they are a member."""


class UnknownReason(Refused):
    """The reason is not on today's list, or points at a field that listings do not have."""


class AssignedElsewhere(Refused):
    """A colleague works on this proposal: it is handed over first."""


class NotAModerator(Refused):
    """Only who may decide on listings can be given a proposal to work on."""


class NotVerified(Refused):
    """The cooperative is not verified, so its goods cannot be shown."""


class AlreadyWaiting(Refused):
    """A change of this listing waits for the province; it is answered or withdrawn first."""


class NotPublished(Refused):
    """The listing has never been approved."""


class Unchanged(Refused):
    """The proposal says what is on the shelf already."""


class Incomplete(Refused):
    """The proposal has gaps or contradictions; ``problems`` says which."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep every problem, so that a page can name all of them."""
        super().__init__("; ".join(f"{problem.step}: {problem.words}" for problem in problems))
        self.problems = list(problems)


class PictureRefused(Refused):
    """The uploaded file is no picture we take; ``reason`` is one of ``REASONS`` of encoding."""

    def __init__(self, reason: str) -> None:
        """Keep the reason's name."""
        super().__init__(reason)
        self.reason = reason


class BulkRefused(Refused):
    """One decision on many is made as a whole; ``standing`` says what stood in the way of which."""

    def __init__(self, standing: Mapping[int, Refused]) -> None:
        """Keep every refusal by the key of its change."""
        super().__init__(", ".join(f"{key}: {type(why).__name__}" for key, why in standing.items()))
        self.standing = dict(standing)
