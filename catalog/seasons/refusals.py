"""Why a harvest cannot be ordered, or a window not be opened. Raised by verbs, worded by views."""


class WindowOpen(Exception):
    """The listing has a harvest window that is not over yet."""


class WindowOver(Exception):
    """The harvest is over: nothing about it can be changed."""


class WrongDays(ValueError):
    """The days of a window contradict one another, or are past."""


class NothingOffered(ValueError):
    """A window without a unit of any pack is none."""


class BelowOrdered(ValueError):
    """The cap would fall below what is ordered already; the argument is how many are."""


class MixedHarvest(Exception):
    """One parcel would hold goods of today and of a coming harvest, or of two harvests."""


class NotHarvested(Exception):
    """What was ordered beforehand has not come in yet: it cannot be packed."""
