"""Why a report or its answer is refused, named for what happened."""

from __future__ import annotations


class Refused(Exception):
    """The base of every refusal about a report; nothing was changed."""


class AnsweredAlready(Refused):
    """Somebody else has answered this report."""


class OwnCooperative(Refused):
    """Nobody judges a report about a cooperative of which they are a member."""


class AnswerMissing(Refused):
    """Whoever closes a report says what was found."""
