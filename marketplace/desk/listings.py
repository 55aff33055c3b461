"""The queue of proposals, one proposal with old and new side by side, and the decision."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.cooperatives import queries as cooperatives
from catalog.listings import comparing, moderation, proposals, queries, refusals
from catalog.listings.models import ListingChange
from marketplace.design.deadlines import due, waited
from marketplace.desk import warnings
from marketplace.desk.forms import ListingDecisionForm, WhichChanges
from marketplace.desk.paging import paged
from marketplace.people.models import User
from marketplace.records import clock

UNPROCESSABLE = 422
CONFLICT = 409
State = ListingChange.State


@permission_required("catalog.decide_listing", raise_exception=True)
def queue(request: HttpRequest) -> HttpResponse:
    """Show what waits for a decision, the earliest deadline first."""
    asked = WhichChanges(request.GET)
    kind = asked.cleaned_data["kind"] if asked.is_valid() else ""
    number = (asked.cleaned_data["page"] or 1) if asked.is_valid() else 1
    changes, pages = paged(_narrowed(kind), request.GET, number)
    rows = [row(change) for change in changes]
    counts = _counts()
    context = {
        "tab": "listings",
        "heading": _heading(counts[""], counts["overdue"]),
        "figures": _figures(counts),
        "filters": _filters(kind, counts),
        "changes": rows,
        "caption": _("Sorted by when the answer is due."),
        "next_url": rows[0]["url"] if rows else "",
        "pages": pages,
    }
    return render(request, "desk/queue.html", context)


@permission_required("catalog.decide_listing", raise_exception=True)
def change(request: HttpRequest, change_id: int) -> HttpResponse:
    """Show old and new field by field, and record the decision."""
    found = ListingChange.objects.select_related("listing__cooperative__commune")
    one = get_object_or_404(found, pk=change_id)
    if request.method == "POST":
        return _decide(request, one)
    form = ListingDecisionForm(initial={"opened_version": one.listing.version})
    return _page(request, one, form)


def row(change: ListingChange) -> dict[str, Any]:
    """A waiting proposal as the queue shows it."""
    cooperative = change.listing.cooperative
    left = due(change.due_at)
    return {
        "title": proposals.read(change.proposed).title,
        "url": reverse("desk-change", args=[change.pk]),
        "cooperative": cooperative.name,
        "commune": cooperative.commune.name,
        "what": _("New listing") if change.base_version == 0 else _("Change"),
        "warning": "; ".join(warnings.words_without_paper(change)),
        "waited": waited(change.proposed_at),
        "due_words": left.words,
        "due_level": left.level,
    }


def _decide(request: HttpRequest, one: ListingChange) -> HttpResponse:
    """Record the decision, or say why it cannot be."""
    assert isinstance(request.user, User)
    form = ListingDecisionForm(request.POST)
    if not form.is_valid():
        return _page(request, one, form, UNPROCESSABLE)
    facts = form.cleaned_data
    try:
        decided = moderation.decide(
            one.pk,
            state=facts["decision"],
            opened_version=facts["opened_version"],
            by=request.user,
            reason=form.reason(),
        )
    except refusals.Refused as refusal:
        one.refresh_from_db()
        form.add_error(None, _in_words(refusal))
        return _page(request, one, form, CONFLICT)
    approved = decided.state == State.APPROVED
    messages.success(request, _("Approved, it is on the shelf.") if approved else _("Sent back."))
    following = queries.waiting().exclude(pk=one.pk).first()
    return redirect("desk-change", following.pk) if following else redirect("desk-listings")


def _page(
    request: HttpRequest,
    one: ListingChange,
    form: ListingDecisionForm,
    status: int | None = None,
) -> HttpResponse:
    """One proposal."""
    assert isinstance(request.user, User)
    comparison = comparing.compare(one)
    own = cooperatives.is_member(request.user, one.listing.cooperative_id)
    waits = one.state == State.SUBMITTED
    noticed = warnings.words_without_paper(one)
    if own:
        noticed.append(_("You belong to this cooperative: somebody else decides."))
    context = {
        "tab": "listings",
        "heading": _summary(proposals.read(one.proposed).title, comparison),
        "change": _change(one),
        "warnings": noticed,
        "comparison": comparison,
        "history": [_entry(entry) for entry in queries.history(one.listing) if entry.pk != one.pk],
        "form": form if (waits and not own) or form.errors else None,
        "decide_url": reverse("desk-change", args=[one.pk]),
        "queue_url": reverse("desk-listings"),
    }
    return render(request, "desk/diff.html", context, status=status)


def _change(one: ListingChange) -> dict[str, Any]:
    """Whose proposal it is, and until when it is to be answered."""
    cooperative, left = one.listing.cooperative, due(one.due_at)
    return {
        "number": one.pk,
        "title": proposals.read(one.proposed).title,
        "cooperative": {
            "name": cooperative.name,
            "url": reverse("desk-cooperative", args=[cooperative.pk]),
            "commune": cooperative.commune.full_name,
        },
        "sent_at": one.proposed_at,
        "base_version": one.base_version,
        "due_words": left.words if one.state == State.SUBMITTED else "",
        "due_level": left.level,
        "state_words": one.get_state_display(),
        "reason": one.reason,
    }


def _narrowed(kind: str) -> QuerySet[ListingChange]:
    """The waiting proposals of one kind, or all."""
    found = queries.waiting()
    if kind == "new":
        return found.filter(base_version=0)
    if kind == "change":
        return found.filter(base_version__gte=1)
    if kind == "overdue":
        return found.filter(due_at__lt=clock.now())
    return found


def _counts() -> dict[str, int]:
    """How many wait, of each kind, in one query."""
    rows = list(queries.waiting().values_list("base_version", "due_at"))
    now = clock.now()
    return {
        "": len(rows),
        "new": sum(version == 0 for version, _due in rows),
        "change": sum(version > 0 for version, _due in rows),
        "overdue": sum(at < now for _version, at in rows),
    }


def _heading(waiting: int, overdue: int) -> str:
    """How much waits, and how much of it too long."""
    words = ngettext("%(n)d proposal waits", "%(n)d proposals wait", waiting) % {"n": waiting}
    if not overdue:
        return words
    late = ngettext("%(n)d overdue", "%(n)d overdue", overdue) % {"n": overdue}
    return f"{words}, {late}"


def _figures(counts: dict[str, int]) -> list[dict[str, Any]]:
    """What waits and what was done today."""
    states = list(queries.decided_since_midnight().values_list("state", flat=True))
    approved = sum(state == State.APPROVED for state in states)
    note = _("%(approved)d approved, %(returned)d sent back") % {
        "approved": approved,
        "returned": len(states) - approved,
    }
    return [
        {"name": _("Waiting"), "value": counts[""], "note": ""},
        {
            "name": _("Overdue"),
            "value": counts["overdue"],
            "note": "",
            "bad": counts["overdue"] > 0,
        },
        {"name": _("New listings"), "value": counts["new"], "note": ""},
        {"name": _("Decided today"), "value": len(states), "note": note},
    ]


def _filters(current: str, counts: dict[str, int]) -> list[dict[str, Any]]:
    """The kinds of proposals, with how many there are."""
    named = {
        "": _("All"),
        "new": _("New listings"),
        "change": _("Changes"),
        "overdue": _("Overdue"),
    }
    here = reverse("desk-listings")
    return [
        {
            "label": label,
            "url": f"{here}?kind={kind}" if kind else here,
            "count": counts[kind],
            "current": kind == current,
        }
        for kind, label in named.items()
    ]


def _summary(title: str, comparison: comparing.Comparison) -> str:
    """What a proposal is about, in one line."""
    if comparison.is_new:
        return _("%(title)s: new listing") % {"title": title}
    number = len(comparison.changed)
    words = ngettext("%(title)s: %(n)d change", "%(title)s: %(n)d changes", number)
    return words % {"title": title, "n": number}


def _entry(change: ListingChange) -> dict[str, Any]:
    """One line of the history."""
    who = change.decided_by or change.proposed_by
    reason = f": {change.reason}" if change.reason else ""
    return {
        "at": change.decided_at or change.proposed_at,
        "words": f"{change.get_state_display()}{reason}",
        "who": who.display_name,
    }


def _in_words(refusal: refusals.Refused) -> str:
    """Why a decision was refused."""
    if isinstance(refusal, refusals.Incomplete):
        listed = " ".join(problem.words for problem in refusal.problems)
        return _("It cannot be approved any more: %(problems)s") % {"problems": listed}
    words = {
        refusals.MoveRefused: _("Somebody has decided on this proposal already."),
        refusals.Outdated: _("The listing was changed after you opened this page. Look again."),
        refusals.OwnCooperative: _("You belong to this cooperative: somebody else decides."),
        refusals.ReasonMissing: _("Tick a reason, or say in words what has to be mended."),
        refusals.NotVerified: _("The cooperative is not verified, so nothing of it can be shown."),
    }
    return words[type(refusal)]
