"""One proposal with old and new side by side, who works on it, and the decision."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from catalog.cooperatives import queries as cooperatives
from catalog.listings import comparing, moderation, proposals, queries, refusals
from catalog.listings.models import ListingChange
from catalog.moderation import assigning, remarks, risks
from marketplace.design.deadlines import due
from marketplace.desk.listingforms import AssignForm, ListingDecisionForm, TakenForm
from marketplace.desk.queue import what
from marketplace.desk.refused import in_words
from marketplace.people import queries as people
from marketplace.people.models import User

UNPROCESSABLE = 422
CONFLICT = 409
State = ListingChange.State
_moderators = permission_required("catalog.decide_listing", raise_exception=True)


@_moderators
def change(request: HttpRequest, change_id: int) -> HttpResponse:
    """Show old and new field by field, and record the decision."""
    one = _found(change_id)
    comparison = comparing.compare(one)
    keys = [field.key for field in (*comparison.changed, *comparison.unchanged)]
    if request.method == "POST":
        form = ListingDecisionForm(request.POST, keys=keys)
        return _decide(request, one, form, comparison)
    form = ListingDecisionForm(initial={"opened_version": one.listing.version}, keys=keys)
    return _page(request, one, form, comparison)


@_moderators
@require_POST
def take(request: HttpRequest, change_id: int) -> HttpResponse:
    """Take a proposal, or take it over from who had it when the page was opened."""
    assert isinstance(request.user, User)
    form = TakenForm(request.POST)
    had = form.cleaned_data["had"] if form.is_valid() else None
    return _assign(request, change_id, request.user, had, _("It is yours now."))


@_moderators
@require_POST
def hand_over(request: HttpRequest, change_id: int) -> HttpResponse:
    """Give a proposal to a colleague to work on."""
    one = _found(change_id)
    form = AssignForm(request.POST, colleagues=people.who_may(assigning.PERMISSION))
    had = TakenForm(request.POST)
    if not form.is_valid() or not had.is_valid():
        messages.warning(request, _("Choose a colleague from the list."))
        return redirect("desk-change", one.pk)
    to = people.who_may(assigning.PERMISSION).get(pk=form.cleaned_data["to"])
    said = _("%(name)s works on it now.") % {"name": to.display_name}
    return _assign(request, change_id, to, had.cleaned_data["had"], said)


@_moderators
@require_POST
def give_back(request: HttpRequest, change_id: int) -> HttpResponse:
    """Let a proposal be nobody's again."""
    assert isinstance(request.user, User)
    one = _found(change_id)
    try:
        assigning.give_back(one.pk, by=request.user)
    except refusals.Refused as refusal:
        messages.warning(request, in_words(refusal))
    else:
        messages.success(request, _("Given back: anybody can take it."))
    return redirect("desk-change", one.pk)


def _assign(
    request: HttpRequest, change_id: int, to: User, had: int | None, said: str
) -> HttpResponse:
    """Let somebody work on a proposal, and say so or why not."""
    assert isinstance(request.user, User)
    one = _found(change_id)
    try:
        assigning.assign(one.pk, to=to, by=request.user, taken_from=had)
    except refusals.Refused as refusal:
        messages.warning(request, in_words(refusal))
    else:
        messages.success(request, said)
    return redirect("desk-change", one.pk)


def _found(change_id: int) -> ListingChange:
    """The proposal of this key, or 404."""
    found = ListingChange.objects.select_related(
        "listing__cooperative__commune", "assigned_to", "decided_by", "rule", "first"
    )
    return get_object_or_404(found, pk=change_id)


def _decide(
    request: HttpRequest,
    one: ListingChange,
    form: ListingDecisionForm,
    comparison: comparing.Comparison,
) -> HttpResponse:
    """Record the decision, or say why it cannot be."""
    assert isinstance(request.user, User)
    if not form.is_valid():
        return _page(request, one, form, comparison, UNPROCESSABLE)
    facts = form.cleaned_data
    try:
        decided = moderation.decide(
            one.pk,
            state=facts["decision"],
            opened_version=facts["opened_version"],
            by=request.user,
            reason=facts["message"],
            remarks=form.said(),
        )
    except refusals.Refused as refusal:
        form.add_error(None, in_words(refusal))
        fresh = _found(one.pk)
        return _page(request, fresh, form, comparing.compare(fresh), CONFLICT)
    messages.success(request, _SAID[State(decided.state)]())
    following = queries.waiting().exclude(pk=one.pk).first()
    return redirect("desk-change", following.pk) if following else redirect("desk-listings")


_SAID = {
    State.APPROVED: lambda: _("Approved, it is on the shelf."),
    State.CHANGES_REQUESTED: lambda: _("Sent to the cooperative to be mended."),
    State.RETURNED: lambda: _("Turned down. The cooperative is told why."),
}


def _page(
    request: HttpRequest,
    one: ListingChange,
    form: ListingDecisionForm,
    comparison: comparing.Comparison,
    status: int | None = None,
) -> HttpResponse:
    """One proposal."""
    assert isinstance(request.user, User)
    own = cooperatives.is_member(request.user, one.listing.cooperative_id)
    waits = one.state == State.SUBMITTED
    elsewhere = waits and one.assigned_to_id not in (None, request.user.pk)
    noticed = [risks.words(note) for note in one.noticed]
    if own:
        noticed.append(_("You belong to this cooperative: somebody else decides."))
    decides = waits and not own and not elsewhere
    context = {
        "tab": "listings",
        "heading": _summary(proposals.read(one.proposed).title, comparison),
        "change": _change(one),
        "warnings": noticed,
        "sections": [_section(field, one, form, decides) for field in comparison.changed],
        "unchanged": [_section(field, one, form, decides) for field in comparison.unchanged],
        "is_new": comparison.is_new,
        "earlier": _earlier(one),
        "form": form if decides or form.errors else None,
        "decides": decides,
        "assignment": _assignment(one, request.user) if waits and not own else None,
        "decide_url": reverse("desk-change", args=[one.pk]),
        "history_url": reverse("desk-listing", args=[one.listing_id]),
        "queue_url": reverse("desk-listings"),
    }
    return render(request, "desk/diff.html", context, status=status)


def _section(
    field: comparing.FieldChange, one: ListingChange, form: ListingDecisionForm, decides: bool
) -> dict[str, Any]:
    """A field with what was noticed of it and the inputs for a remark."""
    return {
        "field": field,
        "notes": [risks.words(note) for note in one.noticed if note.get("field") == field.key],
        "inputs": form.beside(field.key) if decides else [],
        "open": form.has_said(field.key) if decides else False,
    }


def _earlier(one: ListingChange) -> list[dict[str, Any]]:
    """What was asked for in the rounds before, field by field."""
    if one.round == 1:
        return []
    rounds = ListingChange.objects.filter(
        Q(pk=one.first_id) | Q(first=one.first_id), round__lt=one.round
    )
    return [
        {
            "at": before.decided_at,
            "who": before.decided_by.display_name if before.decided_by else "",
            "told": remarks.told(before),
            "message": before.message,
        }
        for before in rounds.select_related("decided_by").order_by("-round")
    ]


def _assignment(one: ListingChange, user: User) -> dict[str, Any]:
    """Who works on a waiting proposal, and to whom it can be given."""
    who = one.assigned_to
    members = set(cooperatives.members(one.listing.cooperative).values_list("user_id", flat=True))
    colleagues = [
        person
        for person in people.who_may(assigning.PERMISSION)
        if person.pk not in members and person.pk not in (user.pk, one.assigned_to_id)
    ]
    return {
        "who": who.display_name if who else "",
        "is_mine": one.assigned_to_id == user.pk,
        "had": one.assigned_to_id or "",
        "since": one.assigned_at,
        "form": AssignForm(colleagues=colleagues) if colleagues else None,
        "take_url": reverse("desk-change-take", args=[one.pk]),
        "give_back_url": reverse("desk-change-give-back", args=[one.pk]),
        "hand_over_url": reverse("desk-change-hand-over", args=[one.pk]),
    }


def _change(one: ListingChange) -> dict[str, Any]:
    """Whose proposal it is, and until when it is to be answered."""
    cooperative, left = one.listing.cooperative, due(one.due_at)
    waits = one.state == State.SUBMITTED
    return {
        "number": one.pk,
        "receipt": one.receipt,
        "title": proposals.read(one.proposed).title,
        "what": what(one),
        "cooperative": {
            "name": cooperative.name,
            "url": reverse("desk-cooperative", args=[cooperative.pk]),
            "commune": cooperative.commune.full_name,
        },
        "sent_at": one.proposed_at,
        "base_version": one.base_version,
        "due_at": one.due_at,
        "due_words": left.words if waits else "",
        "due_level": left.level,
        "state_words": one.get_state_display(),
        "decided_at": one.decided_at,
        "who": one.decided_by.display_name if one.decided_by else "",
        "rule": one.rule.name if one.rule else "",
        "told": remarks.told(one) if one.state in remarks.SENT_BACK else [],
        "message": one.message,
        "reason": one.reason,
    }


def _summary(title: str, comparison: comparing.Comparison) -> str:
    """What a proposal is about, in one line."""
    if comparison.is_new:
        return _("%(title)s: new listing") % {"title": title}
    number = len(comparison.changed)
    words = ngettext("%(title)s: %(n)d change", "%(title)s: %(n)d changes", number)
    return words % {"title": title, "n": number}
