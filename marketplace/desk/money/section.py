"""What money left for people to look at, as a queue of the desk's first page."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from marketplace.design import formats
from marketplace.desk.money import rows
from marketplace.people.models import User
from payments import queries as money

SHOWN = 5
Section = dict[str, Any]


def section(user: User) -> Section | None:
    """What money left for people to look at, the oldest first."""
    if not user.has_perm("people.manage_money"):
        return None
    found = money.open_incidents()
    return {
        "name": _("Money"),
        "rows": [_row(rows.incident(one)) for one in found[:SHOWN]],
        "url": reverse("desk-money"),
        "waiting": found.count(),
        "overdue": 0,
        "nothing": _("All money is in its place."),
    }


def _row(one: dict[str, Any]) -> dict[str, Any]:
    sum_of_it = formats.dong(one["amount"]) if one["amount"] else ""
    return {
        "title": str(one["title"]),
        "note": " · ".join(filter(None, (sum_of_it, one["reference"]))),
        "url": one["url"],
        "waited": one["waited"],
        "due_words": "",
        "due_level": "",
    }
