"""Why an order is refused, named for what happened."""

from __future__ import annotations


class Refused(Exception):
    """The base of every refusal about a takedown; nothing was changed."""


class InForceAlready(Refused):
    """An order about this listing or cooperative is in force, or it is off the market already."""


class LiftedAlready(Refused):
    """Somebody has lifted this order."""


class OwnCooperative(Refused):
    """Nobody orders or lifts anything about a cooperative of which they are a member."""


class NotYetReceived(Refused):
    """An order cannot have been received in the future."""


class OverAlready(Refused):
    """The last day of an order lies before today."""


class OtherReport(Refused):
    """The report an order follows does not exist, or is about something else."""


class StillRuns(Refused):
    """The last day of the order is not over yet, or it has none."""
