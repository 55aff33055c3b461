"""How long something has waited and how long is left, in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from marketplace.records import clock

_SOON = dt.timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline in words, and how it is marked: ``bad`` overdue, ``warn`` within a day."""

    words: str
    level: str


def span(length: dt.timedelta) -> str:
    """A length of time in its two largest units: ``1 ngày 3 giờ``, ``40 phút``."""
    minutes = max(0, int(length.total_seconds() // 60))
    days, hours = minutes // 1440, minutes % 1440 // 60
    parts = []
    if days:
        parts.append(ngettext("%(n)d day", "%(n)d days", days) % {"n": days})
    if hours:
        parts.append(ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours})
    if not days and (minutes % 60 or not hours):
        left = minutes % 60
        parts.append(ngettext("%(n)d minute", "%(n)d minutes", left) % {"n": left})
    return " ".join(parts[:2])


def waited(since: dt.datetime) -> str:
    """How long ago something began."""
    return span(clock.now() - since)


def due(at: dt.datetime) -> Due:
    """How far off a deadline is, or for how long it has been missed."""
    left = at - clock.now()
    if left < dt.timedelta(0):
        return Due(_("Overdue by %(span)s") % {"span": span(-left)}, "bad")
    level = "warn" if left <= _SOON else "thin"
    return Due(_("%(span)s left") % {"span": span(left)}, level)
