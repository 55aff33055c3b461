"""What money left for people to look at, as a queue of the desk's first page."""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marketplace.design import formats
from marketplace.design.deadlines import waited
from marketplace.people.models import User
from payments import queries as money
from payments.models import Incident

SHOWN = 5
Section = dict[str, Any]

_KINDS: dict[str, Promise] = {
    Incident.Kind.REFUND_DUE: gettext_lazy("Money to be paid back"),
    Incident.Kind.UNMATCHED: gettext_lazy("A transfer nobody could place"),
    Incident.Kind.POSSIBLE_COPY: gettext_lazy("A transfer that may have been told twice"),
    Incident.Kind.CHANGED_MESSAGE: gettext_lazy("A bank's message that came again, changed"),
    Incident.Kind.DIFFERENCE: gettext_lazy("Two counts of the same money differ"),
}


def section(user: User) -> Section | None:
    """What money left for people to look at, the oldest first."""
    if not user.has_perm("people.manage_money"):
        return None
    found = money.open_incidents()
    return {
        "name": _("Money"),
        "rows": [
            {
                "title": str(_KINDS[one.kind]),
                "note": " · ".join(
                    filter(
                        None,
                        (
                            formats.dong(one.amount) if one.amount else "",
                            one.invoice.reference if one.invoice else "",
                        ),
                    )
                ),
                "url": "",
                "waited": waited(one.opened_at),
                "due_words": "",
                "due_level": "",
            }
            for one in found[:SHOWN]
        ],
        "url": "",
        "waiting": found.count(),
        "overdue": 0,
        "nothing": _("All money is in its place."),
    }
