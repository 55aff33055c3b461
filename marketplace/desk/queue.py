"""The queue of proposals: what is due first, whose it is, what the machine noticed."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from catalog.listings import proposals
from catalog.listings import queries as listings
from catalog.listings.models import ListingChange
from catalog.moderation import queries, risks
from catalog.moderation.queries import Wanted
from catalog.moderation.touching import Part
from marketplace.design.deadlines import due, waited
from marketplace.desk.keyset import paged
from marketplace.desk.listingforms import WhichChanges
from marketplace.people.models import User

State = ListingChange.State
Row = dict[str, Any]


@permission_required("catalog.decide_listing", raise_exception=True)
def queue(request: HttpRequest) -> HttpResponse:
    """Show what waits for a decision, the earliest deadline first."""
    assert isinstance(request.user, User)
    asked = WhichChanges(request.GET)
    wanted = asked.wanted()
    place = {side: asked.cleaned_data.get(side) for side in ("after", "before")}
    changes, pages = paged(queries.waiting(wanted, request.user), "due_at", request.GET, **place)
    rows = [row(change, request.user) for change in changes]
    counts = queries.counts(wanted, request.user)
    context = {
        "tab": "listings",
        "heading": _heading(counts["all"]["waiting"], counts["all"]["overdue"]),
        "figures": _figures(counts),
        "sides": _chips(wanted, "whose", counts["side"]),
        "kinds": _chips(wanted, "kind", counts["kind"]),
        "selects": _selects(wanted),
        "is_narrowed": wanted != Wanted(),
        "kept": [(name, getattr(wanted, name)) for name in ("whose", "kind")],
        "changes": rows,
        "together_url": reverse("desk-listings-together"),
        "rules_url": reverse("desk-listings-rules"),
        "here": reverse("desk-listings"),
        "next_url": rows[0]["url"] if rows else "",
        "pages": pages,
    }
    return render(request, "desk/queue.html", context)


def row(change: ListingChange, user: User) -> Row:
    """A waiting proposal as the queue shows it."""
    cooperative = change.listing.cooperative
    left = due(change.due_at)
    return {
        "number": change.pk,
        "receipt": change.receipt,
        "ticked_as": f"{change.pk}:{change.listing.version}",
        "title": proposals.read(change.proposed).title,
        "url": reverse("desk-change", args=[change.pk]),
        "cooperative": cooperative.name,
        "commune": cooperative.commune.name,
        "what": what(change),
        "warnings": [risks.words(note) for note in change.noticed],
        "waited": waited(change.proposed_at),
        "due_words": left.words,
        "due_level": left.level,
        "whose": whose(change, user),
        "is_mine": change.assigned_to_id == user.pk,
    }


def what(change: ListingChange) -> str:
    """What a proposal is about: a new listing, or the parts it touches; and the round."""
    words = _("New listing")
    if change.base_version:
        parts = [str(Part(part).label) for part in change.touches] or [_("Change")]
        words = ", ".join([parts[0], *(part.lower() for part in parts[1:])])
    if change.round > 1:
        return _("%(what)s, round %(n)d") % {"what": words, "n": change.round}
    return words


def whose(change: ListingChange, user: User) -> str:
    """Who works on a proposal."""
    if change.assigned_to is None:
        return ""
    return _("You") if change.assigned_to_id == user.pk else change.assigned_to.display_name


def _heading(waiting: int, overdue: int) -> str:
    """How much waits, and how much of it too long."""
    words = ngettext("%(n)d proposal waits", "%(n)d proposals wait", waiting) % {"n": waiting}
    if not overdue:
        return words
    late = ngettext("%(n)d overdue", "%(n)d overdue", overdue) % {"n": overdue}
    return f"{words}, {late}"


def _figures(counts: dict[str, dict[str, int]]) -> list[Row]:
    """What waits, and what was done today by people and by rules."""
    decided: list[tuple[str, Any]] = list(
        listings.decided_since_midnight().values_list("state", "rule_id")
    )
    by_people = [state for state, rule in decided if rule is None]
    approved = sum(state == State.APPROVED for state in by_people)
    note = _("%(approved)d approved, %(returned)d sent back") % {
        "approved": approved,
        "returned": len(by_people) - approved,
    }
    late = counts["all"]["overdue"]
    return [
        {"name": _("Waiting"), "value": counts["all"]["waiting"], "note": ""},
        {"name": _("Overdue"), "value": late, "note": "", "bad": late > 0},
        {"name": _("Decided today"), "value": len(by_people), "note": note},
        {"name": _("Passed by a rule today"), "value": len(decided) - len(by_people), "note": ""},
    ]


def _chips(wanted: Wanted, name: str, counts: dict[str, int]) -> list[Row]:
    """The choices of one row of chips, with how many there are; the other choices stay."""
    labels = {
        "whose": {
            "": _("Everybody's"),
            "mine": _("Mine"),
            "free": _("Nobody's"),
            "others": _("Colleagues'"),
        },
        "kind": {
            "": _("All"),
            "overdue": _("Overdue"),
            "new": _("New listings"),
            "change": _("Changes"),
            "again": _("Mended, sent again"),
        },
    }[name]
    return [
        {
            "label": label,
            "url": _address(wanted, **{name: value}),
            "count": counts[value],
            "current": getattr(wanted, name) == value,
        }
        for value, label in labels.items()
    ]


def _address(wanted: Wanted, **other: Any) -> str:
    """The queue with one choice made otherwise, from its beginning."""
    chosen = {
        "whose": wanted.whose,
        "kind": wanted.kind,
        "cooperative": wanted.cooperative,
        "category": wanted.category,
        **other,
    }
    query = urlencode({name: value for name, value in chosen.items() if value})
    here = reverse("desk-listings")
    return f"{here}?{query}" if query else here


def _selects(wanted: Wanted) -> list[Row]:
    """The cooperatives and kinds of goods that wait, for two lists to choose from."""
    english = get_language() == "en"
    sellers = [
        {"value": key, "words": f"{name} ({n})", "chosen": key == wanted.cooperative}
        for key, name, n in queries.sellers()
    ]
    goods = [
        {
            "value": one.path,
            "words": one.name_en if english else one.name_vi,
            "chosen": one.path == wanted.category,
        }
        for one in queries.categories()
    ]
    return [
        {"name": "cooperative", "label": _("Cooperative"), "all": _("All"), "options": sellers},
        {"name": "category", "label": _("Kind of goods"), "all": _("All"), "options": goods},
    ]
