"""What a cooperative has to do now: the first page behind /sell/."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.cooperatives.models import Cooperative, Membership
from catalog.listings import proposals, queries
from catalog.listings.models import ListingChange
from catalog.members import joining
from catalog.moderation import remarks
from catalog.stock import alarms, expiring
from marketplace.design import formats
from marketplace.people.models import User
from marketplace.records import clock
from marketplace.workspace import stalls

State = Cooperative.State


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: how many, what, until when, and where."""

    number: int
    title: str
    note: str
    url: str
    urgent: bool = False


Source = Callable[[Membership], list[Task]]
More = Callable[[HttpRequest, Membership], dict[str, Any]]

# Other rooms add their own: what comes first stands first. ``MORE`` fills the rest of the page.
SOURCES: list[Source] = []
MORE: list[More] = []


@stalls.members(*stalls.EVERYONE)
def today(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Show what waits, what came back, and how the cooperative stands with the province."""
    cooperative = membership.cooperative
    sells = membership.role in stalls.SELLERS
    tasks = [task for source in SOURCES for task in source(membership)]
    if sells:
        tasks += _expiring(cooperative) + _running_out(cooperative)
    changes = list(queries.last_change_of(cooperative).values()) if sells else []
    returned = _returned(changes)
    context: dict[str, Any] = {
        "cooperative": cooperative,
        "tab": "today",
        "day": clock.local_day(),
        "heading": _heading(request, len(tasks) + len(returned)),
        "tasks": tasks,
        "returned": returned,
        "notices": [
            *_standing(membership),
            *_invitations(request),
            *_waiting(changes),
        ],
        "sells": sells,
    }
    for more in MORE:
        context |= more(request, membership)
    return render(request, "workspace/today.html", context)


def _heading(request: HttpRequest, number: int) -> str:
    """A greeting that says how much there is to do."""
    name = request.user.display_name if isinstance(request.user, User) else ""
    if not number:
        return _("Hello %(name)s") % {"name": name}
    words = ngettext(
        "Hello %(name)s, one thing to do today",
        "Hello %(name)s, %(n)d things to do today",
        number,
    )
    return words % {"name": name, "n": number}


def _running_out(cooperative: Cooperative) -> list[Task]:
    """Packs with no more left than their cooperative wants to be warned of."""
    low = alarms.running_out(cooperative)
    if not low:
        return []
    least = low[0]
    title = f"{least.listing.product}, {least.name_vi}"
    note = _("%(title)s: %(n)d left") % {"title": title, "n": least.free}
    words = ngettext("Goods running out", "Goods running out", len(low))
    return [Task(len(low), words, note, reverse("sell-stock"), urgent=least.free == 0)]


def _expiring(cooperative: Cooperative) -> list[Task]:
    """Lots that have to find a buyer within days, or leave the shelf."""
    lots: list[Any] = list(expiring.soon(cooperative.pk))
    if not lots:
        return []
    first = lots[0]
    facts = {
        "title": first.pack.listing.product.title,
        "n": sum(lot.free for lot in lots if lot.lot_id == first.lot_id),
        "day": formats.day(first.best_before),
    }
    note = _("%(title)s: %(n)d units are good until %(day)s") % facts
    number = len({lot.lot_id for lot in lots})
    words = ngettext("Lot about to expire", "Lots about to expire", number)
    return [Task(number, words, note, reverse("sell-lots"))]


def _returned(changes: Sequence[ListingChange]) -> list[dict[str, str]]:
    """What the province sent back, with its reason."""
    return [
        {
            "title": proposals.read(change.proposed).title,
            "reason": change.reason,
            "url": reverse("sell-listing", args=[change.listing_id]),
        }
        for change in changes
        if change.state in remarks.SENT_BACK
    ]


def _standing(membership: Membership) -> list[dict[str, str]]:
    """What a cooperative that may not sell yet has to know."""
    cooperative = membership.cooperative
    if cooperative.state == State.APPLIED:
        day = formats.day(cooperative.due_at)
        words = _("Your application is being checked. The department answers by %(day)s.")
        return [{"level": "", "words": words % {"day": day}}]
    if cooperative.state != State.RETURNED:
        return []  # a suspension is told by its order
    decision = cooperative.decisions.first()
    reason = decision.reason if decision else ""
    notice = {
        "level": "warn",
        "words": _("Your application came back: %(reason)s") % {"reason": reason},
    }
    if membership.role == Membership.Role.OWNER:
        notice |= {
            "url": reverse("sell-apply-again"),
            "action": _("Mend and send again"),
        }
    return [notice]


def _invitations(request: HttpRequest) -> list[dict[str, str]]:
    """Other cooperatives that ask this person to join."""
    if not isinstance(request.user, User):
        return []
    return [
        {
            "level": "",
            "words": _("%(name)s asks you to join.") % {"name": invitation.cooperative.name},
            "url": reverse("sell-invitations"),
            "action": _("Answer"),
        }
        for invitation in joining.open_for(request.user)
    ]


def _waiting(changes: Sequence[ListingChange]) -> list[dict[str, str]]:
    """How many proposals the province has, and by when it answers the first."""
    sent = [change for change in changes if change.state == ListingChange.State.SUBMITTED]
    if not sent:
        return []
    first = min(sent, key=lambda change: change.due_at)
    words = ngettext(
        "The department has one listing of yours and answers by %(day)s.",
        "The department has %(n)d listings of yours and answers the first by %(day)s.",
        len(sent),
    )
    facts = {"n": len(sent), "day": formats.day(first.due_at)}
    return [
        {
            "level": "",
            "words": words % facts,
            "url": reverse("sell-listings"),
            "action": _("See them"),
        }
    ]
