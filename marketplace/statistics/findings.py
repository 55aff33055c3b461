"""One sentence for each figure, worked out from its numbers."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from marketplace.statistics import wording
from marketplace.statistics.periods import Period
from marketplace.statistics.queries import Row


def headline(period: Period, whole: Row) -> str:
    """What was sold in a period, and how much more or less than before."""
    if not whole.now.gross:
        return _capital(_("%(period)s: nothing sold") % {"period": period.words()})
    said = {"period": period.words(), "money": wording.money(whole.now.net)}
    said["before"] = period.before().words()
    more = wording.growth(whole.now.net, whole.before.net)
    if more is None:
        return _capital(_("%(period)s sold %(money)s") % said)
    said["percent"] = wording.percent(abs(more))
    if more > 0:
        return _capital(_("%(period)s sold %(money)s, %(percent)s more than %(before)s") % said)
    if more < 0:
        return _capital(_("%(period)s sold %(money)s, %(percent)s less than %(before)s") % said)
    return _capital(_("%(period)s sold %(money)s, as much as %(before)s") % said)


def ranking(rows: Sequence[tuple[str, int]], whole: int) -> str:
    """Who leads, and with how much of the whole."""
    rows = [row for row in rows if row[1] > 0]
    if not rows:
        return _("Nothing was sold in this period.")
    name, most = rows[0]
    said = {"name": name, "money": wording.money(most)}
    said["percent"] = wording.percent(wording.share(most, whole))
    if len(rows) == 1:
        return _("%(name)s alone sold: %(money)s.") % said
    said["second"] = rows[1][0]
    times = most // rows[1][1]
    if times >= 2:
        return _(
            "%(name)s sold %(money)s, %(percent)s of all, over %(times)s times %(second)s."
        ) % {**said, "times": times}
    return _("%(name)s sold %(money)s, %(percent)s of all, ahead of %(second)s.") % said


def course(pieces: Sequence[tuple[str, int]]) -> str:
    """When most was sold, and when least."""
    sold = [piece for piece in pieces if piece[1] > 0]
    if not sold:
        return _("Nothing was sold in this period.")
    name, most = max(sold, key=lambda piece: piece[1])
    empty = len(pieces) - len(sold)
    words = _("Most was sold in %(name)s: %(money)s.") % {
        "name": name,
        "money": wording.money(most),
    }
    if not empty:
        return words
    return f"{words} " + ngettext(
        "Nothing in %(n)d of %(all)d.", "Nothing in %(n)d of %(all)d.", empty
    ) % {"n": empty, "all": len(pieces)}


def cashless(now: float | None, before: float | None) -> str:
    """How much of the money came without cash."""
    if now is None:
        return _("Nothing was sold in this period.")
    words = _("%(percent)s of the money was not cash") % {"percent": wording.percent(now)}
    if before is None:
        return f"{words}."
    return f"{words}, " + _("%(percent)s before.") % {"percent": wording.percent(before)}


def spread(selling: int, communes: int) -> str:
    """From how many communes something was sold."""
    return ngettext(
        "%(n)d of %(all)d communes sold something; an empty ring is a place without sales.",
        "%(n)d of %(all)d communes sold something; an empty ring is a place without sales.",
        selling,
    ) % {"n": selling, "all": communes}


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
