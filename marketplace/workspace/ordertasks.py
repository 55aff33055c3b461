"""The orders' part of a cooperative's day: what to take, pack and send."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.cooperatives.models import Membership
from catalog.orders import worklist
from marketplace.workspace import orderpages, stalls
from marketplace.workspace.today import Task


def tasks(membership: Membership) -> list[Task]:
    """Orders to take, to pack and to send, each with the way there."""
    counts = worklist.counts(membership.cooperative_id)
    found = []
    if counts["confirm"] and membership.role in stalls.SELLERS:
        first = worklist.listed(membership.cooperative_id, "confirm")[0]
        due = orderpages.due(first)
        note = due["due_words"]
        found.append(_task(counts, "confirm", _("Orders to take"), note, urgent=due["urgent"]))
    if counts["pack"]:
        found.append(_task(counts, "pack", _("Parcels to pack"), _("taken, not packed yet")))
    if counts["send"]:
        found.append(_task(counts, "send", _("Parcels to send"), _("packed and labelled")))
    return found


def next_order(_request: HttpRequest, membership: Membership) -> dict[str, Any]:
    """The order that waits longest for the cooperative's word, to be taken in one tap."""
    if membership.role not in stalls.SELLERS:
        return {}
    part = worklist.listed(membership.cooperative_id, "confirm").first()
    if part is None:
        return {}
    row = orderpages.row(part)
    return {
        "next_order": {
            "number": row["number"],
            "words": row["words"],
            "total": row["total"],
            "who": f"{row['who']}, {row['place']}",
            "left_words": row["due_words"],
            "urgent": row["urgent"],
            "confirm_url": reverse("sell-order-accept", args=[part.number]),
            "refuse_url": reverse("sell-order-refuse", args=[part.number]),
            "line": orderpages.picture_line(part),
        }
    }


def _task(
    counts: dict[str, int], name: str, title: str, note: str, *, urgent: bool = False
) -> Task:
    """One task that leads to a list."""
    return Task(counts[name], title, note, f"{reverse('sell-orders')}?list={name}", urgent)
